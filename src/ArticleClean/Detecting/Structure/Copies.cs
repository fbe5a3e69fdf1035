using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Further copies of a segment. Short ones inside the running text are refrains, chants and answers, and stay.</summary>
internal static class Copies
{
    public const string Rule = "structure/copy";

    private const int Weight = 5500;

    /// <summary>So many words are not said twice by chance.</summary>
    private const int MinWords = 8;

    /// <summary>Rows and items without a full stop are alike more easily.</summary>
    private const int MinUnendedWords = 12;

    /// <summary>A title from above the running text may be shorter.</summary>
    private const int MinTitleWords = 4;

    /// <summary>Lines up to this length with such neighbours are verse.</summary>
    private const int VerseWords = 14;

    public static void Find(Layout layout, List<Finding> findings)
    {
        KeyTable first = new(layout.Count);
        int twins = 0;
        for (int i = 0; i < layout.Count; i++)
        {
            Look look = layout.Looks[i];
            if (look.Words < MinTitleWords)
                continue;
            ulong key = KeyOf(layout, i);
            ref int place = ref first.Find(key, out bool isNew);
            if (isNew)
            {
                place = i;
                continue;
            }

            int earlier = place;
            if (!SameWords(layout, earlier, i))
                continue;
            bool far = look.Words >= (look.Ends ? MinWords : MinUnendedWords) && !IsVerse(layout, i);
            bool title = look.Whole && !look.Ends && earlier < layout.FirstProse && i > layout.FirstProse;
            twins += far ? 1 : 0;
            if (far || title)
                findings.Add(layout.Whole(title ? i : CopyOf(layout, earlier, i), Rule, Category.Repeated, Weight));
        }

        CopiedText.Find(layout, twins, findings);
    }

    /// <summary>Of a teaser above the running text and the sentence in it the teaser is the copy; else the later one.</summary>
    private static int CopyOf(Layout layout, int earlier, int later) =>
        layout.IsOutside(earlier) && !layout.IsOutside(later) ? earlier : later;

    private static bool IsVerse(Layout layout, int segment)
    {
        if (layout.Looks[segment].Words > VerseWords)
            return false;
        bool shortBefore = segment > 0 && layout.Looks[segment - 1].Words <= VerseWords;
        bool shortAfter = segment + 1 < layout.Count && layout.Looks[segment + 1].Words <= VerseWords;
        return !layout.IsOutside(segment) && shortBefore && shortAfter;
    }

    private static ulong KeyOf(Layout layout, int segment)
    {
        ulong key = 0;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            if (token.Kind != TokenKind.Punctuation)
                key = (key * 0x9E3779B97F4A7C15) ^ token.Fold;
        }

        return key;
    }

    private static bool SameWords(Layout layout, int first, int second)
    {
        ReadOnlySpan<Token> a = layout.TokensOf(first);
        ReadOnlySpan<Token> b = layout.TokensOf(second);
        int i = 0, j = 0;
        while (true)
        {
            while (i < a.Length && a[i].Kind == TokenKind.Punctuation)
                i++;
            while (j < b.Length && b[j].Kind == TokenKind.Punctuation)
                j++;
            if (i == a.Length || j == b.Length)
                return i == a.Length && j == b.Length;
            if (a[i++].Fold != b[j++].Fold)
                return false;
        }
    }
}
