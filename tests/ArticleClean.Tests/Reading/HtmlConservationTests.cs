using System.Collections.Concurrent;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests.Reading;

/// <summary>Nothing that a page shows is missing from the text, and nothing else is in it.</summary>
public class HtmlConservationTests
{
    private static readonly string[] Structure =
    [
        "div", "p", "span", "a", "a href=x", "table", "tr", "td", "th", "tbody", "caption", "ul", "li", "h2", "br", "hr", "pre",
        "button", "form", "object", "details", "summary", "blockquote", "dl", "dt", "dd", "body", "html", "head", "img",
        "input", "x-box", "ruby", "rt", "colgroup", "col", "center", "label", "marquee", "image", "main",
    ];

    private static readonly string[] Foreign = ["svg", "text", "foreignObject", "math", "mi", "title", "desc", "annotation-xml"];

    private static readonly string[] Raw = ["textarea", "script", "style", "noscript", "iframe"];

    private static readonly string[] Formatting =
    [
        "b", "i", "em", "strong", "code", "tt", "u", "s", "small", "big", "strike", "nobr", "font", "font color=1",
    ];

    private static readonly string[] Hidden =
    [
        "select", "option", "object data=x", "rp", "video", "frameset", "span hidden", "div hidden",
        "p style='display: none'",
    ];

    private static readonly string[] Words = ["alpha ", "beta", " gamma\n", "&amp;", "&nbsp;", "\u00E9t\u00E9", " ", "\n\n", "x < y", "&#13;", "delta."];

    [Fact]
    public void The_text_of_any_soup_of_structure_is_what_a_slow_walk_of_the_browsers_tree_sees() =>
        AssertShown([.. Structure, .. Foreign, .. Raw, .. Hidden], HtmlReference.Collapse);

    // Where formatting elements cross unclosed ones that hide what they hold, browsers rescue some of it and the reader
    // does not (HtmlTokenFilter says why): no such elements here.
    [Fact]
    public void The_text_of_any_soup_with_formatting_is_but_for_blanks_what_a_slow_walk_of_the_browsers_tree_sees() =>
        AssertShown([.. Structure, .. Formatting], HtmlReference.Letters);

    [SkippableFact]
    public void The_text_of_every_page_of_the_corpora_is_what_a_slow_walk_of_the_browsers_tree_sees()
    {
        ConcurrentBag<string> wrong = [];
        IReadOnlyList<string> files = Corpora.Pages();
        Parallel.ForEach(files, file =>
        {
            string page = Encoding.UTF8.GetString(HtmlPages.Inflate(file));
            string text = HtmlReference.Collapse(HtmlPages.Read(page).Text);
            if (text != HtmlReference.VisibleText(page) && text != HtmlReference.VisibleText(page, showsHidden: true))
                wrong.Add(Path.GetFileName(file));
        });
        Assert.NotEmpty(files);
        Assert.Empty(wrong);
    }

    private static void AssertShown(string[] names, Func<string, string> normalize)
    {
        Gen<string> start = Gen.Elements(names).Select(name => $"<{name}>");
        Gen<string> end = Gen.Elements(names).Select(name => $"</{name.Split(' ')[0]}>");
        Gen<string> piece = Gen.Frequency((4, start), (3, end), (4, Gen.Elements(Words)));
        Arbitrary<string> soup = piece.ListOf().Select(pieces => string.Concat(pieces)).ToArbitrary();

        Prop.ForAll(soup, page =>
        {
            string text = normalize(HtmlPages.Read(page).Text);
            string shown = normalize(HtmlReference.VisibleText(page));
            return (text == shown || text == normalize(HtmlReference.VisibleText(page, showsHidden: true)))
                .Label($"{page}\nread:  {text}\nshown: {shown}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithEndSize(80));
    }
}
