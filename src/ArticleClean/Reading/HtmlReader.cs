namespace ArticleClean.Reading;

/// <summary>A decoded page to a document: the text that a browser shows, its blocks, and what the page declares about itself.</summary>
internal static class HtmlReader
{
    /// <summary>Reads a page. <paramref name="decodedText"/> is the whole source as UTF-16 without BOM; nothing is thrown for any markup.</summary>
    public static Document Read(SourceText source, string decodedText, SourceHints hints)
    {
        using HtmlTreeDocument tree = HtmlTreeDocument.Parse(decodedText);
        HtmlNodeTable nodes = new();
        HtmlBlockBuilder blocks = new(nodes);
        HtmlLayout layout = new(tree, blocks, showsHidden: false);
        layout.Walk();
        if (layout.IsMostlyHidden)
        {
            HtmlBlockBuilder all = new(nodes);
            new HtmlLayout(tree, all, showsHidden: true).Walk();
            if (!HiddenCopy.IsIn(all.Text, blocks.Text))
                blocks = all;
        }

        DeclaredMetadata declared = HtmlDeclarations.Read(tree.Root, layout.Declarations);
        string? found = HtmlDeclarations.IsAddress(declared.CanonicalUrl) ? declared.CanonicalUrl : null;
        return new Document
        {
            Name = hints.Name,
            Text = blocks.Text,
            Format = DocumentFormat.Html,
            Source = source,
            Url = hints.Url ?? found,
            Site = DocumentReader.HostOf(hints.Url) ?? DocumentReader.HostOf(found),
            Html = new HtmlPage(nodes.Build(tree, source.CursorOver(decodedText)), blocks.Blocks, declared),
        };
    }
}
