namespace ArticleClean.Scoring;

/// <summary>
/// Agreement of a text with its gold on runs of four words, as the article extraction benchmark of Zyte counts it
/// (scrapinghub/article-extraction-benchmark, evaluate.py): multisets of runs; a text of fewer words is one run.
/// </summary>
/// <param name="Hit">Runs that both have.</param>
/// <param name="Extra">Runs that the gold lacks.</param>
/// <param name="Missing">Runs of the gold that the text lacks.</param>
internal readonly record struct ShingleCounts(double Hit, double Extra, double Missing)
{
    private const int Length = 4;

    /// <summary>Whether the text has runs, so that its precision says something.</summary>
    public bool HasText => Hit + Extra > 0;

    /// <summary>Whether the gold has runs, so that recall says something.</summary>
    public bool HasGold => Hit + Missing > 0;

    public double Precision => Ratio(Hit, Extra, Missing);
    public double Recall => Ratio(Hit, Missing, Extra);
    public double F1 => Harmonic(Precision, Recall);

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

    /// <summary>The harmonic mean; 0 when both are 0.</summary>
    public static double Harmonic(double precision, double recall) =>
        precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;

    // 1 when there is no error of either kind, 0 when there is nothing good.
    private static double Ratio(double good, double bad, double other) =>
        bad == 0 && other == 0 ? 1 : good + bad > 0 ? good / (good + bad) : 0;

    private static IEnumerable<ulong> Of(string text)
    {
        List<ulong> words = ScoredWords.Runs(text);
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
}
