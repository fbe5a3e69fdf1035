namespace ArticleClean.Scoring;

/// <summary>
/// Aligns two word sequences in order: common heads and tails, then word runs that are unique in both, shorter and
/// shorter (the patience method). What these leave open is closed by the longest common subsequence where that is asked for.
/// </summary>
internal static class WordAlignment
{
    private static readonly int[] RunLengths = [6, 4, 2, 1];

    /// <summary>A larger table of common subsequences is not filled, in cells.</summary>
    private const long MostCells = 4_000_000;

    /// <summary>For each word of <paramref name="a"/> the index of its partner in <paramref name="b"/>, or -1.</summary>
    /// <param name="closes">Whether words that no unique run aligns are aligned as well.</param>
    public static int[] Align(IReadOnlyList<ulong> a, IReadOnlyList<ulong> b, bool closes = false)
    {
        int[] partner = new int[a.Count];
        Array.Fill(partner, -1);
        Dictionary<ulong, int> ids = [];
        int[] x = Ids(a, ids), y = Ids(b, ids);
        Stack<(int A0, int A1, int B0, int B1, int Step)> work = new();
        work.Push((0, x.Length, 0, y.Length, 0));
        while (work.TryPop(out (int A0, int A1, int B0, int B1, int Step) part))
        {
            (int a0, int a1, int b0, int b1, int step) = part;
            while (a0 < a1 && b0 < b1 && x[a0] == y[b0])
                partner[a0++] = b0++;
            while (a0 < a1 && b0 < b1 && x[a1 - 1] == y[b1 - 1])
                partner[--a1] = --b1;
            if (a0 >= a1 || b0 >= b1)
                continue;
            if (step == RunLengths.Length)
            {
                if (closes && (long)(a1 - a0 + 1) * (b1 - b0 + 1) <= MostCells)
                    Close(x, a0, a1, y, b0, b1, partner);
                continue;
            }

            List<(int A, int B)> chain = Chain(x, a0, a1, y, b0, b1, RunLengths[step]);
            int fromA = a0, fromB = b0;
            int next = chain.Count == 0 ? step + 1 : step;
            foreach ((int atA, int atB) in chain)
            {
                if (atA < fromA || atB < fromB)
                    continue;
                work.Push((fromA, atA, fromB, atB, step + 1));
                int i = atA, j = atB;
                while (i < a1 && j < b1 && x[i] == y[j])
                    partner[i++] = j++;
                (fromA, fromB) = (i, j);
            }

            if (fromA > a0 || next > step)
                work.Push((fromA, a1, fromB, b1, step + 1));
        }

        return partner;
    }

    /// <summary>Aligns by the longest common subsequence (Wagner and Fischer 1974).</summary>
    private static void Close(int[] x, int a0, int a1, int[] y, int b0, int b1, int[] partner)
    {
        int width = b1 - b0 + 1;
        int[] longest = new int[(a1 - a0 + 1) * width];
        for (int i = a1 - 1; i >= a0; i--)
        {
            for (int j = b1 - 1; j >= b0; j--)
            {
                int at = ((i - a0) * width) + j - b0;
                longest[at] = x[i] == y[j] ? longest[at + width + 1] + 1 : Math.Max(longest[at + width], longest[at + 1]);
            }
        }

        for (int i = a0, j = b0; i < a1 && j < b1;)
        {
            int at = ((i - a0) * width) + j - b0;
            if (x[i] == y[j])
                partner[i++] = j++;
            else if (longest[at + width] >= longest[at + 1])
                i++;
            else
                j++;
        }
    }

    private static int[] Ids(IReadOnlyList<ulong> words, Dictionary<ulong, int> ids)
    {
        int[] result = new int[words.Count];
        for (int i = 0; i < result.Length; i++)
        {
            if (!ids.TryGetValue(words[i], out result[i]))
                ids.Add(words[i], result[i] = ids.Count);
        }

        return result;
    }

    private static List<(int A, int B)> Chain(int[] x, int a0, int a1, int[] y, int b0, int b1, int length)
    {
        Dictionary<ulong, int> there = Unique(y, b0, b1, length);
        List<(int A, int B)> pairs = [];
        foreach ((ulong run, int at) in Unique(x, a0, a1, length))
        {
            if (at >= 0 && there.TryGetValue(run, out int other) && other >= 0)
                pairs.Add((at, other));
        }

        pairs.Sort();
        return Increasing(pairs);
    }

    private static Dictionary<ulong, int> Unique(int[] words, int from, int to, int length)
    {
        Dictionary<ulong, int> seen = [];
        for (int i = from; i + length <= to; i++)
        {
            ulong run = 0;
            for (int k = 0; k < length; k++)
                run = (run * 0x9E3779B97F4A7C15UL) + (ulong)words[i + k] + 1;
            seen[run] = seen.ContainsKey(run) ? -1 : i;
        }

        return seen;
    }

    private static List<(int A, int B)> Increasing(List<(int A, int B)> pairs)
    {
        List<int> tails = [];
        int[] back = new int[pairs.Count];
        for (int n = 0; n < pairs.Count; n++)
        {
            int low = 0, high = tails.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (pairs[tails[middle]].B < pairs[n].B)
                    low = middle + 1;
                else
                    high = middle;
            }

            back[n] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
                tails.Add(n);
            else
                tails[low] = n;
        }

        List<(int A, int B)> chain = [];
        for (int n = tails.Count > 0 ? tails[^1] : -1; n >= 0; n = back[n])
            chain.Add(pairs[n]);
        chain.Reverse();
        return chain;
    }
}
