using ArticleClean.Detecting.LineModel;
using ArticleClean.Scoring;

namespace ArticleClean.Training.Learning;

/// <summary>How trees are grown.</summary>
internal sealed record BoostingOptions
{
    public int Trees { get; init; } = 300;
    public int Depth { get; init; } = 6;
    public float Rate { get; init; } = 0.1f;
    /// <summary>Added to every leaf's second derivatives; instance weights have mean 1.</summary>
    public float Shrink { get; init; } = 20;
    /// <summary>Share of the rows that each tree sees.</summary>
    public float RowShare { get; init; } = 0.5f;
    /// <summary>Share of the columns that each tree sees.</summary>
    public float ColumnShare { get; init; } = 0.25f;
    public ulong Seed { get; init; } = 1;
}

/// <summary>A grown tree: at each level one column and one cut; a row goes to the leaf whose bit d says value &gt; cut at level d.</summary>
internal sealed record GrownTree(int[] Columns, short[] Cuts, int[] Leaves);

/// <summary>
/// Gradient boosting of symmetric trees on integer columns for weighted logistic loss (Friedman 2001; one split per
/// level as in Kohavi's oblivious trees), in one thread and row order, so that every run gives the same trees. Leaves are thousandths of log-odds.
/// </summary>
internal static class ObliviousBoosting
{
    /// <param name="matrix">Columns of all rows.</param>
    /// <param name="rows">The rows to learn from, ascending.</param>
    /// <param name="labels">Per row of the matrix: probability that it is junk.</param>
    /// <param name="weights">Per row of the matrix; 0 leaves it out.</param>
    public static List<GrownTree> Grow(BinnedColumns matrix, int[] rows, float[] labels, float[] weights, BoostingOptions options)
    {
        int[] used = [.. rows.Where(r => weights[r] > 0)];
        int n = used.Length;
        float[] y = new float[n], w = new float[n];
        double sum = 0;
        for (int i = 0; i < n; i++)
            sum += weights[used[i]];
        for (int i = 0; i < n; i++)
        {
            y[i] = labels[used[i]];
            w[i] = (float)(weights[used[i]] * n / sum);
        }

        short[][] cuts = matrix.Cuts;
        byte[][] bins = matrix.Bins;
        SplitMix random = new(options.Seed);
        int[] score = new int[n];
        float[] g = new float[n], h = new float[n];
        List<GrownTree> trees = [];
        int[] varied = [.. Enumerable.Range(0, cuts.Length).Where(c => cuts[c].Length > 0)];
        for (int t = 0; t < options.Trees; t++)
        {
            int[] sample = Sample(n, options.RowShare, random);
            int[] columns = [.. varied.Where(_ => random.NextUnit() < options.ColumnShare)];
            if (columns.Length == 0)
                continue;
            foreach (int i in sample)
            {
                float p = 1 / (1 + MathF.Exp(-score[i] / 1000f));
                g[i] = w[i] * (p - y[i]);
                h[i] = Math.Max(w[i] * p * (1 - p), 1e-6f);
            }

            trees.Add(GrowTree(bins, cuts, columns, used, sample, g, h, score, options));
        }

        return trees;
    }

    /// <summary>The trees as the tool holds them.</summary>
    public static TreeEnsemble Pack(List<GrownTree> trees) => new(
        [.. trees.Select(t => (byte)t.Columns.Length)],
        [.. trees.SelectMany(t => t.Columns).Select(c => (ushort)c)],
        [.. trees.SelectMany(t => t.Cuts)],
        [.. trees.SelectMany(t => t.Leaves).Select(v => (short)Math.Clamp(v, short.MinValue, short.MaxValue))]);

