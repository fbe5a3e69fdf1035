using System.Text;
using ArticleClean.Deciding;
using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Detecting.Structure;
using ArticleClean.Reading;
using ArticleClean.Writing;
using BenchmarkDotNet.Attributes;

namespace ArticleClean.Benchmarks;

/// <summary>What cleaning text costs a byte: 1,000 divided by the nanoseconds is MB/s of one core.</summary>
[MemoryDiagnoser]
public class TextBenchmarks
{
    /// <summary>Every so many texts of the corpora: some 60 of each kind.</summary>
    private const int Step = 24;

    private const int TotalBytes = 1_000_000;

    private readonly ArticleCleaner _cleaner = new();
    private readonly StructureDetector _structure = new(BuiltInRules.Set);
    private readonly Decider _decider = new(CleanOptions.Default, BuiltInRules.Set);
    private readonly SourceHints _hints = new() { Format = DocumentFormat.Text };
    private readonly List<byte[]> _articles = [];

    /// <summary><c>made</c> texts are the same everywhere; the others are of the corpora: <c>text</c> is all that a page shows, <c>sloppy</c> what an extractor that takes too much makes of it.</summary>
    [Params("made", "text", "sloppy")]
    public string Kind { get; set; } = "made";

    /// <summary>Takes texts up to a million bytes, the first ones again where they are fewer; the last one is cut.</summary>
    [GlobalSetup]
    public void Load()
    {
        byte[][] texts = [.. Kind == "made" ? [] : Corpora.Files("*.txt", Kind, Step).Select(File.ReadAllBytes)];
        if (texts.Length == 0)
            texts = [.. Enumerable.Range(0, 200).Select(seed => Encoding.UTF8.GetBytes(MadeText.Article(seed)))];
        int bytes = 0;
        for (int i = 0; bytes < TotalBytes; i++)
        {
            byte[] text = texts[i % texts.Length];
            _articles.Add(text[..Math.Min(text.Length, TotalBytes - bytes)]);
            bytes += text.Length;
        }
    }

    /// <summary>Everything: all packs, the line model, and the decisions on what was kept.</summary>
    [Benchmark(OperationsPerInvoke = TotalBytes)]
    public int Clean()
    {
        int kept = 0;
        foreach (byte[] article in _articles)
            kept += _cleaner.Clean(article, _hints).Text.Length;
        return kept;
    }

    /// <summary>The same by rules and structure alone, decided once.</summary>
    [Benchmark(OperationsPerInvoke = TotalBytes)]
    public int CleanWithoutModel()
    {
        int kept = 0;
        foreach (byte[] article in _articles)
        {
            Perceived perceived = _cleaner.Perceive(DocumentReader.Read(article, _hints, TotalBytes));
            List<Finding> findings = [.. perceived.Phrases];
            _structure.Detect(perceived.Document, findings);
            SegmentShape[] shapes = _decider.Shapes(perceived.Document);
            Verdict[] verdicts = _decider.Judge(perceived.Document, findings, shapes, perceived.Language);
            Decision decision = _decider.Conclude(perceived.Document, findings, verdicts, shapes, perceived.Language);
            kept += ResultWriter.Write(decision, CleanOptions.Default).Text.Length;
        }

        return kept;
    }
}
