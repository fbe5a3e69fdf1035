namespace ArticleClean.Detecting.Structure;

/// <summary>
/// What rules of a bio or a lone button misread in the text itself: a profile opens with who somebody is, and a paragraph may open
/// with a sentence of one word ("Share. You cannot share a song.").
/// </summary>
internal static class Openings
{
    public const string ProfileRule = "structure/keep.profile-opening";
    public const string ParagraphRule = "structure/keep.opening-word";

    /// <summary>Outweighs two rules of a bio.</summary>
    private const int ProfileWeight = -8000;

    private const int ParagraphWeight = -7500;
    private const int MaxWords = 2;

    /// <summary>A note of two words behind it is one more of a box: "Renews automatically. Terms apply."</summary>
    private const int MinWordsBehind = 4;

    /// <summary>A profile goes on behind its opening, in sentences.</summary>
    private const int MinSentencesBehind = 2;

    public static void Find(Layout layout, List<Finding> findings)
    {
        if (!layout.IsText)
            return;
        Profile(layout, findings);
        for (int i = 0; i + 1 < layout.Count; i++)
        {
            bool opens = i == 0 || layout.LineOf(i - 1) != layout.LineOf(i);
            if (opens && layout.IsClaimed(i) && layout.LineOf(i + 1) == layout.LineOf(i) && layout.Looks[i] is { Ends: true, Words: <= MaxWords }
                && layout.TextOf(i)[^1] is '.' or '。' && layout.Looks[i + 1] is { Ends: true, Words: >= MinWordsBehind } && !layout.IsClaimed(i + 1))
                findings.Add(layout.Whole(i, ParagraphRule, Category.Keep, ParagraphWeight));
        }
    }

    private static void Profile(Layout layout, List<Finding> findings)
    {
        int line = layout.FirstProse < layout.Count ? layout.LineOf(layout.FirstProse) : -1;
        if (line < 0)
            return;
        int behind = 0;
        for (int i = layout.FirstProse; i < layout.Count; i++)
            behind += layout.LineOf(i) > line && layout.Looks[i].Ends && !layout.IsClaimed(i) ? 1 : 0;
        if (behind < MinSentencesBehind)
            return;
        for (int i = layout.FirstProse; i < layout.Count && layout.LineOf(i) == line; i++)
        {
            if (layout.Claims[i] == Category.AuthorBio)
                findings.Add(layout.Whole(i, ProfileRule, Category.Keep, ProfileWeight));
        }
    }
}
