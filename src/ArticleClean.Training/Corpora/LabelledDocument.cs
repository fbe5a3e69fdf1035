using ArticleClean.Detecting;
using ArticleClean.Reading;
using ArticleClean.Scoring;
using ArticleClean.Segmenting;

namespace ArticleClean.Training.Corpora;

/// <summary>A document in segments with what is known of each.</summary>
/// <param name="Corpus">Name of the corpus' folder; <c>cases</c> and <c>gold</c> for invented documents and for bodies alone.</param>
/// <param name="Junk">Per segment the share of its characters that is junk, from 0 to 1; NaN where nothing is known.</param>
/// <param name="Weight">How much the document counts.</param>
/// <param name="Page">The page it comes from, null for invented documents.</param>
internal sealed record LabelledDocument(
    string Corpus, string Track, string Id, string Site, int Fold, Segmented Document, float[] Junk, float Weight, CorpusCase? Page)
{
    /// <summary>What the phrase and structure engines found.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Stands for a corpus where a document is a gold body alone.</summary>
    public const string Bodies = "gold";

    /// <summary>Stands for a corpus where a document is a page without most of its junk.</summary>
    public const string CleanedPages = "cleaned";

    /// <summary>Labels of another rendering of the same page: each segment's by what its words are in the labelled one.</summary>
    public static float[] Transfer(Segmented labelled, List<LabelledRange> ranges, Segmented other)
    {
        List<GoldLabel> labels = [];
        List<ulong> words = Words(labelled, labelled.Segments, null);
        int r = 0;
        foreach (Segment segment in labelled.Segments)
        {
            for (int t = segment.FirstToken; t < segment.EndToken; t++)
            {
                if (labelled.Tokens[t].Kind == TokenKind.Punctuation)
                    continue;
                while (r < ranges.Count && ranges[r].End <= labelled.Tokens[t].Start)
                    r++;
                labels.Add(r < ranges.Count && ranges[r].Start <= labelled.Tokens[t].Start ? ranges[r].Label : GoldLabel.Unknown);
            }
        }

        List<int> ends = [];
        int[] partner = WordAlignment.Align(Words(other, other.Segments, ends), words);
        float[] junk = new float[other.Segments.Length];
        for (int i = 0, from = 0; i < junk.Length; from = ends[i++])
        {
            int keep = 0, drop = 0;
            for (int k = from; k < ends[i]; k++)
            {
                GoldLabel label = partner[k] < 0 ? GoldLabel.Unknown : labels[partner[k]];
                keep += label == GoldLabel.Keep ? 1 : 0;
                drop += label == GoldLabel.Drop ? 1 : 0;
            }

            junk[i] = (keep + drop) * 2 >= Math.Max(1, ends[i] - from) ? (float)drop / (keep + drop) : float.NaN;
        }

        return junk;
    }

    private static List<ulong> Words(Segmented document, Segment[] segments, List<int>? ends)
    {
        List<ulong> words = [];
        foreach (Segment segment in segments)
        {
            foreach (ref readonly Token token in document.Tokens.Slice(segment.FirstToken, segment.EndToken))
            {
                if (token.Kind != TokenKind.Punctuation)
                    words.Add(token.Fold);
            }

            ends?.Add(words.Count);
        }

        return words;
    }

    /// <summary>Labels of segments from labelled ranges in order: by the letters and digits that a segment shares with each.</summary>
    public static float[] Align(Segmented document, List<LabelledRange> ranges)
    {
        string text = document.Document.Text;
        float[] junk = new float[document.Segments.Length];
        int r = 0;
        for (int i = 0; i < junk.Length; i++)
        {
            TextSpan span = document.Segments[i].Span;
            while (r < ranges.Count && ranges[r].End <= span.Start)
                r++;
            int keep = 0, drop = 0, all = 0;
            for (int at = span.Start; at < span.End; at++)
                all += char.IsLetterOrDigit(text[at]) ? 1 : 0;
            for (int k = r; k < ranges.Count && ranges[k].Start < span.End; k++)
            {
                for (int at = Math.Max(span.Start, ranges[k].Start); at < Math.Min(span.End, ranges[k].End); at++)
                {
                    if (!char.IsLetterOrDigit(text[at]))
                        continue;
                    if (ranges[k].Label == GoldLabel.Keep)
                        keep++;
                    else
                        drop++;
                }
            }

            junk[i] = keep + drop > 0 && (keep + drop) * 2 >= all ? (float)drop / (keep + drop)
                : all == 0 && r < ranges.Count && ranges[r].Start <= span.Start && ranges[r].End >= span.End ? (ranges[r].Label == GoldLabel.Drop ? 1 : 0)
                : float.NaN;
        }

        return junk;
    }
}
