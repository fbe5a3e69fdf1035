using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Short lines in capitals right above their text, several of them: the kickers of letters and notes stay, and in scripts without capitals what stands so amid the text. Menus have titles below them, not sentences.</summary>
internal static class Kickers
{
    public const string Rule = "structure/keep.kickers";

    /// <summary>Outweighs a headline by its place.</summary>
    private const int Weight = -6500;

    private const int MinKickers = 2;
    private const int MaxWords = 7;
    private const int MaxGap = 9;

    public static void Find(Layout layout, List<Finding> findings)
    {
        if (layout.IsText)
            LineSeries.Keep(layout, findings, Rule, Weight, MinKickers, MaxGap, IsKicker);
    }

    private static bool IsKicker(Layout layout, int segment)
    {
        if (segment + 1 >= layout.Count || layout.LineOf(segment + 1) != layout.LineOf(segment) + 1
            || layout.Looks[segment] is not { Whole: true, Introduces: false, Words: >= 1 and <= MaxWords } look
            || (look.Unspaced > 0 && segment < layout.FirstProse)
            || (layout.IsClaimed(segment) && (layout.Claims[segment] != Category.Navigation || layout.IsOutside(segment))))
            return false;
        int caps = 0;
        foreach (ref readonly Token token in layout.TokensOf(segment))
            caps += token.Kind == TokenKind.Word && ((token.Flags & TokenFlags.Caps) != 0 || token.Length == 1) ? 1 : 0;
        return caps + look.Numbers >= look.Words && caps > 0 && IsText(layout, segment + 1);
    }

    /// <summary>A sentence, or the address above one ("Sir,").</summary>
    private static bool IsText(Layout layout, int segment) =>
        layout.Looks[segment].Ends || (layout.TextOf(segment)[^1] is ',' or '،' && segment + 1 < layout.Count && layout.Looks[segment + 1].Ends);
}
