using System.Text;

namespace ArticleClean.Reading;

/// <summary>Bytes to a document: encoding, format, and for HTML the visible text.</summary>
internal static class DocumentReader
{
    public static Document Read(ReadOnlyMemory<byte> bytes, SourceHints hints, long maxBytes)
    {
        if (bytes.Length > maxBytes)
            throw new UnreadableDocumentException($"'{hints.Name}' has {bytes.Length} bytes, over the cap of {maxBytes}.");
        return new Document
        {
            Name = hints.Name,
            Text = Encoding.UTF8.GetString(bytes.Span),
            Format = DocumentFormat.Text,
            Source = new SourceText(bytes, SourceEncoding.Utf8, "utf-8", 0, []),
            Url = hints.Url,
        };
    }
}
