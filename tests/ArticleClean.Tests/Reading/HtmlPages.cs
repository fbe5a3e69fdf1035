using System.IO.Compression;
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

    /// <summary>The bytes of a gzipped page.</summary>
    public static byte[] Inflate(string path)
    {
        using GZipStream inflated = new(File.OpenRead(path), CompressionMode.Decompress);
        using MemoryStream page = new();
        inflated.CopyTo(page);
        return page.ToArray();
    }

    public static string Text(string body) => Read(body).Text;
}
