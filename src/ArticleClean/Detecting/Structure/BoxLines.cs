using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Sentences that no rule knows between lines that ask for the same: an appeal for support tells at length why before it asks again.</summary>
internal static class BoxLines
{
    public const string Rule = "structure/box-lines";

    /// <summary>Strong beside the line model's opinion, and no verdict: a paragraph of the article may stand between two boxes.</summary>
    private const int Weight = 6000;

    /// <summary>The next known line of the box is no farther, in segments.</summary>
    private const int Reach = 7;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = 0; i < layout.Count; i++)
        {
            if (!IsBox(layout.Claims[i]) || !FillsLine(layout, i))
                continue;
            int next = i + 1;
            while (next < layout.Count && next <= i + Reach && !IsBox(layout.Claims[next]))
                next++;
            if (next > i + Reach || next >= layout.Count || layout.Claims[next] != layout.Claims[i] || !FillsLine(layout, next))
                continue;
            for (int s = i + 1; s < next; s++)
            {
                if (!layout.IsClaimed(s) && !layout.Looks[s].Has(WordClasses.Reporting) && layout.LineOf(s) != layout.LineOf(i) && layout.LineOf(s) != layout.LineOf(next))
                    findings.Add(layout.Whole(s, Rule, layout.Claims[i], Weight));
            }
        }
    }

    /// <summary>Whether what is known is half of its line and more: a sentence amid a paragraph of others is no box.</summary>
    private static bool FillsLine(Layout layout, int segment)
    {
        int first = segment, last = segment, known = 0, other = 0;
        while (first > 0 && segment - first < Reach && layout.LineOf(first - 1) == layout.LineOf(segment))
            first--;
        while (last + 1 < layout.Count && last - segment < Reach && layout.LineOf(last + 1) == layout.LineOf(segment))
            last++;
        for (int i = first; i <= last; i++)
            (known, other) = layout.IsClaimed(i) ? (known + layout.Looks[i].Words, other) : (known, other + layout.Looks[i].Words);
        return known >= other;
    }

    private static bool IsBox(Category category) => category is Category.Comments or Category.Consent
        or Category.Donation;
}
