namespace ArticleClean.Training.Scoring;

/// <summary>Agreement of two texts on runs of four words, counted as in the article extraction benchmark of Zyte.</summary>
internal readonly record struct ShingleCounts(double Hit, double Extra, double Missing)
{
    private const int Length = 4;

    public double Precision => Hit + Extra > 0 ? Hit / (Hit + Extra) : Missing > 0 ? 0 : 1;
    public double Recall => Hit + Missing > 0 ? Hit / (Hit + Missing) : Extra > 0 ? 0 : 1;
    public double F1 => Precision + Recall > 0 ? 2 * Precision * Recall / (Precision + Recall) : 0;

    public static ShingleCounts Compare(string gold, string predicted)
    {
        Dictionary<ulong, int> open = [];
        int goldCount = 0, hit = 0, extra = 0;
        foreach (ulong shingle in Of(gold))
        {
            open[shingle] = open.GetValueOrDefault(shingle) + 1;
            goldCount++;
        }

        foreach (ulong shingle in Of(predicted))
        {
            if (open.GetValueOrDefault(shingle) > 0)
            {
                open[shingle]--;
                hit++;
            }
            else
                extra++;
        }

        return new ShingleCounts(hit, extra, goldCount - hit);
    }

    private static IEnumerable<ulong> Of(string text)
    {
        List<ulong> words = Words(text);
        if (words.Count == 0)
            yield break;
        for (int i = 0; i < Math.Max(1, words.Count - Length + 1); i++)
        {
            ulong hash = 17;
            for (int k = i; k < Math.Min(words.Count, i + Length); k++)
                hash = (hash * 0x9E3779B97F4A7C15UL) ^ words[k] ^ (hash >> 31);
            yield return hash;
        }
    }

    /// <summary>Hashes of the words: runs of letters, digits and low lines.</summary>
    private static List<ulong> Words(string text)
    {
        List<ulong> words = [];
        ulong hash = 0;
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c))
                hash = ((hash == 0 ? 14695981039346656037UL : hash) ^ c) * 1099511628211UL;
            else if (hash != 0)
            {
                words.Add(hash);
                hash = 0;
            }
        }

        if (hash != 0)
            words.Add(hash);
        return words;
    }
}
