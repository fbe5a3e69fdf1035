using System.Collections.Immutable;

namespace ArticleClean.Reading;

/// <summary>A decoded page to a document: the text that a browser shows, its blocks, and what the page declares about itself.</summary>
internal static class HtmlReader
{
    /// <summary>Reads a page. <paramref name="decodedText"/> is the whole source as UTF-16 without BOM; nothing is thrown for any markup.</summary>
    public static Document Read(SourceText source, string decodedText, SourceHints hints) => new()
    {
        Name = hints.Name,
        Text = decodedText,
        Format = DocumentFormat.Html,
        Source = source,
        Url = hints.Url,
        Html = new HtmlPage(ImmutableArray.Create(new HtmlNode(-1, "html", "", new SourcePlace(0, 0, 1, 1))), [], DeclaredMetadata.None),
    };
}
