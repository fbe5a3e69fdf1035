using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

public class HtmlDeclarationsTests
{
    [Fact]
    public void The_article_of_a_graph_speaks_for_the_page()
    {
        DeclaredMetadata declared = JsonLd("""
            {"@context": "https://schema.org", "@graph": [
              {"@type": "WebSite", "name": "A site"},
              {"@type": "BreadcrumbList", "itemListElement": []},
              {"@type": ["NewsArticle"], "headline": "Dyke &amp; dune", "datePublished": "2024-05-06T07:08:09Z",
               "author": [{"@type": "Person", "name": "Ines Holm"}, {"name": "Per Vik"}], "isAccessibleForFree": "False",
               "articleBody": "<p>First.</p> <p>Second.</p>", "publisher": {"name": "The Harbour"}, "inLanguage": "en"}]}
            """);
        Assert.Equal("NewsArticle", declared.Type);
        Assert.Equal("Dyke & dune", declared.Headline);
        Assert.Equal("Ines Holm, Per Vik", declared.Author);
        Assert.Equal("2024-05-06T07:08:09Z", declared.Published);
        Assert.Equal("First. Second.", declared.ArticleBody);
        Assert.Equal("The Harbour", declared.SiteName);
        Assert.Equal("en", declared.Language);
        Assert.False(declared.IsAccessibleForFree);
    }

    [Theory]
    [InlineData("""[{"@type": "Organization"}, {"@type": "Article", "headline": "H",}]""")]
    [InlineData("""<!-- {"@type": "http://schema.org/Article", "headline": "H"} -->""")]
    [InlineData("//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"H\", \"description\": \"two\nlines\"}\n//]]>")]
    [InlineData("""{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "H"}};""")]
    [InlineData("""{"@type": "Article", "headline": "H", "author": 7, "description": {"x": []}, "datePublished": null}""")]
    public void Headlines_are_found_in_json_as_it_is_written(string json) => Assert.Equal("H", JsonLd(json).Headline);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("}{")]
    [InlineData("[[[[")]
    [InlineData("nothing")]
    [InlineData("""{"@type": "Article", "headline": "\ud800"}""")]
    public void Broken_json_says_nothing(string json) => Assert.Null(JsonLd(json).Headline);

    [Fact]
    public void A_part_that_is_not_free_makes_the_article_so_unless_it_says_otherwise()
    {
        Assert.False(JsonLd("""{"@type": "Article", "hasPart": [{"isAccessibleForFree": false}]}""").IsAccessibleForFree);
        Assert.True(JsonLd("""{"@type": "Article", "isAccessibleForFree": true, "hasPart": {"isAccessibleForFree": false}}""").IsAccessibleForFree);
        Assert.Null(JsonLd("""{"@type": "Article"}""").IsAccessibleForFree);
    }

    [Fact]
    public void Meta_elements_say_what_json_does_not()
    {
        DeclaredMetadata declared = HtmlPages.Read("""
            <html lang="de"><head><title> Seite | Blatt </title>
            <meta property="og:title" content="Seite"><meta name="author" content="https://example.org/a">
            <meta name="description" content="Worum es geht"><meta property="og:site_name" content="Blatt">
            <meta property="article:published_time" content="2020-01-02"></head><body><p>x</p></body></html>
            """).Html!.Declared;
        Assert.Equal("Seite | Blatt", declared.Title);
        Assert.Equal("Seite", declared.Headline);
        Assert.Null(declared.Author);
        Assert.Equal("Worum es geht", declared.Description);
        Assert.Equal("Blatt", declared.SiteName);
        Assert.Equal("2020-01-02", declared.Published);
        Assert.Equal("de", declared.Language);
    }

    [Fact]
    public void The_site_is_that_of_the_given_address_else_of_the_canonical_link_else_of_open_graph()
    {
        const string Canonical = "<link rel=canonical href='https://Canon.example.org/a'>";
        const string Graph = "<meta property='og:url' content='https://graph.example.org/a'>";
        Assert.Equal("given.example.org", HtmlPages.Read(Canonical + Graph, "https://given.example.org/x").Site);
        Assert.Equal("canon.example.org", HtmlPages.Read(Canonical + Graph).Site);
        Assert.Equal("graph.example.org", HtmlPages.Read("<link rel=canonical href='/relative'>" + Graph).Site);
        Assert.Null(HtmlPages.Read("<p>x").Site);
    }

    private static DeclaredMetadata JsonLd(string json) =>
        HtmlPages.Read($"<script type='application/ld+json'>{json}</script><p>x").Html!.Declared;
}
