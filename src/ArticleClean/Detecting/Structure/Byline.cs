using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Names alone on a line between the headline and the running text, next to a date or not.</summary>
internal static class Byline
{
    public const string Rule = "structure/byline";

    /// <summary>A name beside a date.</summary>
    private const int BesideDateWeight = 3800;

    private const int AloneWeight = 2200;

    private const int MaxWords = 6;

    /// <summary>The header of an article is not longer, in segments.</summary>
    private const int HeaderReach = 8;

    public static void Find(Layout layout, List<Finding> findings)
    {
        int last = Math.Min(layout.FirstProse, layout.Count);
        for (int i = Math.Max(1, last - HeaderReach); i < last; i++)
        {
            if (!IsName(layout, i))
                continue;
            bool dated = Timestamp.IsStamp(layout, i - 1, out _) || (i + 1 < layout.Count && Timestamp.IsStamp(layout, i + 1, out _));
            findings.Add(layout.Whole(i, Rule, Category.Byline, dated ? BesideDateWeight : AloneWeight));
        }
    }

    /// <summary>A function word of so few letters begins no name.</summary>
    private const int SmallWordLength = 2;

    private static bool IsName(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (!look.Whole || look.Ends || look.Introduces || look.Numbers > 0 || look.Words is < 2 or > MaxWords || look.Unspaced > 0
            || look.Small > 1 || look.Titled < 2 || look.Stops * 2 > look.Words || look.Has(WordClasses.Month | WordClasses.Weekday | WordClasses.Network))
            return false;
        // "In Summary", "At a Glance".
        Token first = layout.TokensOf(segment)[0];
        if (first.Length <= SmallWordLength && (layout.Rules.Lexicon.ClassesOf(first.Symbol) & WordClasses.Stop) != 0 && (first.Flags & TokenFlags.Caps) == 0)
            return false;
        int caps = 0;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            if (token.Kind is TokenKind.Url or TokenKind.Handle)
                return false;
            if (token.Kind == TokenKind.Punctuation && layout.CharOf(token) is not (',' or '.' or '-' or '\'' or '’' or '|' or '(' or ')' or '&'))
                return false;
            caps += (token.Flags & TokenFlags.Caps) != 0 ? 1 : 0;
        }

        return caps < look.Titled;
    }
}
