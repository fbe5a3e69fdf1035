using ArticleClean.Writing;

namespace ArticleClean.Tests.Writing;

public class CountingTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData(" - \n", 0)]
    [InlineData("One two, three.", 3)]
    [InlineData("Größe 2 été", 3)]
    [InlineData("नमस्ते दुनिया", 2)]
    [InlineData("新闻 a", 3)]
    [InlineData("조선 신문", 2)]
    [InlineData("e\u0301te\u0301", 1)]
    [InlineData("🙂 𠀀𠀁", 2)]
    public void Words_are_runs_of_letters_and_characters_of_scripts_without_blanks(string text, int words) =>
        Assert.Equal(words, WordCounter.Count(text));

    [Theory]
    [InlineData("One two, three 4 five's six@seven [eight] `nine` {ten}.", 11)]
    [InlineData("Zaza 09 :/ AZ @[ az `{ été naïveté, au revoir Zoë, über", 10)]
    public void Words_are_counted_alike_wherever_they_stand(string text, int words)
    {
        // Characters are taken in blocks: a word, a mark or a letter that is no ASCII stands at each place of one.
        for (int before = 0; before < 20; before++)
            Assert.Equal(words, WordCounter.Count(new string('-', before) + text));
        for (int longer = 0; longer < 20; longer++)
            Assert.Equal(words, WordCounter.Count(new string('x', longer) + text + new string(' ', longer)));
    }

    [Theory]
    [InlineData(0, 500)]
    [InlineData(1000, 731)]
    [InlineData(-1000, 269)]
    [InlineData(3125, 958)]
    [InlineData(6900, 999)]
    [InlineData(int.MaxValue, 999)]
    [InlineData(int.MinValue, 1)]
    public void Confidence_is_the_logistic_of_the_log_odds(int logOdds, int confidence) =>
        Assert.Equal(confidence, Confidence.OfLogOdds(logOdds));

    [Fact]
    public void Confidence_is_within_a_thousandth_of_the_function_everywhere()
    {
        for (int logOdds = -9000; logOdds <= 9000; logOdds += 7)
            Assert.InRange(Confidence.OfLogOdds(logOdds) - (1000 / (1 + Math.Exp(-logOdds / 1000.0))), -1.8, 1.8);
    }

    [Fact]
    public void Statistics_count_the_words_of_the_document_and_of_what_went()
    {
        CleanStatistics statistics = MarkedText.Write("One two three.\n«Go home.» ‹More›\n").Statistics;
        Assert.Equal((6, 3), (statistics.Words, statistics.WordsRemoved));
        Assert.Equal(2, statistics.ByCategory["navigation"]);
        Assert.Equal(1, statistics.ByCategory["related"]);
    }
}
