using ArticleClean.Reading;

namespace ArticleClean.Tests.Deciding;

public sealed class NamingTests
{
    private const string Story = """
        The harbour council voted on Tuesday evening to rebuild the eastern pier, which the winter storms had damaged.
        Work is to begin in the spring and will take two years, the chair of the council told residents.
        Fishermen had asked for a temporary landing stage, and the council will decide about that in three weeks.
        """;

    private static readonly ArticleCleaner Cleaner = new();

    [Theory]
    [InlineData("Markets: copper gains 40 a tonne as traders wait\nBy Petra Lind\n3 March 2024\n\n", "Markets: copper gains 40 a tonne as traders wait", Category.Headline)]
    public void A_line_above_the_story_is_named_by_its_place_and_shape(string head, string line, Category category) =>
        Assert.Contains(Clean(head + Story).Removed, r => r.Text == line && r.Category == category);

    [Fact]
    public void A_line_with_an_account_below_the_story_is_social() =>
        Assert.Contains(Clean(Story + "\nFollow us\n@harbour_news\n© 2024 Harbour News. All rights reserved.\n").Removed, r => r.Text.Contains("@harbour_news", StringComparison.Ordinal) && r.Category == Category.Social);

    private static CleanResult Clean(string text) => Cleaner.Clean(text, new SourceHints { Format = DocumentFormat.Text });
}
