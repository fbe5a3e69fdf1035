using ArticleClean.Scoring;

namespace ArticleClean.Tests.Scoring;

/// <summary>Figures that were worked out by hand from the definition of the benchmark.</summary>
public sealed class ShingleCountsTests
{
    [Theory]
    // one two three four | two three four five | three four five six: the text lacks the last one
    [InlineData("one two three four five six", "one two three four five", 2, 0, 1)]
    [InlineData("one two three four five", "one two three four five six", 2, 1, 0)]
    [InlineData("one two three four five", "one two three four five", 2, 0, 0)]
    // fewer than four words are one run
    [InlineData("one two three", "one two three", 1, 0, 0)]
    [InlineData("one two three", "one two", 0, 1, 1)]
    [InlineData("one", "", 0, 0, 1)]
    [InlineData("", "one two three four five", 0, 2, 0)]
    [InlineData("", "", 0, 0, 0)]
    // what stands between words does not matter, case does
    [InlineData("One, two - three (four)", "One two\nthree four!", 1, 0, 0)]
    [InlineData("One two three four", "one two three four", 0, 1, 1)]
    // runs count as often as they stand
    [InlineData("a b c d a b c d", "a b c d", 1, 0, 4)]
    public void Runs_of_four_words_are_counted_as_multisets(string gold, string text, int hit, int extra, int missing) =>
        Assert.Equal(new ShingleCounts(hit, extra, missing), ShingleCounts.Compare(gold, text));

    [Theory]
    [InlineData(2, 0, 1, 1, 2.0 / 3, 0.8)]
    [InlineData(3, 1, 2, 0.75, 0.6, 2.0 / 3)]
    [InlineData(0, 0, 1, 0, 0, 0)]
    [InlineData(0, 2, 0, 0, 0, 0)]
    [InlineData(0, 0, 0, 1, 1, 1)]
    public void Precision_recall_and_F1_follow_from_the_counts(int hit, int extra, int missing, double precision, double recall, double f1)
    {
        ShingleCounts counts = new(hit, extra, missing);
        Assert.Equal(precision, counts.Precision, 12);
        Assert.Equal(recall, counts.Recall, 12);
        Assert.Equal(f1, counts.F1, 12);
    }

    [Theory]
    [InlineData("snake_case is one", 3)]
    [InlineData("don't", 2)]
    [InlineData("3.14 ½ x² Ⅷ", 5)]
    [InlineData("été e\u0301te\u0301", 3)] // a mark ends a word
    [InlineData("हिन्दी", 3)]
    [InlineData("新聞、記事", 2)]
    [InlineData("𝒂𝒃 😀 c", 2)]
    [InlineData(" — … ", 0)]
    public void Words_are_runs_of_letters_numbers_and_low_lines(string text, int words) => Assert.Equal(words, ScoredWords.Runs(text).Count);

    [Theory]
    [InlineData("Soft\u00ADhyphen and zero\u200Bwidth", 3)]
    [InlineData("新聞 x", 3)]
    [InlineData("One ONE one", 3)]
    public void Units_skip_what_is_invisible_and_take_unspaced_scripts_by_character(string text, int words) =>
        Assert.Equal(words, ScoredWords.Units(text).Count);

    [Fact]
    public void Units_ignore_case() => Assert.Equal(ScoredWords.Units("Été")[0].Hash, ScoredWords.Units("éTÉ")[0].Hash);
}
