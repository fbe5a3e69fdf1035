namespace ArticleClean.Training.Learning;

/// <summary>Integer columns as classes of values: a row's class is the number of cuts below its value.</summary>
internal sealed class BinnedColumns
{
    private const int MaxBins = 64;
    private const int CutSample = 200_000;

    public BinnedColumns(short[][] columns, int threads)
    {
        Cuts = new short[columns.Length][];
        Bins = new byte[columns.Length][];
        Parallel.For(0, columns.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, c =>
        {
            Cuts[c] = CutsOf(columns[c]);
            Bins[c] = BinsOf(columns[c], Cuts[c]);
        });
    }

    /// <summary>Ascending values for each column; none where all rows are equal.</summary>
    public short[][] Cuts { get; }

    public byte[][] Bins { get; }

    /// <summary>At most 63 values between quantiles; a row is right of a cut when its value is above it.</summary>
    private static short[] CutsOf(short[] column)
    {
        int step = Math.Max(1, column.Length / CutSample);
        List<short> values = new((column.Length / step) + 1);
        for (int i = 0; i < column.Length; i += step)
            values.Add(column[i]);
        values.Sort();
        SortedSet<short> cuts = [];
        short[] distinct = [.. values.Distinct()];
        if (distinct.Length <= MaxBins)
            return distinct.Length <= 1 ? [] : distinct[..^1];
        for (int b = 1; b < MaxBins; b++)
            cuts.Add(values[(int)((long)values.Count * b / MaxBins)]);
        cuts.Remove(values[^1]);
        return [.. cuts];
    }

    private static byte[] BinsOf(short[] column, short[] cuts)
    {
        byte[] bins = new byte[column.Length];
        for (int i = 0; i < column.Length; i++)
        {
            int at = Array.BinarySearch(cuts, column[i]);
            bins[i] = (byte)(at < 0 ? ~at : at);
        }

        return bins;
    }
}