    private static GrownTree GrowTree(
        byte[][] bins, short[][] cuts, int[] columns, int[] used, int[] sample, float[] g, float[] h, int[] score, BoostingOptions options)
    {
        Part all = new(sample.Length);
        for (int i = 0; i < sample.Length; i++)
            all.Add(used[sample[i]], 0, g[sample[i]], h[sample[i]]);
        Part counted = all; // the rows whose sums are counted; those of the other halves follow by subtraction
        double[][] sums = new double[columns.Length][];
        bool rightCounted = false;
        List<int> splitColumns = [];
        List<int> splitBins = [];
        for (int level = 0; level < options.Depth; level++)
        {
            (double Gain, int Bin)[] best = new (double, int)[columns.Length];
            for (int c = 0; c < columns.Length; c++)
            {
                int width = cuts[columns[c]].Length + 1;
                double[] mine = Count(counted, bins[columns[c]], width, 1 << level);
                if (level > 0)
                    Complete(mine, sums[c], width, 1 << (level - 1), rightCounted);
                sums[c] = mine;
                best[c] = BestCut(mine, width, 1 << level, options.Shrink);
            }

            int chosen = -1;
            for (int c = 0; c < columns.Length; c++)
            {
                if (best[c].Gain > 0 && (chosen < 0 || best[c].Gain > best[chosen].Gain))
                    chosen = c;
            }

            if (chosen < 0)
                break;
            splitColumns.Add(columns[chosen]);
            splitBins.Add(best[chosen].Bin);
            counted = Divide(all, bins[columns[chosen]], best[chosen].Bin, level, out rightCounted);
        }

        double[] sumG = new double[1 << splitColumns.Count], sumH = new double[1 << splitColumns.Count];
        for (int i = 0; i < all.Count; i++)
        {
            sumG[all.Leaf[i]] += all.G[i];
            sumH[all.Leaf[i]] += all.H[i];
        }

        int[] values = new int[sumG.Length];
        for (int l = 0; l < values.Length; l++)
            values[l] = (int)Math.Round(-1000 * options.Rate * sumG[l] / (sumH[l] + options.Shrink));
        byte[] leaf = new byte[used.Length];
        for (int d = 0; d < splitColumns.Count; d++)
        {
            byte[] column = bins[splitColumns[d]];
            for (int i = 0; i < used.Length; i++)
                leaf[i] |= (byte)(column[used[i]] > splitBins[d] ? 1 << d : 0);
        }

        for (int i = 0; i < score.Length; i++)
            score[i] += values[leaf[i]];
        return new GrownTree([.. splitColumns], [.. splitColumns.Select((c, d) => cuts[c][splitBins[d]])], values);
    }

    /// <summary>Sends every row to its half, and gives the rows of the halves that are fewer together.</summary>
    private static Part Divide(Part all, byte[] column, int bin, int level, out bool right)
    {
        int above = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (column[all.Rows[i]] > bin)
            {
                all.Leaf[i] |= (byte)(1 << level);
                above++;
            }
        }

        right = above * 2 <= all.Count;
        Part part = new(right ? above : all.Count - above);
        for (int i = 0; i < all.Count; i++)
        {
            if (((all.Leaf[i] >> level) & 1) == (right ? 1 : 0))
                part.Add(all.Rows[i], all.Leaf[i], all.G[i], all.H[i]);
        }

        return part;
    }

    private static double[] Count(Part part, byte[] column, int width, int leaves)
    {
        double[] sums = new double[leaves * width * 2];
        int[] rows = part.Rows;
        byte[] leaf = part.Leaf;
        float[] g = part.G, h = part.H;
        for (int i = 0; i < part.Count; i++)
        {
            int at = ((leaf[i] * width) + column[rows[i]]) * 2;
            sums[at] += g[i];
            sums[at + 1] += h[i];
        }

        return sums;
    }

    /// <summary>Fills the halves that were not counted: what the whole had, less the counted half.</summary>
    private static void Complete(double[] sums, double[] whole, int width, int leaves, bool rightCounted)
    {
        int half = leaves * width * 2;
        int counted = rightCounted ? half : 0, open = rightCounted ? 0 : half;
        for (int i = 0; i < half; i++)
            sums[open + i] = whole[i] - sums[counted + i];
    }

    /// <summary>Rows with their leaf and derivatives, side by side.</summary>
    private sealed class Part(int capacity)
    {
        public int[] Rows { get; } = new int[capacity];
        public byte[] Leaf { get; } = new byte[capacity];
        public float[] G { get; } = new float[capacity];
        public float[] H { get; } = new float[capacity];
        public int Count { get; private set; }

        public void Add(int row, byte leaf, float g, float h) => (Rows[Count], Leaf[Count], G[Count], H[Count++]) = (row, leaf, g, h);
    }

    private static (double Gain, int Bin) BestCut(double[] sums, int width, int leaves, float shrink)
    {
        int cutCount = width - 1;
        double[] gains = new double[cutCount];
        for (int l = 0; l < leaves; l++)
        {
            double allG = 0, allH = 0;
            int from = l * width * 2;
            for (int b = 0; b < width; b++)
            {
                allG += sums[from + (b * 2)];
                allH += sums[from + (b * 2) + 1];
            }

            if (allH <= 1e-3)
                continue;
            double leftG = 0, leftH = 0, whole = allG * allG / (allH + shrink);
            for (int b = 0; b < cutCount; b++)
            {
                leftG += sums[from + (b * 2)];
                leftH += sums[from + (b * 2) + 1];
                double rightG = allG - leftG, rightH = allH - leftH;
                gains[b] += (leftG * leftG / (leftH + shrink)) + (rightG * rightG / (Math.Max(rightH, 0) + shrink)) - whole;
            }
        }

        int best = 0;
        for (int b = 1; b < cutCount; b++)
        {
            if (gains[b] > gains[best])
                best = b;
        }

        return (gains[best], best);
    }

    private static int[] Sample(int n, float share, SplitMix random)
    {
        List<int> rows = new((int)(n * share * 1.02) + 16);
        for (int i = 0; i < n; i++)
        {
            if (random.NextUnit() < share)
                rows.Add(i);
        }

        return [.. rows];
    }
}
