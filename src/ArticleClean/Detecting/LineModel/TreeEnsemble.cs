using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    /// <summary>No tree asks more.</summary>
    public const int MaxDepth = 6;

    /// <summary>No trees: every score is 0.</summary>
    public static TreeEnsemble None { get; } = new([], [], [], []);

    public ReadOnlySpan<byte> Depths => depths;
    public ReadOnlySpan<ushort> Columns => columns;
    public ReadOnlySpan<short> Cuts => cuts;
    public ReadOnlySpan<short> Leaves => leaves;

    /// <summary>The wide code is compiled when it is first run, which costs as much as so many rows: a single document is done before.</summary>
    private const int RowsBeforeWide = 4000;

    private int _rows;
    private WideTrees? _wide;

    /// <summary>Scores of all rows of a sheet in thousandths of log-odds: the same on every machine, by whichever code.</summary>
    public int[] Score(FeatureSheet sheet)
    {
        // Threads may lose a count to one another; it only says when the wide code begins to pay.
        if (_rows < RowsBeforeWide)
        {
            _rows += sheet.Rows;
            return ScoreNarrow(sheet);
        }

        return WideTrees.IsSupported ? ScoreWide(sheet) : ScoreNarrow(sheet);
    }

    /// <summary>The scores by vectors of 32 values, which few machines have.</summary>
    internal int[] ScoreWide(FeatureSheet sheet)
    {
        int[] scores = new int[sheet.Stride];
        (_wide ??= new WideTrees(this)).Score(scores, sheet.All, sheet.Stride);
        return scores;
    }

    /// <summary>The scores by vectors that every machine has.</summary>
    /// <remarks>Vectors of a fixed width, because code over those of the machine's width is not compiled ahead.</remarks>
    internal int[] ScoreNarrow(FeatureSheet sheet)
    {
        int[] scores = new int[sheet.Stride];
        ReadOnlySpan<short> values = sheet.All;
        int level = 0, leaf = 0;
        foreach (byte depth in depths)
        {
            Add(scores, values, sheet.Stride, columns.AsSpan(level, depth), cuts.AsSpan(level, depth), leaves.AsSpan(leaf, 1 << depth));
            level += depth;
            leaf += 1 << depth;
        }

        return scores;
    }

    /// <summary>Adds one tree. Questions that a tree of less than full depth lacks are asked of nobody: no value is above the largest.</summary>
    private static void Add(int[] scores, ReadOnlySpan<short> values, int stride, ReadOnlySpan<ushort> columns, ReadOnlySpan<short> cuts, ReadOnlySpan<short> leaves)
    {
        Span<int> at = stackalloc int[MaxDepth];
        Span<short> limits = stackalloc short[MaxDepth];
        for (int d = columns.Length; d < MaxDepth; d++)
            limits[d] = short.MaxValue;
        for (int d = 0; d < columns.Length; d++)
            (at[d], limits[d]) = (columns[d] * stride, cuts[d]);
        Vector128<short> cut0 = Vector128.Create(limits[0]), cut1 = Vector128.Create(limits[1]), cut2 = Vector128.Create(limits[2]);
        Vector128<short> cut3 = Vector128.Create(limits[3]), cut4 = Vector128.Create(limits[4]), cut5 = Vector128.Create(limits[5]);
        Vector128<short> bit0 = Vector128.Create((short)1), bit1 = Vector128.Create((short)2), bit2 = Vector128.Create((short)4);
        Vector128<short> bit3 = Vector128.Create((short)8), bit4 = Vector128.Create((short)16), bit5 = Vector128.Create((short)32);
        ref short first = ref MemoryMarshal.GetReference(values);
        ref short firstLeaf = ref MemoryMarshal.GetReference(leaves);
        ref int firstSum = ref MemoryMarshal.GetArrayDataReference(scores);
        const int width = 8;
        ref short column0 = ref Unsafe.Add(ref first, at[0]), column1 = ref Unsafe.Add(ref first, at[1]), column2 = ref Unsafe.Add(ref first, at[2]);
        ref short column3 = ref Unsafe.Add(ref first, at[3]), column4 = ref Unsafe.Add(ref first, at[4]), column5 = ref Unsafe.Add(ref first, at[5]);
        for (int row = 0; row < stride; row += width)
        {
            nuint r = (nuint)row;
            Vector128<short> leaf = (Vector128.GreaterThan(Vector128.LoadUnsafe(ref column0, r), cut0) & bit0)
                | (Vector128.GreaterThan(Vector128.LoadUnsafe(ref column1, r), cut1) & bit1)
                | (Vector128.GreaterThan(Vector128.LoadUnsafe(ref column2, r), cut2) & bit2)
                | (Vector128.GreaterThan(Vector128.LoadUnsafe(ref column3, r), cut3) & bit3)
                | (Vector128.GreaterThan(Vector128.LoadUnsafe(ref column4, r), cut4) & bit4)
                | (Vector128.GreaterThan(Vector128.LoadUnsafe(ref column5, r), cut5) & bit5);
            // Six bits at most, so that no leaf is beyond the 64 that are there.
            ref int sums = ref Unsafe.Add(ref firstSum, r);
            for (int k = 0; k < width; k++)
                Unsafe.Add(ref sums, k) += Unsafe.Add(ref firstLeaf, leaf.GetElement(k));
        }
    }
}
