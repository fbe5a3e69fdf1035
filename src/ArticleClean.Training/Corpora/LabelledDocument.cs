using ArticleClean.Reading;
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
