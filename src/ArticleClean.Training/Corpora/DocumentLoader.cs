using System.Text;
using System.Text.Json;
using ArticleClean.Reading;
using ArticleClean.Scoring;
using ArticleClean.Segmenting;

namespace ArticleClean.Training.Corpora;

/// <summary>Loads pages, bodies and invented documents as labelled documents, in an order that never changes.</summary>
internal sealed class DocumentLoader(string corporaFolder, int folds, int threads)
{
    /// <summary>Segments and observes as the tool does; its line model is not asked.</summary>
    private static readonly ArticleCleaner Rules = new();

    public static readonly string[] Corpora = ["aed", "wcxb", "funduspub", "traf"];

    /// <summary>Separates the parts of a line of a <c>.case</c> file.</summary>
    private const char PartMark = '␞';

    /// <summary>Invented documents are short and few, and such documents are many.</summary>
    private const float CaseWeight = 2.5f;

    /// <summary>The rules were written beside the project's own, and are surer of them than of others.</summary>
    private const float CaseFileWeight = 0.6f;

    /// <summary>So often a junk segment is left out of a page that is cleaned already.</summary>
    private const float CleanedShare = 0.9f;

    /// <summary>So often a run of junk goes over into another between two of its segments, so that menus and lists of one page may part.</summary>
    private const float RunEndShare = 0.1f;

    /// <summary>A body alone teaches that nothing need be junk; there are as many as pages, and they are easy.</summary>
    private const float BodyWeight = 0.3f;

    /// <summary>Which fold holds a site; the same for all corpora.</summary>
    public int FoldOf(string site)
    {
        uint hash = 2166136261;
        foreach (char c in site)
            hash = (hash ^ c) * 16777619;
        return (int)((hash ^ (hash >> 15)) % (uint)folds);
    }

