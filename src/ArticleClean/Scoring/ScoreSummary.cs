namespace ArticleClean.Scoring;

/// <summary>A figure with the interval that 95 % of the resampled figures lie in; no interval for fewer than two documents.</summary>
internal sealed record Estimate(double Value, double? Low, double? High);

/// <summary>The figures of many documents.</summary>
internal sealed record ScoreSummary
{
    /// <summary>Resamplings of the documents (bootstrap, Efron 1979); the seed is fixed, so the same documents give the same intervals.</summary>
    private const int Rounds = 1000;

    private const ulong Seed = 1;

    /// <summary>Of a document's words, the share whose loss is counted as one of a whole document.</summary>
    private const double LargeLoss = 0.05;

    public required int Documents { get; init; }

    /// <summary>Mean over the documents whose body has words.</summary>
    public required Estimate Precision { get; init; }

    /// <summary>Mean over the documents whose gold has words.</summary>
    public required Estimate Recall { get; init; }

    /// <summary>The harmonic mean of these two means.</summary>
    public required Estimate F1 { get; init; }

    /// <summary>Share of the documents whose body has the gold's words and no others.</summary>
    public required Estimate Exact { get; init; }

    /// <summary>Share of the golds' words in the documents that are lost, over all documents.</summary>
    public required Estimate WordsLost { get; init; }

    /// <summary>Share of the documents' other words that are left, over all documents.</summary>
    public required Estimate JunkLeft { get; init; }

    /// <summary>Documents that lose over a twentieth of their words.</summary>
    public required int LargeLosses { get; init; }

    public static ScoreSummary Of(IReadOnlyList<DocumentScore> scores)
    {
        double[] values = Figures(scores, i => i);
        (double Low, double High)[]? intervals = Intervals(scores, values.Length);
        Estimate Figure(int k) => new(values[k], intervals?[k].Low, intervals?[k].High);
        return new ScoreSummary
        {
            Documents = scores.Count,
            Precision = Figure(0),
            Recall = Figure(1),
            F1 = Figure(2),
            Exact = Figure(3),
            WordsLost = Figure(4),
            JunkLeft = Figure(5),
            LargeLosses = scores.Count(score => score.LostWords > LargeLoss * score.BodyWords),
        };
    }

    private static (double Low, double High)[]? Intervals(IReadOnlyList<DocumentScore> scores, int figures)
    {
        if (scores.Count < 2)
            return null;
        SplitMix random = new(Seed);
        double[][] rounds = new double[figures][];
        for (int k = 0; k < figures; k++)
            rounds[k] = new double[Rounds];
        int[] picked = new int[scores.Count];
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < picked.Length; i++)
                picked[i] = random.NextInt(picked.Length);
            double[] values = Figures(scores, i => picked[i]);
            for (int k = 0; k < figures; k++)
                rounds[k][round] = values[k];
        }

        (double Low, double High)[] intervals = new (double Low, double High)[figures];
        for (int k = 0; k < figures; k++)
        {
            Array.Sort(rounds[k]);
            intervals[k] = (rounds[k][Rounds / 40], rounds[k][(Rounds * 39 / 40) - 1]);
        }

        return intervals;
    }

    private static double[] Figures(IReadOnlyList<DocumentScore> scores, Func<int, int> pick)
    {
        double precision = 0, recall = 0;
        long texts = 0, golds = 0, exact = 0, lost = 0, body = 0, left = 0, junk = 0;
        for (int i = 0; i < scores.Count; i++)
        {
            DocumentScore score = scores[pick(i)];
            if (score.Shingles.HasText)
                (precision, texts) = (precision + score.Shingles.Precision, texts + 1);
            if (score.Shingles.HasGold)
                (recall, golds) = (recall + score.Shingles.Recall, golds + 1);
            exact += score.IsExact ? 1 : 0;
            (lost, body) = (lost + score.LostWords, body + score.BodyWords);
            (left, junk) = (left + score.LeftWords, junk + score.JunkWords);
        }

        (precision, recall) = (precision / Math.Max(1, texts), recall / Math.Max(1, golds));
        return
        [
            precision, recall, ShingleCounts.Harmonic(precision, recall), Share(exact, scores.Count), Share(lost, body), Share(left, junk),
        ];
    }

    private static double Share(long part, long whole) => (double)part / Math.Max(1, whole);
}
