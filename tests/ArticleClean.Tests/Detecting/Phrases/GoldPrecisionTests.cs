using System.Collections.Concurrent;
using ArticleClean.Detecting;
using ArticleClean.Reading;
using Xunit;

namespace ArticleClean.Tests.Detecting.Phrases;

/// <summary>The rules against the labelled lines of real pages.</summary>
public class GoldPrecisionTests
{
    /// <summary>A rule with fewer convicting hits on labelled lines shows nothing.</summary>
    private const int FewestHits = 20;

    private const double MostKeepPercent = 2;
    private const long MaxBytes = 64 << 20;

    /// <summary>Flat texts are the sloppy ones again.</summary>
    private static readonly string[] Tracks = ["text", "sloppy"];

    [SkippableFact]
    public void Of_the_lines_that_a_rule_convicts_alone_at_most_two_in_a_hundred_belong_to_the_article()
    {
        HashSet<string> exceptions = Exceptions();
        ArticleCleaner cleaner = new();
        ConcurrentBag<(string Rule, bool Keep, string Place)> hits = [];
        Parallel.ForEach(Corpora.Texts().Where(text => Tracks.Contains(Track(text))), text =>
        {
            if (Corpora.Labels(text) is not { } labels)
                return;
            Perceived perceived = cleaner.Perceive(DocumentReader.Read(File.ReadAllBytes(text), new SourceHints { Name = "text.txt" }, MaxBytes));
            foreach (Finding finding in perceived.Convicting())
            {
                int line = perceived.Document.Document.Text.AsSpan(0, perceived.Document.Segments[finding.Segment].Span.Start).Count('\n');
                string place = $"{Corpus(text)}\t{Track(text)}\t{Path.GetFileNameWithoutExtension(text)}\t{line + 1}";
                if (labels.TryGetValue(line, out bool keep) && !(keep && exceptions.Contains($"{place}\t{finding.Rule}")))
                    hits.Add((finding.Rule, keep, place));
            }
        });
        IEnumerable<string> dangerous =
            from rule in hits.GroupBy(h => h.Rule)
            let keep = rule.Where(h => h.Keep).ToList()
            where rule.Count() >= FewestHits && keep.Count * 100 > rule.Count() * MostKeepPercent
            orderby rule.Key
            select $"{rule.Key}: {keep.Count} of {rule.Count()}: {string.Join("; ", keep.Select(h => h.Place.Replace('\t', ' ')).Order(StringComparer.Ordinal))}";
        Assert.Empty(dangerous);
    }

    private static string Track(string text) => Path.GetFileName(Path.GetDirectoryName(text))!;

    private static string Corpus(string text) => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(text)))!;

    private static HashSet<string> Exceptions() =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Detecting", "Phrases", "gold-exceptions.tsv")).Where(row => !row.StartsWith('#'))];
}
