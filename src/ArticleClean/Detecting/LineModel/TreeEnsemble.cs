using System.Numerics;
using System.Runtime.InteropServices;

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
    public int[] Score(FeatureSheet sheet)
    {
        int[] scores = new int[sheet.Stride];
        int width = Vector<short>.Count;
        Span<short> bits = stackalloc short[width];
        int level = 0, leaf = 0;
        foreach (byte depth in depths)
        {
            ReadOnlySpan<short> values = leaves.AsSpan(leaf, 1 << depth);
            for (int row = 0; row < sheet.Stride; row += width)
            {
                Vector<short> at = Vector<short>.Zero;
                for (int d = 0; d < depth; d++)
                {
                    Vector<short> column = MemoryMarshal.Cast<short, Vector<short>>(sheet.Padded(columns[level + d]).Slice(row, width))[0];
                    at |= Vector.GreaterThan(column, new Vector<short>(cuts[level + d])) & new Vector<short>((short)(1 << d));
                }

                at.CopyTo(bits);
                for (int k = 0; k < width; k++)
                    scores[row + k] += values[bits[k]];
            }

            level += depth;
            leaf += 1 << depth;
        }

        return scores[..sheet.Rows];
    }
}
