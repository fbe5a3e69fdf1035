using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>The line behind the last sentence that breaks off in the middle of one: a paywall cut it, and it is the article's.</summary>
internal static class BrokenEnd
{
    public const string Rule = "structure/keep.broken-end";

    private const int Weight = -3500;
    private const int AboveWallWeight = -4000;
    private const int MinWords = 6;
    private const int MaxWords = 60;

    public static void Find(Layout layout, List<Finding> findings)
    {
        if (!layout.IsText)
            return;
        // With no running text at all the teaser stands below the title, or alone.
        int first = layout.FirstProse < layout.Count ? layout.FirstProse : Math.Min(1, layout.Count - 1);
        for (int i = first; i < layout.Count; i++)
        {
            if (IsBroken(layout, i) && !layout.IsClaimed(i) && !IsBelowWall(layout, i) && (i + 1 == layout.Count ? i == 0 || (layout.Looks[i - 1].Ends && !layout.IsClaimed(i - 1)) : IsWall(layout.Claims[i + 1]) || (!layout.IsClaimed(i + 1) && i + 2 < layout.Count && IsWall(layout.Claims[i + 2]))))
                findings.Add(layout.Whole(i, Rule, Category.Keep, i + 1 < layout.Count && IsWall(layout.Claims[i + 1]) ? AboveWallWeight : Weight));
        }
    }

    /// <summary>Behind a cut sentence stands a prompt or nothing; behind a title stand other titles.</summary>
    private static bool IsWall(Category claim) => claim is Category.Paywall or Category.SubscriptionOffer or Category.Registration;

    /// <summary>Whether the line above is a prompt already: what follows one is more of it.</summary>
    private static bool IsBelowWall(Layout layout, int segment)
    {
        for (int i = segment - 1; i >= 0 && layout.LineOf(i) == layout.LineOf(segment - 1); i--)
        {
            if (IsWall(layout.Claims[i]))
                return true;
        }

        return false;
    }

    private static bool IsBroken(Layout layout, int segment) =>
        layout.Looks[segment] is { Whole: true, Ends: false, Introduces: false, Words: >= MinWords and <= MaxWords } look && (look.Stops >= 2 || look.Unspaced > 0 || look.Titled == 0)
        && look.Titled * 3 <= look.Words + 2 && !look.Has(WordClasses.Network)
        && char.IsLetterOrDigit(layout.TextOf(segment)[^1]);
}
