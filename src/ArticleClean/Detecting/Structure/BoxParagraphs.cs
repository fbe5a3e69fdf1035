using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>
/// Sentences that no rule knows in paragraphs whose other sentences are notices: what a disclaimer goes on with, what an
/// author's box tells besides, the picture's story before its credit.
/// </summary>
internal static class BoxParagraphs
{
    public const string Rule = "structure/box-paragraph";

    /// <summary>A longer paragraph is one of the article with a notice at its end or beginning.</summary>
    private const int MostSentences = 8;

    /// <summary>Two known sentences in one paragraph.</summary>
    private const int SeveralWeight = 4500;

    /// <summary>The first sentence is known.</summary>
    private const int OpeningWeight = 3000;

    /// <summary>A later one is known as what stands below a picture.</summary>
    private const int PictureWeight = 1500;

    /// <summary>A credit has so many words; an agency alone signs an article.</summary>
    private const int CreditWords = 3;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = 0, end; i < layout.Count; i = end)
        {
            end = i + 1;
            while (end < layout.Count && layout.LineOf(end) == layout.LineOf(i))
                end++;
            if (end - i is < 2 or > MostSentences)
                continue;
            int known = 0, first = -1, last = -1;
            for (int s = i; s < end; s++)
            {
                if (!IsBox(layout.Claims[s]))
                    continue;
                known++;
                first = first < 0 ? s : first;
                last = s;
            }

            if (known == 0)
                continue;
            bool picture = layout.Claims[last] is (Category.Caption or Category.Credit or Category.Copyright) && layout.Looks[last].Words >= CreditWords;
            for (int s = i; s < end; s++)
            {
                int weight = layout.IsClaimed(s) || IsReport(layout.Looks[s]) ? 0
                    : s > first && s < last ? SeveralWeight
                    : s > last && first == i ? (known > 1 ? SeveralWeight : OpensBox(layout.Claims[first]) ? OpeningWeight : 0)
                    : s < first && picture ? PictureWeight : 0;
                if (weight > 0)
                    findings.Add(layout.Whole(s, Rule, layout.Claims[first], weight));
            }
        }
    }

    private static bool OpensBox(Category category) => category is not (Category.Comments or Category.SubscriptionOffer or Category.Newsletter);

    /// <summary>Somebody says it: the article goes on behind a notice that was glued to it.</summary>
    private static bool IsReport(Look look) => look.Has(WordClasses.Reporting);

    /// <summary>What comes in sentences; labels, links and prompts to subscribe are glued to the article's own.</summary>
    private static bool IsBox(Category category) => category is Category.Copyright or Category.Disclaimer or Category.AuthorBio or Category.Consent
        or Category.Newsletter or Category.Syndication or Category.Donation or Category.Caption or Category.Credit
        or Category.SubscriptionOffer or Category.Comments;
}
