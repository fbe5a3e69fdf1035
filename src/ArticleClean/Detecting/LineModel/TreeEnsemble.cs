using System.Runtime.Intrinsics;

namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// Symmetric trees: every level of a tree asks one question of all rows, so that rows are answered a vector at a time.
/// Only integers are added; the sums are the same on every machine.
/// </summary>
/// <param name="depths">Levels of each tree.</param>
/// <param name="columns">Column of each level, trees one after the other.</param>
/// <param name="cuts">A row sets the level's bit when its value is above the cut.</param>
/// <param name="leaves">2^depth thousandths of log-odds a tree, trees one after the other.</param>
internal sealed class TreeEnsemble(byte[] depths, ushort[] columns, short[] cuts, short[] leaves)
{
    /// <summary>No trees: every score is 0.</summary>
    public static TreeEnsemble None { get; } = new([], [], [], []);

    public ReadOnlySpan<byte> Depths => depths;
    public ReadOnlySpan<ushort> Columns => columns;
    public ReadOnlySpan<short> Cuts => cuts;
    public ReadOnlySpan<short> Leaves => leaves;

    /// <summary>Scores of all rows of a sheet in thousandths of log-odds.</summary>
    /// <remarks>Vectors of a fixed width, because code over those of the machine's width is not compiled ahead.</remarks>
    public unsafe int[] Score(FeatureSheet sheet)
    {
        int[] scores = new int[sheet.Stride];
        int width = Vector128<short>.Count;
        int level = 0, leaf = 0;
        foreach (byte depth in depths)
        {
            ReadOnlySpan<short> values = leaves.AsSpan(leaf, 1 << depth);
            for (int row = 0; row < sheet.Stride; row += width)
            {
                Vector128<short> at = Vector128<short>.Zero;
                for (int d = 0; d < depth; d++)
                {
                    Vector128<short> column;
                    fixed (short* first = sheet.Padded(columns[level + d]).Slice(row, width))
                        column = *(Vector128<short>*)first;
                    at |= Vector128.GreaterThan(column, Vector128.Create(cuts[level + d])) & Vector128.Create((short)(1 << d));
                }

                for (int k = 0; k < width; k++)
                    scores[row + k] += values[at.GetElement(k)];
            }

            level += depth;
            leaf += 1 << depth;
        }

        return scores[..sheet.Rows];
    }
}
