using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

/// <summary>Pages for tests.</summary>
internal static class HtmlPages
{
    public static Document Read(string page, string? url = null)
    {
        SourceText source = new(Encoding.UTF8.GetBytes(page), SourceEncoding.Utf8, "utf-8", 0, []);
        return HtmlReader.Read(source, page, new SourceHints { Url = url });
    }

    public static string Text(string body) => Read(body).Text;
}
