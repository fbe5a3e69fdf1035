using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Segmenting;

/// <summary>Documents for tests that start at the text.</summary>
internal static class TextDocument
{
    public static Document Of(string text, HtmlPage? page = null) => new()
    {
        Name = "test",
        Text = text,
        Format = page is null ? DocumentFormat.Text : DocumentFormat.Html,
        Source = new SourceText(Encoding.UTF8.GetBytes(text), SourceEncoding.Utf8, "utf-8", 0, []),
        Html = page,
    };
}
