using System.Text;
using ArticleClean.Deciding;
using ArticleClean.Detecting.Artifacts;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using ArticleClean.Tests.Reading;
using ArticleClean.Writing;

namespace ArticleClean.Tests.Writing;

public class MarkdownTests
{
    [Theory]
    [InlineData("<h1>Dike holds</h1><p>The <em>old</em> dike <strong>held</strong>.", "# Dike holds\n\nThe *old* dike **held**.\n")]
    [InlineData("<p><b><i>Both</i></b> and <a href='/x'>a <b>link</b></a>.", "***Both*** and [a **link**](/x).\n")]
    [InlineData("<ul><li>one<li>two<ol><li>inner<li>next</ol></ul><p>After", "- one\n- two\n  1. inner\n  2. next\n\nAfter\n")]
    [InlineData("<ul><li><p>one</p><p>more</p></li></ul>", "- one\n\n  more\n")]
    [InlineData("<div>One line.</div><div>Another.</div>", "One line.\n\nAnother.\n")]
    [InlineData("<blockquote><p>Said<br>so</blockquote>", "> Said\\\n> so\n")]
    [InlineData("<pre>a  b\n*c*</pre>", "```\na  b\n*c*\n```\n")]
    [InlineData("<p>Run <code>a_b * c</code> or <code>x`y</code>", "Run `a_b * c` or `` x`y ``\n")]
    [InlineData("<p>1. not a list, 2 * 3, [sic] &lt;sic> snake_case _under_ a\\b", "1\\. not a list, 2 \\* 3, \\[sic\\] \\<sic> snake_case \\_under\\_ a\\b\n")]
    [InlineData("<h3>1. First</h3><p>1. no item", "### 1. First\n\n1\\. no item\n")]
    [InlineData("<p># no heading<br>- no item", "\\# no heading\\\n\\- no item\n")]
    [InlineData("<p>A <b>for\u00ADmer</b> dike,&lt;a title='*[x]*'> <i>twice\uFEFF</i>.", "A **former** dike, *twice*.\n")]
    [InlineData("<p><a href='javascript:x()'>run</a> <a href='#top'>top</a> <a href='/a (b)'>file</a>", "run top [file](</a (b)>)\n")]
    public void The_body_is_the_page_in_Markdown(string page, string expected) => Assert.Equal(expected, Markdown(HtmlPages.Read(page)));

    [Fact]
    public void Links_are_absolute_where_the_address_of_the_page_is_known() =>
        Assert.Equal("[x](https://example.org/b)\n", Markdown(HtmlPages.Read("<a href='../b'>x</a>", "https://example.org/a/c")));

    [Fact]
    public void Marks_surround_what_is_kept_and_nothing_else()
    {
        Document page = HtmlPages.Read("<p><a href=/x>Kept words. Gone words. Kept again.</a></p><h2>Gone</h2><ul><li>one<li>gone<li>three</ul>");
        Assert.Equal(
            "[Kept words.](/x) [Kept again.](/x)\n\n- one\n- three\n",
            Markdown(page, text => text.StartsWith("Gone", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Without_its_marks_the_body_is_the_plain_one_and_removals_stand_where_they_stood()
    {
        Document page = HtmlPages.Read("<h2>Title</h2><p><b>One.</b> Gone two. <i>Three.</i></p><p>Four.</p>");
        static bool IsGone(string text) => text.StartsWith("Gone", StringComparison.Ordinal);
        CleanResult marked = Write(page, IsGone, isMarkdown: true);
        Assert.Equal(Write(page, IsGone, isMarkdown: false).Text, string.Concat(marked.Text.Where(c => c is not ('*' or '#'))).TrimStart());
        Assert.Equal("## Title\n\n**One.**", Encoding.UTF8.GetString(marked.Body.Span[..(int)marked.Removed.Single().At]).TrimEnd());
    }

    private static string Markdown(Document page, Func<string, bool>? isRemoved = null) => Write(page, isRemoved ?? (_ => false), true).Text;

    private static CleanResult Write(Document page, Func<string, bool> isRemoved, bool isMarkdown)
    {
        Segmented segmented = Segmenter.Segment(page);
        Verdict[] verdicts = [.. Enumerable.Range(0, segmented.Segments.Length).Select(i => isRemoved(segmented.TextOf(i).ToString())
            ? new Verdict(Fate.Remove, Category.Other, 5000, [])
            : new Verdict(Fate.Keep, Category.Keep, 0, []))];
        Decision decision = new(segmented, verdicts, ArtifactEdits.Find(segmented, verdicts), new DocumentStatus(StatusValue.Complete, null, 500, []), ArticleMetadata.None);
        return ResultWriter.Write(decision, new CleanOptions { Markdown = isMarkdown });
    }
}
