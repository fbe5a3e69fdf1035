using System.Collections.Immutable;
using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

public class HtmlReaderTests
{
    [Theory]
    [InlineData("<p>One.</p><p>Two.</p>", "One.\n\nTwo.")]
    [InlineData("<p>One\n  line,\tthree   blanks</p>", "One line, three blanks")]
    [InlineData("<div>One<div>Two</div>Three</div>", "One\nTwo\nThree")]
    [InlineData("<h2>Title</h2><ul><li>a<li>b</ul>after", "Title\n\na\nb\n\nafter")]
    [InlineData("<ul><li>a<ul><li>b</ul><li>c</ul>d", "a\nb\nc\n\nd")]
    [InlineData("<p>verse<br>verse<br><br>next", "verse\nverse\n\nnext")]
    [InlineData("<table><tr><th>Team<th>Points<tr><td>North<td>3</table>", "Team Points\nNorth 3")]
    [InlineData("<table><tr><td><p>One</p><td><p>Two</p></table>", "One\n\nTwo")]
    [InlineData("<pre>a  b\n  c</pre>", "a  b\n  c")]
    [InlineData("in<b>sep</b>arable, <i>one</i> <u>two</u>", "inseparable, one two")]
    [InlineData("<button>Save</button><button>Print</button>", "Save Print")]
    [InlineData("caf&eacute; &lt;b&gt; &#x1F600;", "caf\u00E9 <b> \U0001F600")]
    [InlineData("no\u00A0break &nbsp;", "no\u00A0break \u00A0")]
    [InlineData("<p>&nbsp;</p><p>x</p><p>\u00A0 \u00A0</p>", "x")]
    public void Text_is_laid_out_as_a_browser_does(string body, string expected) => Assert.Equal(expected, HtmlPages.Text(body));

    [Theory]
    [InlineData("<script>x = 'no'</script><style>p{}</style><template>no</template><noscript>no</noscript>yes, this is shown")]
    [InlineData("<p hidden>no</p><p style='color: red; DISPLAY : None !important'>no</p>yes, this is shown")]
    [InlineData("<select><option>no</select><datalist><option>no</datalist><input value=no>yes, this is shown")]
    [InlineData("<head><title>no</title></head><body>yes, this is shown<iframe>no</iframe><video>no</video><!-- no -->")]
    [InlineData("<template><table><tr><td>no<td><p>no</table><b>no</template><table><tr><td>yes, this is shown</table>")]
    [InlineData("<svg><title>no</title><desc>no</desc></svg><object data=x>no</object>yes, this is shown")]
    public void What_a_browser_does_not_show_is_not_text(string page) => Assert.Equal("yes, this is shown", HtmlPages.Text(page));

    [Theory]
    [InlineData("<details><summary>Question</summary>Answer</details>", "Question\nAnswer")]
    [InlineData("<p style='display: none; display: block'>yes</p>", "yes")]
    [InlineData("<object>fallback</object>", "fallback")]
    [InlineData("<textarea>typed  in</textarea>", "typed  in")]
    [InlineData("<svg><text>drawn</text></svg>", "drawn")]
    public void What_a_browser_shows_or_unfolds_is_text(string page, string expected) => Assert.Equal(expected, HtmlPages.Text(page));

    [Fact]
    public void Hidden_elements_that_hold_most_of_the_page_are_text()
    {
        Assert.Equal("Loading\n\nThe whole story stands here.", HtmlPages.Text("<p>Loading<div hidden><p>The whole story stands here.</div>"));
        Assert.Equal("A long menu of things\n\nmore", HtmlPages.Text("<p>A long menu of things<p hidden>Not here<div>more</div>"));
    }

