using ArticleClean.Scoring;

namespace ArticleClean.Tests.Scoring;

public sealed class ScoreSummaryTests
{
    private static readonly DocumentStatus Status = new(StatusValue.Complete, null, 900, []);

    private static DocumentScore Score(ShingleCounts shingles, int body = 0, int lost = 0, int junk = 0, int left = 0, bool exact = false) => new()
    {
        Name = "test", Shingles = shingles, IsExact = exact, GoldWords = body, BodyWords = body, LostWords = lost, LiftedWords = 0,
        JunkWords = junk, LeftWords = left, Lost = [], Left = [], Status = Status,
    };

    [Fact]
    public void Precision_and_recall_are_means_over_documents_and_F1_is_the_harmonic_mean_of_the_means()
    {
        // Precision (0.75 + 1) / 2, recall (0.6 + 0.5) / 2.
        ScoreSummary summary = ScoreSummary.Of([Score(new ShingleCounts(3, 1, 2)), Score(new ShingleCounts(1, 0, 1))]);
        Assert.Equal(0.875, summary.Precision.Value, 12);
        Assert.Equal(0.55, summary.Recall.Value, 12);
        Assert.Equal(2 * 0.875 * 0.55 / 1.425, summary.F1.Value, 12);
    }

    [Fact]
    public void A_document_without_a_body_says_nothing_of_precision_and_one_without_a_gold_nothing_of_recall()
    {
        ScoreSummary summary = ScoreSummary.Of([Score(new ShingleCounts(1, 1, 0)), Score(new ShingleCounts(0, 0, 3)), Score(new ShingleCounts(0, 2, 0))]);
        Assert.Equal((0.5 + 0) / 2, summary.Precision.Value, 12);
        Assert.Equal((1.0 + 0) / 2, summary.Recall.Value, 12);
    }

    [Fact]
    public void Words_are_shares_of_all_documents_words()
    {
        ScoreSummary summary = ScoreSummary.Of(
            [Score(default, body: 100, lost: 6, junk: 40, left: 10, exact: true), Score(default, body: 300, lost: 2, junk: 60, left: 0)]);
        Assert.Equal((0.02, 0.1, 0.5, 1), (summary.WordsLost.Value, summary.JunkLeft.Value, summary.Exact.Value, summary.LargeLosses));
    }

    [Fact]
    public void Intervals_hold_the_figure_are_the_same_each_time_and_narrow_with_more_documents()
    {
        DocumentScore[] few = [.. Enumerable.Range(0, 20).Select(i => Score(new ShingleCounts(10, i % 5, i % 3)))];
        DocumentScore[] many = [.. Enumerable.Range(0, 40).SelectMany(_ => few)];
        Estimate once = ScoreSummary.Of(few).Precision, again = ScoreSummary.Of(few).Precision, narrow = ScoreSummary.Of(many).Precision;
        Assert.Equal(once, again);
        Assert.InRange(once.Value, once.Low!.Value, once.High!.Value);
        Assert.True(narrow.High - narrow.Low < (once.High - once.Low) / 4);
        // The width is that of the normal approximation: 2 * 1.96 standard errors.
        double mean = few.Average(s => s.Shingles.Precision), variance = few.Average(s => Math.Pow(s.Shingles.Precision - mean, 2));
        Assert.Equal(2 * 1.96 * Math.Sqrt(variance / few.Length), once.High!.Value - once.Low!.Value, tolerance: 0.015);
    }

    [Fact]
    public void One_document_has_no_interval() => Assert.Null(ScoreSummary.Of([Score(new ShingleCounts(1, 1, 1))]).F1.Low);
}
