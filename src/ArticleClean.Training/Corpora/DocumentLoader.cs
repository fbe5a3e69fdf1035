using System.Text;
using System.Text.Json;
using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Training.Corpora;

/// <summary>Loads pages, bodies and invented documents as labelled documents, in an order that never changes.</summary>
internal sealed class DocumentLoader(string corporaFolder, int folds, int threads)
{
    public static readonly string[] Corpora = ["aed", "wcxb", "funduspub", "traf"];

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
            documents[i] = new LabelledDocument(corpus, track, page.Id, page.Site, FoldOf(page.Site), segmented, junk, 1, page);
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
            Segmented html = Segmenter.Segment(DocumentReader.Read(page.HtmlBytes(), hints, 1L << 30));
            Segmented labelled = Segment(text);
            float[] junk = LabelledDocument.Transfer(labelled, LabelledRanges.Read(page, "text", labelled.Document.Text), html);
            documents[i] = new LabelledDocument(corpus, "html", page.Id, page.Site, FoldOf(page.Site), html, junk, 1, page);
        });
        return [.. documents.OfType<LabelledDocument>()];
    }

    /// <summary>The golds as documents of which nothing is junk.</summary>
    public List<LabelledDocument> Bodies(string corpus)
    {
        List<LabelledDocument> documents = [];
        foreach (CorpusCase page in CorpusCase.Read(Path.Combine(corporaFolder, corpus)))
        {
            if (page.Gold is null)
                continue;
            Segmented segmented = Segment(page.Gold);
            documents.Add(new LabelledDocument(
                LabelledDocument.Bodies, "text", page.Id, page.Site, FoldOf(page.Site), segmented, new float[segmented.Segments.Length], BodyWeight, page));
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

            string id = json.RootElement.GetProperty("id").GetString()!;
            Segmented segmented = Segment(text.ToString());
            documents.Add(new LabelledDocument("cases", "text", id, id, FoldOf(id), segmented, LabelledDocument.Align(segmented, ranges), 1, null));
        }

        return documents;
    }

    private static void Append(JsonElement part, StringBuilder text, List<LabelledRange> ranges)
    {
        string content = part.GetProperty("text").GetString()!;
        string label = part.GetProperty("label").GetString()!;
        bool either = part.TryGetProperty("alt", out JsonElement alt)
            && (label == "keep" || alt.EnumerateArray().Any(a => a.GetString() == "keep"));
        if (!either && content.Length > 0)
            ranges.Add(new LabelledRange(text.Length, text.Length + content.Length, label == "keep" ? GoldLabel.Keep : GoldLabel.Drop));
        text.Append(content);
    }

    private static Segmented Segment(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Document document = DocumentReader.Read(bytes, new SourceHints { Encoding = "utf-8", Format = DocumentFormat.Text }, 1L << 30);
        return Segmenter.Segment(document);
    }
}
