using System.Diagnostics;
using System.Globalization;
using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

/// <summary>Markup made to hurt: bounded time, and the text in its order.</summary>
public class HtmlHostileTests
{
    /// <summary>A hundred times what they take on an idle machine; the square of their length would take minutes there.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(90);

    public static TheoryData<string, string> OpenTags => new()
    {
        { "nested div", "<div>" },
        { "bold, never closed", "<b>" },
        { "font in paragraphs, each unlike the last", "<p><font color={0}>" },
        { "classes in paragraphs, each unlike the last", "<p><b class=c{0}><i id=i{0}>" },
        { "links, never closed", "<a href=/{0}>" },
        { "links over blocks", "<a href=/{0}><div>" },
        { "nested tables", "<table><tr><td>" },
        { "nested lists", "<ul><li>" },
        { "spans, bold and tables", "<span><b><table><tr><td>" },
        { "objects with links", "<object><a href=x>" },
        { "images with bold", "<svg><g><b>" },
        { "formulas", "<math><mrow>" },
        { "forms and buttons", "<form><button>" },
        { "unknown elements", "<x{0}>" },
        { "headings", "<h1>" },
        { "quotes", "<blockquote><p>" },
    };

    [Theory]
    [MemberData(nameof(OpenTags))]
    public void A_hundred_thousand_open_tags_keep_the_text_in_order(string what, string tags)
    {
        string page = string.Concat(Enumerable.Range(0, 100_000).Select(i => string.Format(CultureInfo.InvariantCulture, tags, i) + $" w{i} "));
        Stopwatch watch = Stopwatch.StartNew();
        Document document = HtmlPages.Read(page);
        Assert.True(watch.Elapsed < Soon, $"{what} took {watch.Elapsed}");
        AssertInOrder(document.Text, 100_000);
    }

    [Fact]
    public void A_hundred_thousand_closed_divs_keep_the_text_in_order_and_the_words_apart()
    {
        const int Count = 100_000;
        string page = string.Concat(Enumerable.Range(0, Count).Select(i => $"<div>w{i}"))
            + string.Concat(Enumerable.Range(0, Count).Select(i => $"</div>w{Count + i}")) + $"<p>w{2 * Count}";
        Stopwatch watch = Stopwatch.StartNew();
        Document document = HtmlPages.Read(page);
        Assert.True(watch.Elapsed < Soon, watch.Elapsed.ToString());
        AssertInOrder(document.Text, (2 * Count) + 1);
    }

    [Fact]
    public void What_follows_deep_nesting_is_blocks_again()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 2_000)) + "deep" + string.Concat(Enumerable.Repeat("</div>", 2_000));
        HtmlPage page = HtmlPages.Read(deep + "<p class=after>One<table><tr><td>Two</table>").Html!;
        Assert.Equal(["p", "td"], page.Blocks.Skip(1).Select(block => page.Nodes[block.Node].Tag));
    }

    [Fact]
    public void Three_hundred_thousand_attributes_are_read_past()
    {
        StringBuilder page = new("<p ");
        for (int i = 0; i < 300_000; i++)
            page.Append(CultureInfo.InvariantCulture, $"a{i}=v{i} class=c{i} ");
        Assert.Equal("text", HtmlPages.Text(page.Append(">text").ToString()));
    }

    [Theory]
    [InlineData('<')]
    [InlineData('&')]
    [InlineData('>')]
    [InlineData('\0')]
    [InlineData('"')]
    public void A_million_of_one_character_are_read(char character) =>
        Assert.NotNull(HtmlPages.Read("<p " + new string(character, 1_000_000)));

    [Fact]
    public void Text_before_a_table_that_stood_in_it_comes_before_it()
    {
        // As browsers do; the tree builder alone would put the paragraph at the end of the page.
        Assert.Equal("Out\n\nIn\n\nAfter", HtmlPages.Text("<table><tr><td>In</td></tr><p>Out</p></table><p>After"));
    }

    private static void AssertInOrder(string text, int count)
    {
        int[] found = [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => int.Parse(word.AsSpan(1), CultureInfo.InvariantCulture))];
        Assert.Equal(count, found.Length);
        for (int i = 0; i < count; i++)
        {
            if (found[i] != i)
                Assert.Fail($"w{i} is w{found[i]}");
        }
    }
}
