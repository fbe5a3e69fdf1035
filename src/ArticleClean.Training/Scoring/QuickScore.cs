using System.Globalization;
using System.Text;
using ArticleClean.Segmenting;
using ArticleClean.Training.Corpora;

namespace ArticleClean.Training.Scoring;

/// <summary>One page's figures, from the segments that are kept alone.</summary>
internal sealed record PageScore(LabelledDocument Document, ShingleCounts? Shingles, int Body, int Lost, int Junk, int Left);

/// <summary>A quick look at decisions on segments, without the rest of the pipeline; the corpora's scorer has the last word.</summary>
internal static class QuickScore
{
    public static PageScore Page(LabelledDocument document, Func<int, bool> isJunk)
    {
        int body = 0, lost = 0, junk = 0, left = 0;
        for (int i = 0; i < document.Junk.Length; i++)
        {
            int words = document.Document.Segments[i].TokenCount;
            bool removed = isJunk(i);
            if (document.Junk[i] < 0.2f)
                (body, lost) = (body + words, lost + (removed ? words : 0));
            else if (document.Junk[i] > 0.8f)
                (junk, left) = (junk + words, left + (removed ? 0 : words));
        }

        ShingleCounts? shingles = document.Page?.Gold is { } gold ? ShingleCounts.Compare(gold, Body(document.Document, isJunk)) : null;
        return new PageScore(document, shingles, body, lost, junk, left);
    }

    /// <summary>The kept segments; those of a line joined with blanks, others with line ends.</summary>
    public static string Body(Segmented document, Func<int, bool> isJunk)
    {
        StringBuilder text = new();
        int line = -1;
        for (int i = 0; i < document.Segments.Length; i++)
        {
            if (isJunk(i))
                continue;
            if (text.Length > 0)
                text.Append(document.Segments[i].Line == line ? ' ' : '\n');
            text.Append(document.TextOf(i));
            line = document.Segments[i].Line;
        }

        return text.ToString();
    }

    /// <summary>A line of figures for each corpus and track.</summary>
    public static void Print(IEnumerable<PageScore> scores)
    {
        foreach (IGrouping<(string Corpus, string Track), PageScore> group in scores.GroupBy(s => (s.Document.Corpus, s.Document.Track)))
        {
            PageScore[] pages = [.. group];
            ShingleCounts[] shingles = [.. pages.Where(p => p.Shingles is not null).Select(p => p.Shingles!.Value)];
            double precision = shingles.Length == 0 ? 0 : shingles.Where(s => s.Hit + s.Extra > 0).Select(s => s.Precision).DefaultIfEmpty().Average();
            double recall = shingles.Length == 0 ? 0 : shingles.Average(s => s.Recall);
            double lost = (double)pages.Sum(p => p.Lost) / Math.Max(1, pages.Sum(p => p.Body)), left = (double)pages.Sum(p => p.Left) / Math.Max(1, pages.Sum(p => p.Junk));
            double over = (double)pages.Count(p => p.Lost > p.Body * 0.05) / pages.Length;
            double exact = shingles.Length == 0 ? 0 : (double)shingles.Count(s => s.Extra == 0 && s.Missing == 0) / shingles.Length;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{group.Key.Corpus,-10} {group.Key.Track,-7} {pages.Length,4} pages  P {precision:0.0000} R {recall:0.0000} F1 {2 * precision * recall / Math.Max(1e-9, precision + recall):0.0000} exact {exact:0.000}  lost {lost:0.0000} (over 5 %: {over:0.000})  left {left:0.0000}"));
        }
    }
}
