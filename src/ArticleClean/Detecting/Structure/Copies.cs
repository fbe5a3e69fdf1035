using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Further copies of a segment. Short ones inside the running text are refrains, chants and answers, and stay.</summary>
internal static class Copies
{
    public const string Rule = "structure/copy";

    private const int Weight = 5500;

    /// <summary>Whole lines are not said twice for effect: pull quotes, teasers, what a scraper took twice.</summary>
    private const int LineWeight = 8500;

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
        bool[]? copied = FindLines(layout, findings);
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
            bool far = look.Words >= (look.Ends ? MinWords : MinUnendedWords) && !(look.Words <= VerseWords && IsVerse(layout, i, i + 1));
            bool title = look.Whole && !look.Ends && earlier < layout.FirstProse && i > layout.FirstProse;
            twins += far ? 1 : 0;
            int copy = title ? i : CopyOf(layout, earlier, i);
            if ((far || title) && copied?[copy] != true)
                findings.Add(layout.Whole(copy, Rule, Category.Repeated, Weight));
        }

        CopiedText.Find(layout, twins, findings);
    }

    /// <summary>Finds the lines that close a sentence and stand twice, and tells the segments of the copies; null when there is none.</summary>
    private static bool[]? FindLines(Layout layout, List<Finding> findings)
    {
        KeyTable lines = new(layout.Count);
        List<(int First, int Copy)> pairs = [];
        for (int start = 0, end; start < layout.Count; start = end)
        {
            end = layout.EndOfLine(start);
            int words = 0;
            ulong key = 0;
            for (int i = start; i < end; i++)
            {
                words += layout.Looks[i].Words;
                key = (key * 0x9E3779B97F4A7C15) ^ KeyOf(layout, i);
            }

            if (words < MinWords || !layout.Looks[end - 1].Ends || layout.TextOf(end - 1)[^1] is '?' or '？')
                continue;
            ref int first = ref lines.Find(key, out bool isNew);
            if (isNew)
                first = start;
            else if (SameLines(layout, first, start) && !(words <= VerseWords && IsVerse(layout, start, end)))
                pairs.Add((first, CopyOf(layout, first, start)));
        }

        if (pairs.Count == 0)
            return null;
        bool[] copied = new bool[layout.Count];
        foreach ((int first, int copy) in pairs)
        {
            if (pairs.Count(pair => pair.First == first) > 1)
                continue;
            for (int i = copy; i < layout.EndOfLine(copy); i++)
            {
                copied[i] = true;
                findings.Add(layout.Whole(i, Rule, Category.Repeated, LineWeight));
            }
        }

        return copied;
    }

    private static bool SameLines(Layout layout, int first, int second)
    {
        int count = layout.EndOfLine(first) - first;
        if (layout.EndOfLine(second) - second != count)
            return false;
        for (int i = 0; i < count; i++)
        {
            if (!SameWords(layout, first + i, second + i))
                return false;
        }

        return true;
    }

    /// <summary>Of a teaser above the running text and the sentence in it the teaser is the copy; else the later one.</summary>
    private static int CopyOf(Layout layout, int earlier, int later) =>
        layout.IsOutside(earlier) && !layout.IsOutside(later) ? earlier : later;

    /// <summary>Whether what stands around a short line or sentence of the running text is as short.</summary>
    private static bool IsVerse(Layout layout, int start, int end)
    {
        bool shortBefore = start > 0 && layout.Looks[start - 1].Words <= VerseWords;
        bool shortAfter = end < layout.Count && layout.Looks[end].Words <= VerseWords;
        return !layout.IsOutside(start) && shortBefore && shortAfter;
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
