using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using ArticleClean.Reading;
using BenchmarkDotNet.Attributes;

namespace ArticleClean.Benchmarks;

/// <summary>What reading and cleaning pages cost beside AngleSharp's parse into its own DOM.</summary>
[MemoryDiagnoser]
public class HtmlBenchmarks
{
    /// <summary>Every so many pages of the corpora: some 60 of 1,441.</summary>
    private const int Step = 24;

    private readonly ArticleCleaner _cleaner = new();
    private readonly SourceHints _hints = new() { Format = DocumentFormat.Html };
    private readonly List<(byte[] Bytes, string Text)> _pages = [];

    /// <summary>Takes pages of the corpora, or makes one where there are none.</summary>
    [GlobalSetup]
    public void Load()
    {
        foreach (string file in Corpora.Files("*.html.gz", "html", Step))
        {
            using GZipStream inflated = new(File.OpenRead(file), CompressionMode.Decompress);
            using MemoryStream bytes = new();
            inflated.CopyTo(bytes);
            Add(bytes.ToArray());
        }

        if (_pages.Count == 0)
            Add(Encoding.UTF8.GetBytes(MadePage()));
    }

    [Benchmark(Baseline = true)]
    public int AngleSharpParse()
    {
        int length = 0;
        HtmlParser parser = new();
        foreach ((_, string text) in _pages)
        {
            using AngleSharp.Html.Dom.IHtmlDocument document = parser.ParseDocument(text);
            length += document.ChildNodes.Length;
        }

        return length;
    }

    [Benchmark]
    public int ReadPage()
    {
        int length = 0;
        foreach ((byte[] bytes, string text) in _pages)
            length += HtmlReader.Read(new SourceText(bytes, SourceEncoding.Utf8, "utf-8", 0, []), text, _hints).Text.Length;
        return length;
    }

    [Benchmark]
    public int CleanPage()
    {
        int length = 0;
        foreach ((byte[] bytes, _) in _pages)
            length += _cleaner.Clean(bytes, _hints).Text.Length;
        return length;
    }

    private void Add(byte[] bytes) => _pages.Add((bytes, Encoding.UTF8.GetString(bytes)));

    private static string MadePage()
    {
        StringBuilder page = new("<!doctype html><html lang=en><head><title>A page</title></head><body><nav><ul>");
        for (int i = 0; i < 200; i++)
            page.Append("<li class='menu-item'><a href='/section'>Section</a></li>");
        page.Append("</ul></nav><main><h1>A headline</h1>");
        for (int i = 0; i < 300; i++)
            page.Append("<p class='text'>The council met on <em>Tuesday</em> and agreed to mend the <a href='/dyke'>northern dyke</a> before winter.</p>");
        return page.Append("</main></body></html>").ToString();
    }
}
