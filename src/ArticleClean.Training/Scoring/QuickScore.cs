using System.Globalization;
using ArticleClean.Scoring;
using ArticleClean.Segmenting;
using ArticleClean.Training.Corpora;

namespace ArticleClean.Training.Scoring;

/// <summary>One page's figures; body and junk in words of labelled segments.</summary>
internal sealed record PageScore(LabelledDocument Document, ShingleCounts? Shingles, int Body, int Lost, int Junk, int Left, int Removals);

/// <summary>A quick look at what a cleaning kept; the corpora's scorer has the last word.</summary>
internal static class QuickScore
{
    public static PageScore Page(LabelledDocument document, CleanResult result)
    {
        bool[] isRemoved = Removed(document.Document, result);
        int body = 0, lost = 0, junk = 0, left = 0;
        for (int i = 0; i < document.Junk.Length; i++)
        {
            int words = document.Document.Segments[i].TokenCount;
            if (document.Junk[i] < 0.2f)
                (body, lost) = (body + words, lost + (isRemoved[i] ? words : 0));
            else if (document.Junk[i] > 0.8f)
                (junk, left) = (junk + words, left + (isRemoved[i] ? 0 : words));
        }

        ShingleCounts? shingles = document.Page?.Gold is { } gold ? ShingleCounts.Compare(gold, result.Text) : null;
        return new PageScore(document, shingles, body, lost, junk, left, result.Removed.Length);
    }

    /// <summary>Segments whose text stands under the removed ones, which come in document order; the headline that is lifted counts as kept.</summary>
    private static bool[] Removed(Segmented document, CleanResult result)
    {
        bool[] removed = new bool[document.Segments.Length];
        int at = 0;
        string text = document.Document.Text;
        foreach (Removal removal in result.Removed)
        {
            if (removal.Text.Length == 0)
                continue;
            int start = text.IndexOf(removal.Text, at, StringComparison.Ordinal);
            if (start < 0)
                continue;
            at = start + removal.Text.Length;
            if (removal.Category == Category.Headline)
                continue;
            for (int i = First(document, start); i < removed.Length && document.Segments[i].Span.Start < at; i++)
                removed[i] |= Math.Min(at, document.Segments[i].Span.End) - Math.Max(start, document.Segments[i].Span.Start) > document.Segments[i].Span.Length / 2;
        }

        return removed;
    }

    private static int First(Segmented document, int position)
    {
        int low = 0, high = document.Segments.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (document.Segments[middle].Span.End <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>A line of figures for each corpus and track.</summary>
    public static void Print(IEnumerable<PageScore> scores)
    {
        foreach (IGrouping<(string Corpus, string Track), PageScore> group in scores.GroupBy(s => (s.Document.Corpus, s.Document.Track)))
        {
            PageScore[] pages = [.. group];
            ShingleCounts[] shingles = [.. pages.Where(p => p.Shingles is not null).Select(p => p.Shingles!.Value)];
            double precision = shingles.Where(s => s.HasText).Select(s => s.Precision).DefaultIfEmpty().Average();
            double recall = shingles.Select(s => s.Recall).DefaultIfEmpty().Average();
            double lost = (double)pages.Sum(p => p.Lost) / Math.Max(1, pages.Sum(p => p.Body)), left = (double)pages.Sum(p => p.Left) / Math.Max(1, pages.Sum(p => p.Junk));
            double over = (double)pages.Count(p => p.Lost > p.Body * 0.05) / pages.Length;
            double exact = shingles.Length == 0 ? 0 : (double)shingles.Count(s => s.Extra == 0 && s.Missing == 0) / shingles.Length;
            double untouched = (double)pages.Count(p => p.Removals == 0) / pages.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Key.Corpus,-10} {group.Key.Track,-7} {pages.Length,4} pages  P {precision:0.0000} R {recall:0.0000} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):0.0000} exact {exact:0.000}  lost {lost:0.0000} (over 5 %: {over:0.000})  left {left:0.0000}  untouched {untouched:0.000}"));
        }
    }
}
