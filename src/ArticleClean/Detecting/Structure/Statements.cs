using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Whole sentences of a short text that speak to nobody and that no rule claims: what stands among prompts may be the article's own last sentence.</summary>
internal static class Statements
{
    public const string Rule = "structure/keep.statement";

    private const int Weight = -1900;
    private const int MinWords = 5;
    private const int MaxPitchWords = 22;

    /// <summary>A longer text is the scrape of a whole page, with teasers in sentences.</summary>
    private const int MaxSegments = 60;

    public static void Find(Layout layout, List<Finding> findings)
    {
        if (!layout.IsText || layout.Count > MaxSegments)
            return;
        for (int i = 0; i < layout.Count; i++)
        {
            if (IsStatement(layout, i) && !IsBesidePrompt(layout, i))
                findings.Add(layout.Whole(i, Rule, Category.Keep, Weight));
        }
    }

    /// <summary>Shares a short line with what a rule claims: the pitch before the request.</summary>
    private static bool IsBesidePrompt(Layout layout, int segment)
    {
        int first = segment, end = segment + 1, words = 0;
        while (first > 0 && layout.LineOf(first - 1) == layout.LineOf(segment))
            first--;
        while (end < layout.Count && layout.LineOf(end) == layout.LineOf(segment))
            end++;
        bool claimed = false;
        for (int i = first; i < end; i++)
        {
            words += layout.Looks[i].Words;
            claimed |= layout.IsClaimed(i) && layout.Claims[i] != Category.Advertisement;
        }

        return claimed && words <= MaxPitchWords;
    }

    private static bool IsStatement(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (!look.Ends || look.Words < MinWords || layout.IsNamed(segment) || look.Has(WordClasses.You | WordClasses.Network | WordClasses.Payment) || layout.TextOf(segment)[^1] is not ('.' or '。' or '।' or '"' or '”' or '»' or '」'))
            return false;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            if (token.Kind is TokenKind.Url or TokenKind.Handle || (token.Kind == TokenKind.Punctuation && layout.CharOf(token) is '©' or '{'))
                return false;
        }

        return true;
    }
}
