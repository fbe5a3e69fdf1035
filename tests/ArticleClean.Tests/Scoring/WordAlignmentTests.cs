using ArticleClean.Scoring;

namespace ArticleClean.Tests.Scoring;

public sealed class WordAlignmentTests
{
    [Fact]
    public void Equal_words_are_partners_in_order() =>
        Assert.Equal([0, 1, 2], Align("a b c", "a b c"));

    [Fact]
    public void A_word_that_is_missing_has_no_partner() =>
        Assert.Equal([0, -1, 1, 2], Align("a x b c", "a b c"));

    [Fact]
    public void What_was_inserted_moves_the_rest() =>
        Assert.Equal([0, 3, 4], Align("a b c", "a x y b c"));

    [Fact]
    public void A_repeated_run_is_found_by_what_stands_around_it() =>
        Assert.Equal([3, 4, 5, 6], Align("b a a c", "x y z b a a c"));

    private static int[] Align(string a, string b) =>
        WordAlignment.Align([.. a.Where(c => c != ' ').Select(c => (ulong)c)], [.. b.Where(c => c != ' ').Select(c => (ulong)c)]);
}
