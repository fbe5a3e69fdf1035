using ArticleClean.Scoring;

namespace ArticleClean.Tests.Scoring;

public sealed class DocumentScoreTests
{
    private const string First = "The lake froze on Sunday, the weather service said.";
    private const string Second = "Skaters stayed away from the northern shore all day.";
    private const string Prompt = "Subscribe now for unlimited access to all our stories";

    private static readonly ArticleCleaner Cleaner = new();

    private static DocumentScore Score(string text, string gold, CleanOptions? options = null) =>
        DocumentScore.Of("test", gold, (options is null ? Cleaner : new ArticleCleaner(options)).Clean(text));

    [Fact]
    public void What_equals_its_gold_is_exact_and_loses_nothing()
    {
        DocumentScore score = Score($"{First}\n{Second}\n{Prompt}\n", $"{First}\n\n{Second}");
        Assert.True(score.IsExact);
        Assert.Equal((18, 18, 0, 9, 0), (score.GoldWords, score.BodyWords, score.LostWords, score.JunkWords, score.LeftWords));
        Assert.Empty(score.Lost);
        Assert.Empty(score.Left);
    }

    [Fact]
    public void What_the_gold_has_and_the_body_lacks_is_lost()
    {
        DocumentScore score = Score($"{First}\n{Second}\n{Prompt}\n", $"{First}\n{Second}\n{Prompt}");
        Assert.False(score.IsExact);
        Assert.Equal((27, 27, 9, 0, 0), (score.GoldWords, score.BodyWords, score.LostWords, score.JunkWords, score.LeftWords));
        Assert.Equal([Prompt], score.Lost);
    }

    [Fact]
    public void What_the_body_has_beyond_the_gold_is_left()
    {
        DocumentScore score = Score($"{First}\n{Second}\n{Prompt}\n", First);
        Assert.Equal((9, 9, 0, 18, 9), (score.GoldWords, score.BodyWords, score.LostWords, score.JunkWords, score.LeftWords));
        Assert.Equal([Second.TrimEnd('.')], score.Left);
    }

    [Fact]
    public void Words_of_the_gold_that_the_document_lacks_are_not_lost()
    {
        DocumentScore score = Score($"{First}\n", $"{First}\nOnly the gold knows this.");
        Assert.Equal((14, 9, 0), (score.GoldWords, score.BodyWords, score.LostWords));
    }

    [Fact]
    public void A_headline_that_went_into_the_metadata_is_lifted_and_not_lost()
    {
        const string headline = "Old pier to be widened before the winter";
        string page = $"<!doctype html><title>{headline}</title><h1>{headline}</h1><p>{First}</p><p>{Second}</p>";
        DocumentScore score = Score(page, $"{headline}\n{First}\n{Second}");
        Assert.Equal((26, 0, 8), (score.BodyWords, score.LostWords, score.LiftedWords));
    }

    [Fact]
    public void A_copy_that_goes_is_no_loss_while_the_other_stays()
    {
        DocumentScore score = Score($"{First}\n{Prompt}\n{First}\n{Second}\n", $"{First}\n{Second}");
        Assert.Equal(0, score.LostWords);
    }

    [Fact]
    public void An_empty_gold_of_a_page_that_is_no_article_is_met_by_an_empty_body()
    {
        DocumentScore score = Score(" \n", "");
        Assert.True(score.IsExact);
        Assert.Equal((1.0, 0, 0), (score.Shingles.F1, score.LostWords, score.LeftWords));
    }
}
