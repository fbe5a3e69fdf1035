using ArticleClean.Reading;
using ArticleClean.Writing;

namespace ArticleClean.Tests.Deciding;

public sealed class StatusTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Deciding", "Cases", "status");

    private static readonly Lazy<ArticleCleaner> Cleaner = new(() => new ArticleCleaner());

    /// <summary>Files whose first line is the status (and kind) of the text below it.</summary>
    public static TheoryData<string> Names =>
        [.. Directory.EnumerateFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_gets_its_status(string name)
    {
        string content = File.ReadAllText(Path.Combine(Folder, name + ".txt"));
        int end = content.IndexOf('\n', StringComparison.Ordinal);

        DocumentStatus status = Clean(content[(end + 1)..]);

        Assert.Equal(content[..end], status.Kind is { } kind ? $"{status.Value.Id()}/{kind.Id()}" : status.Value.Id());
        Assert.NotEmpty(status.Reasons);
    }

    [Fact]
    public void A_page_that_declares_more_than_it_shows_is_truncated()
    {
        const string Story = "The keeper of the weir has counted eels since 1988, and he writes their number in a ledger that his father began. ";
        string declared = string.Concat(Enumerable.Repeat(Story, 9));
        string page = "<!doctype html><html><head><title>Eels</title><script type=\"application/ld+json\">"
            + $"{{\"@type\":\"NewsArticle\",\"headline\":\"Eels\",\"isAccessibleForFree\":false,\"articleBody\":\"{declared}\"}}</script></head>"
            + $"<body><article><p>{Story}</p><p>{Story}</p></article></body></html>";

        Assert.Equal(StatusValue.Truncated, new ArticleCleaner().Clean(page, new SourceHints { Format = DocumentFormat.Html }).Status.Value);
        Assert.Equal(StatusValue.Complete, new ArticleCleaner().Clean(
            page.Replace(declared, Story + Story, StringComparison.Ordinal), new SourceHints { Format = DocumentFormat.Html }).Status.Value);
    }

    private static DocumentStatus Clean(string text) => Cleaner.Value.Clean(text, new SourceHints { Format = DocumentFormat.Text }).Status;
}
