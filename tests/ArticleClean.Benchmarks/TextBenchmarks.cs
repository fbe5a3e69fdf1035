using System.Text;
using ArticleClean.Reading;
using BenchmarkDotNet.Attributes;

namespace ArticleClean.Benchmarks;

/// <summary>What cleaning text costs a byte: 1,000 divided by the nanoseconds is MB/s of one core.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    private const int TotalBytes = 1_000_000;

    private readonly ArticleCleaner _cleaner = new();
    private readonly SourceHints _hints = new() { Format = DocumentFormat.Text };
    private readonly List<byte[]> _articles = [];

    /// <summary>Makes articles up to a million bytes; the last one is cut.</summary>
    [GlobalSetup]
    public void Make()
    {
        int bytes = 0;
        for (int seed = 0; bytes < TotalBytes; seed++)
        {
            byte[] article = Encoding.UTF8.GetBytes(MadeText.Article(seed));
            _articles.Add(article[..Math.Min(article.Length, TotalBytes - bytes)]);
            bytes += article.Length;
        }
    }

    [Benchmark(OperationsPerInvoke = TotalBytes)]
    public int Clean()
    {
        int kept = 0;
        foreach (byte[] article in _articles)
            kept += _cleaner.Clean(article, _hints).Text.Length;
        return kept;
    }
}
