using ArticleClean.Deciding;
using ArticleClean.Detecting.Artifacts;
using ArticleClean.Segmenting;
using ArticleClean.Tests.Reading;
using ArticleClean.Tests.Segmenting;
using ArticleClean.Tests.Writing;

namespace ArticleClean.Tests.Detecting.Artifacts;

public sealed class ArtifactEditsTests
{
    [Theory]
    [InlineData("The cafÃ© closed.", "The café closed.")]
    [InlineData("The harbourâ€™s seal", "The harbour’s seal")]
    [InlineData("The harbourÃ¢â‚¬â„¢s seal", "The harbour’s seal")]
    [InlineData("It costs Â£5.", "It costs £5.")]
    [InlineData("ÐœÐ¾Ñ\u0081Ñ‚ закрыли", "Мост закрыли")]
    [InlineData("â€œNo,â€\u009D she said", "“No,” she said")]
    [InlineData("Salt &amp; sand", "Salt & sand")]
    [InlineData("Salt&amp;nbsp;sand", "Salt sand")]
    [InlineData("It&#39;s &quot;cold&quot;", "It's \"cold\"")]
    [InlineData("The ferry<br/>stopped.", "The ferry stopped.")]
    [InlineData("The <b>ferry</b> stopped.<br>", "The ferry stopped.")]
    [InlineData("The <a href=\"/x\">ferry</a> stopped.", "The ferry stopped.")]
    [InlineData("Bun\u00ADdes\u00ADtag", "Bundestag")]
    [InlineData("The\u200B ferry\uFEFF stopped.", "The ferry stopped.")]
    public void What_a_machine_left_reads_as_it_was_meant(string text, string meant) => Assert.Equal(meant, Mended(text));

    [Theory]
    [InlineData("„Das macht Spaß“, sagte sie. „HÖ“")]
    [InlineData("NÃO ÀS VEZES, MAÇÃ… E AMANHÔ")]
    [InlineData("Été à la plage – « Âge d’or » – naïve")]
    [InlineData("Tom & Jerry; AT&T; a < b and c > d; 5 <6> 7")]
    [InlineData("She wrote <sic> beside it.")]
    [InlineData("ภาษา\u200Bไทย")]
    [InlineData("می\u200Cخواهم")]
    public void What_only_looks_like_a_leftover_stays(string text) => Assert.Equal(text, Mended(text));

    [Fact]
    public void An_entity_never_becomes_a_tag() => Assert.Equal("The tag &lt;b> makes text bold.", Mended("The tag &lt;b&gt; makes text bold."));

    [Fact]
    public void Tags_and_entities_stay_in_an_article_with_listings()
    {
        const string text = "It begins like this:\nif (a) { return b; }\nThe note said <b>nobody</b> was to blame &amp; meant it.";
        Assert.Equal(text, Mended(text));
    }

    [Theory]
    [InlineData("Ã¢â‚¬Å“NoÃ¢â‚¬Â\u009D &amp;amp;amp; ÃƒÂ© &amp;lt;br&gt;")]
    public void Mending_twice_is_mending_once(string text) => Assert.Equal(Mended(text), Mended(Mended(text)));

    [Fact]
    public void What_a_page_shows_loses_the_same_leftovers_and_says_so()
    {
        CleanResult result = new ArticleCleaner().Clean(
            "<html><body><article><h1>The dike holds</h1><p>The Bun\u00ADdes\u00ADtag voted on the dike on Tuesday, the\u200B minister said in a long speech.</p>"
            + "<p>&lt;strong>Nobody&lt;/strong> was hurt when the old wall broke, and the ferry runs again on Friday morning.</p></article></body></html>");
        Assert.Contains("The Bundestag voted on the dike on Tuesday, the minister said", result.Text, StringComparison.Ordinal);
        Assert.Contains("\nNobody was hurt", result.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["\u00AD", "\u00AD", "\u200B", "<strong>", "</strong>"],
            result.Removed.Where(r => r.Category == Category.Artifact).Select(r => r.Text));
        Assert.Empty(result.Edits);
        Assert.Equal(HtmlReference.Letters(result.Document.Text), HtmlReference.Letters(result.Merged()));
    }

    [Theory]
    [InlineData("Â\u0081")]
    [InlineData("Ãï¿½")]
    [InlineData("&amp;<b")]
    [InlineData("<a ")]
    public void A_million_characters_on_one_line_are_no_work(string pattern) =>
        Assert.NotNull(Find(Segmenter.Segment(TextDocument.Of(string.Concat(Enumerable.Repeat(pattern, 1_000_000 / pattern.Length))))));

    [Theory]
    [InlineData(false, "Use <b> here.")]
    [InlineData(true, "Use  here.")]
    public void What_is_removed_does_not_say_that_the_rest_speaks_of_code(bool isRemoved, string meant)
    {
        Segmented document = Segmenter.Segment(TextDocument.Of("function open(a) { return a.b(); }\n\nUse <b> here."));
        List<InlineEdit> edits = ArtifactEdits.Find(document, [.. document.Segments.Select((_, i) => new Verdict(i == document.Segments.Length - 1 || !isRemoved ? Fate.Keep : Fate.Remove, Category.Other, 0, []))]);

        Assert.Equal(meant, Apply("Use <b> here.", edits, document.Segments[^1].Span.Start));
    }

    private static List<InlineEdit> Find(Segmented document) =>
        ArtifactEdits.Find(document, [.. document.Segments.Select(_ => new Verdict(Fate.Keep, Category.Keep, 0, []))]);

    private static string Mended(string text)
    {
        return Apply(text, Find(Segmenter.Segment(TextDocument.Of(text))), 0);
    }

    private static string Apply(string text, List<InlineEdit> edits, int from)
    {
        for (int i = edits.Count - 1; i >= 0; i--)
            text = string.Concat(text.AsSpan(0, edits[i].Span.Start - from), edits[i].Replacement, text.AsSpan(edits[i].Span.End - from));
        return text;
    }
}