    [Fact]
    public void A_hidden_story_beside_a_larger_menu_is_text()
    {
        string menu = string.Concat(Enumerable.Range(0, 40).Select(i => $"<li><a href=/{i}>Section {i}</a>"));
        string story = "The council met for three hours on Tuesday evening and agreed on very little of what was on the list.";
        Assert.Contains(story, HtmlPages.Text($"<ul>{menu}</ul><div style='display:none'><p>{story}</div>"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_copy_of_what_is_shown_is_no_text()
    {
        string story = "The council met for three hours on Tuesday evening and agreed on very little of what was on the list.";
        string raw = "The council met for [three hours](/hours) on Tuesday evening and agreed on very little of what was on the list.";
        string more = "# What the list said\n\nThe bridge, the school and the pool stood on it, and the pool was the longest of the three by far.";
        Assert.Equal(story, HtmlPages.Text($"<p>{story}</p><pre hidden>{raw}\n\n{more}</pre>"));
    }

    [Fact]
    public void Hidden_labels_do_not_bring_hidden_text_in_beside_a_story_that_is_shown()
    {
        string menu = string.Concat(Enumerable.Range(0, 40).Select(i => $"<li><a href=/{i}>Section {i}</a>"));
        string story = "The council met for three hours on Tuesday evening and agreed on very little of what was on the list.";
        Assert.Equal(story, HtmlPages.Text($"<p>{story}</p><ul hidden>{menu}</ul>"));
    }

    [Fact]
    public void Blocks_hold_the_whole_text_in_order_and_know_their_path()
    {
        Document document = HtmlPages.Read(
            "<body><main class='Story Wide' id=m><p>One <a href='/x'>link</a></p><ul role=list><li itemprop=item>Two</li></ul></main>");
        HtmlPage page = document.Html!;
        Assert.Equal(["One link", "Two"], page.Blocks.Select(block => document.Text.Substring(block.Span.Start, block.Span.Length)));
        Assert.Equal("html body main p", Path(page, page.Blocks[0].Node));
        Assert.Equal("html body main ul li", Path(page, page.Blocks[1].Node));
        HtmlNode main = page.Nodes.Single(node => node.Tag == "main");
        Assert.Equal("story wide m", main.Names);
        Assert.Equal("list", page.Nodes.Single(node => node.Tag == "ul").Names);
        Assert.Equal((4, 1), (page.Blocks[0].LinkLength, page.Blocks[0].LinkCount));
    }

    [Fact]
    public void Cells_of_one_line_belong_to_their_row()
    {
        HtmlPage page = HtmlPages.Read("<table><tr><td>a<td>b<tr><td>c</table>").Html!;
        Assert.Equal(["tr", "td"], page.Blocks.Select(block => page.Nodes[block.Node].Tag));
    }

    [Fact]
    public void Marks_cover_their_words_and_nothing_else()
    {
        Document document = HtmlPages.Read("<p>See <a href='/a'> the <em>old</em> page </a>, <strong> now </strong><code>x</code> <a name=n>anchor</a>");
        ImmutableArray<InlineMark> marks = document.Html!.Blocks.Single().Marks;
        Assert.Equal(
            [("a", "the old page", "/a"), ("em", "old", null), ("strong", "now", null), ("code", "x", null)],
            marks.Select(mark => (mark.Tag, document.Text.Substring(mark.Span.Start, mark.Span.Length), mark.Target)));
    }

    [Fact]
    public void A_link_over_several_blocks_counts_where_it_begins()
    {
        HtmlPage page = HtmlPages.Read("<a href=x><h3>Title</h3><p>Teaser</p></a>").Html!;
        Assert.Equal([(5, 1), (6, 0)], page.Blocks.Select(block => (block.LinkLength, block.LinkCount)));
    }

    [Fact]
    public void Places_are_the_bytes_lines_and_columns_of_start_tags()
    {
        string page = "<html>\r\n<body>\u00E9\U0001F600<p class=x>One</p>\r<table><tr><td>Two";
        HtmlPage html = HtmlPages.Read(page).Html!;
        byte[] bytes = Encoding.UTF8.GetBytes(page);
        SourcePlace p = html.Nodes.Single(node => node.Tag == "p").Place;
        Assert.Equal("<p class=x>", Encoding.UTF8.GetString(bytes[p.Start..p.End]));
        Assert.Equal((2, 9), (p.Line, p.Column));
        SourcePlace table = html.Nodes.Single(node => node.Tag == "table").Place;
        Assert.Equal((3, 1), (table.Line, table.Column));

        // The tbody is implied: its place is that of the table around it.
        Assert.Equal(table, html.Nodes.Single(node => node.Tag == "tbody").Place);
    }

    [Fact]
    public void Columns_beyond_65536_are_right()
    {
        string page = "<body>" + new string('x', 200_000) + "<p>One";
        SourcePlace place = HtmlPages.Read(page).Html!.Nodes.Single(node => node.Tag == "p").Place;
        Assert.Equal((200_006, 1, 200_007), (place.Start, place.Line, place.Column));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("<!doctype html><html><head></head><body></body></html>")]
    public void A_page_without_text_has_no_block_and_one_node(string page)
    {
        Document document = HtmlPages.Read(page);
        Assert.Equal("", document.Text);
        Assert.Empty(document.Html!.Blocks);
        Assert.Equal("html", document.Html.Nodes.Single().Tag);
    }

    private static string Path(HtmlPage page, int node)
    {
        List<string> path = [];
        for (int i = node; i >= 0; i = page.Nodes[i].Parent)
            path.Insert(0, page.Nodes[i].Tag);
        return string.Join(' ', path);
    }
}