    /// <summary>All pages of a track, with labels.</summary>
    public List<LabelledDocument> Pages(string corpus, string track)
    {
        List<CorpusCase> cases = CorpusCase.Read(Path.Combine(corporaFolder, corpus));
        LabelledDocument?[] documents = new LabelledDocument?[cases.Count];
        Parallel.For(0, cases.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            CorpusCase page = cases[i];
            if (page.TrackText(track) is not { } text)
                return;
            Segmented segmented = Segment(text);
            float[] junk = LabelledDocument.Align(segmented, LabelledRanges.Read(page, track, segmented.Document.Text));
            documents[i] = new LabelledDocument(corpus, track, page.Id, page.Site, FoldOf(page.Site), segmented, junk, 1, page) { Findings = Rules.Observe(segmented) };
        });
        return [.. documents.OfType<LabelledDocument>()];
    }

    /// <summary>All pages as HTML; labels come over from the text track, whose words are the same in nearly the same order.</summary>
    public List<LabelledDocument> HtmlPages(string corpus)
    {
        List<CorpusCase> cases = CorpusCase.Read(Path.Combine(corporaFolder, corpus));
        LabelledDocument?[] documents = new LabelledDocument?[cases.Count];
        Parallel.For(0, cases.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            CorpusCase page = cases[i];
            if (page.TrackText("text") is not { } text)
                return;
            SourceHints hints = new() { Encoding = "utf-8", Format = DocumentFormat.Html };
            Segmented html = Rules.Perceive(DocumentReader.Read(page.HtmlBytes(), hints, 1L << 30)).Document;
            Segmented labelled = Segment(text);
            float[] junk = LabelledDocument.Transfer(labelled, LabelledRanges.Read(page, "text", labelled.Document.Text), html);
            documents[i] = new LabelledDocument(corpus, "html", page.Id, page.Site, FoldOf(page.Site), html, junk, 1, page) { Findings = Rules.Observe(html) };
        });
        return [.. documents.OfType<LabelledDocument>()];
    }

    /// <summary>Pages with part of their markup gone, see <see cref="PlainPage"/>.</summary>
    public IEnumerable<LabelledDocument> Plain(IReadOnlyList<LabelledDocument> pages)
    {
        SourceHints hints = new() { Encoding = "utf-8", Format = DocumentFormat.Html };
        return pages.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select(page =>
        {
            SplitMix random = new((ulong)page.Document.Document.Text.Length);
            Segmented plain = Rules.Perceive(DocumentReader.Read(PlainPage.Of(page.Page!.HtmlBytes(), random), hints, 1L << 30)).Document;
            Segmented labelled = Segment(page.Page.TrackText("text")!);
            float[] junk = LabelledDocument.Transfer(labelled, LabelledRanges.Read(page.Page, "text", labelled.Document.Text), plain);
            return page with { Corpus = LabelledDocument.CleanedPages, Document = plain, Junk = junk, Weight = BodyWeight, Findings = Rules.Observe(plain) };
        });
    }

    /// <summary>Pages without most of their junk: what a cleaning leaves, which another cleaning must leave as it is.</summary>
    public static IEnumerable<LabelledDocument> Cleaned(IEnumerable<LabelledDocument> pages)
    {
        foreach (LabelledDocument page in pages)
        {
            if (page.Page?.Gold is null || page.Document.Document.Html is not null)
                continue;
            SplitMix random = new((ulong)page.Document.Document.Text.Length);
            bool[] goes = new bool[page.Junk.Length];
            for (int i = 0; i < goes.Length; i++)
                goes[i] = page.Junk[i] > 0.5f && random.NextUnit() < CleanedShare;
            yield return Without(page, goes);
        }
    }

    /// <summary>Pages without every other run of junk: the same article as extractors of other kinds would have left it.</summary>
    public static IEnumerable<LabelledDocument> Thinned(IEnumerable<LabelledDocument> pages)
    {
        foreach (LabelledDocument page in pages)
        {
            if (page.Page?.Gold is null)
                continue;
            SplitMix random = new((ulong)page.Document.Document.Text.Length + 1);
            bool[] goes = new bool[page.Junk.Length];
            bool drops = false;
            for (int i = 0; i < goes.Length; i++)
            {
                bool junk = page.Junk[i] > 0.5f;
                if (junk && (i == 0 || !(page.Junk[i - 1] > 0.5f) || random.NextUnit() < RunEndShare))
                    drops = random.NextUnit() < 0.5f;
                goes[i] = junk && drops;
            }

            yield return Without(page, goes);
        }
    }

    private static LabelledDocument Without(LabelledDocument page, bool[] goes)
    {
        Reduction left = Reduction.Of(page.Document, i => !goes[i]);
        float[] junk = [.. left.Origin.Select(o => page.Junk[o])];
        return page with { Corpus = LabelledDocument.CleanedPages, Document = left.Document, Junk = junk, Weight = BodyWeight, Findings = Rules.Observe(left.Document) };
    }

    /// <summary>The golds as documents of which nothing is junk.</summary>
    public List<LabelledDocument> Bodies(string corpus)
    {
        List<LabelledDocument> documents = [];
        foreach (CorpusCase page in CorpusCase.Read(Path.Combine(corporaFolder, corpus)))
        {
            if (page.Gold is null)
                continue;
            foreach ((string track, string text) in (ReadOnlySpan<(string, string)>)[("text", page.Gold), ("flat", page.Gold.ReplaceLineEndings(" "))])
            {
                Segmented segmented = Segment(text);
                documents.Add(new LabelledDocument(
                    LabelledDocument.Bodies, track, page.Id, page.Site, FoldOf(page.Site), segmented, new float[segmented.Segments.Length], BodyWeight, page) { Findings = Rules.Observe(segmented) });
            }
        }

        return documents;
    }

    /// <summary>Invented documents of JSON Lines, each line or part with a label.</summary>
    public List<LabelledDocument> Cases(string path)
    {
        List<LabelledDocument> documents = [];
        foreach (string row in File.ReadLines(path))
        {
            using JsonDocument json = JsonDocument.Parse(row);
            if (json.RootElement.GetProperty("status").GetString() == "not-article")
                continue;
            StringBuilder text = new();
            List<LabelledRange> ranges = [];
            foreach (JsonElement line in json.RootElement.GetProperty("lines").EnumerateArray())
            {
                if (line.TryGetProperty("parts", out JsonElement parts))
                {
                    foreach (JsonElement part in parts.EnumerateArray())
                        Append(part, text, ranges);
                }
                else
                    Append(line, text, ranges);
                text.Append('\n');
            }

            documents.Add(Invented("cases", json.RootElement.GetProperty("id").GetString()!, text.ToString(), ranges, CaseWeight));
        }

        return documents;
    }

    /// <summary>Invented documents of a folder of <c>.case</c> files, as the project's tests hold them: a status, then a label, a tab and a text on each line.</summary>
    public List<LabelledDocument> CaseFiles(string folder)
    {
        List<LabelledDocument> documents = [];
        foreach (string path in Directory.EnumerateFiles(folder, "*.case", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string[] rows = File.ReadAllText(path).TrimEnd('\n').Split('\n');
            if (rows[0].Contains("not-article", StringComparison.Ordinal))
                continue;
            StringBuilder text = new();
            List<LabelledRange> ranges = [];
            foreach (string row in rows.SkipWhile(r => !r.Contains('\t', StringComparison.Ordinal)))
            {
                int tab = row.IndexOf('\t', StringComparison.Ordinal);
                foreach ((string label, string content) in row[..tab].Split(PartMark).Zip(row[(tab + 1)..].Split(PartMark)))
                {
                    string[] labels = label.Split('|');
                    Append(content, labels[0], labels.Length > 1 && labels.Contains("keep"), text, ranges);
                }

                text.Append('\n');
            }

            documents.Add(Invented("written", Path.GetRelativePath(folder, path).Replace('\\', '/'), text.ToString(), ranges, CaseFileWeight));
        }

        return documents;
    }

    private LabelledDocument Invented(string corpus, string id, string text, List<LabelledRange> ranges, float weight)
    {
        Segmented segmented = Segment(text);
        return new LabelledDocument(corpus, "text", id, id, FoldOf(id), segmented, LabelledDocument.Align(segmented, ranges), weight, null) { Findings = Rules.Observe(segmented) };
    }

    private static void Append(JsonElement part, StringBuilder text, List<LabelledRange> ranges)
    {
        string content = part.GetProperty("text").GetString()!;
        string label = part.GetProperty("label").GetString()!;
        bool either = part.TryGetProperty("alt", out JsonElement alt)
            && (label == "keep" || alt.EnumerateArray().Any(a => a.GetString() == "keep"));
        Append(content, label, either, text, ranges);
    }

    /// <summary>What may stay as well as go teaches nothing.</summary>
    private static void Append(string content, string label, bool either, StringBuilder text, List<LabelledRange> ranges)
    {
        if (!either && content.Length > 0)
            ranges.Add(new LabelledRange(text.Length, text.Length + content.Length, label == "keep" ? GoldLabel.Keep : GoldLabel.Drop));
        text.Append(content);
    }

    private static Segmented Segment(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Document document = DocumentReader.Read(bytes, new SourceHints { Encoding = "utf-8", Format = DocumentFormat.Text }, 1L << 30);
        return Rules.Perceive(document).Document;
    }
}
