namespace ArticleClean.Segmenting;

/// <summary>Brackets and quotation marks: what stands between a near pair of them is one piece.</summary>
internal static class Enclosure
{
    /// <summary>How far the opening and the closing mark are looked for; a quotation longer than that is cut like other prose.</summary>
    private const int Reach = 240;

    /// <summary>Whether <paramref name="at"/> stands inside a pair that opens after <paramref name="first"/> and closes before <paramref name="end"/>.</summary>
    public static bool Holds(ReadOnlySpan<char> text, int first, int at, int end)
    {
        ReadOnlySpan<char> before = text[Math.Max(first, at - Reach)..at];
        if (Openings.IndexIn(before) < 0)
            return false;
        ReadOnlySpan<char> after = text[at..Math.Min(end, at + Reach)];
        return Between(before, after, '(', ')') || Between(before, after, '“', '”') || Between(before, after, '„', '“')
            || Between(before, after, '「', '」') || Between(before, after, '『', '』') || Between(before, after, '（', '）')
            || InsideStraightQuotes(before, after);
    }

    private static CharSet Openings { get; } = new("(“„「『（\"");

    private static bool Between(ReadOnlySpan<char> before, ReadOnlySpan<char> after, char open, char close)
    {
        int last = before.LastIndexOfAny(open, close);
        if (last < 0 || before[last] != open)
            return false;
        int next = after.IndexOfAny(open, close);
        return next >= 0 && after[next] == close;
    }

    private static bool InsideStraightQuotes(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        int last = before.LastIndexOf('"');
        bool opens = last >= 0 && (last == 0 || char.IsWhiteSpace(before[last - 1]) || before[last - 1] is '(' or '—')
            && last + 1 < before.Length && !char.IsWhiteSpace(before[last + 1]);
        if (!opens)
            return false;
        int next = after.IndexOf('"');
        return next > 0 && !char.IsWhiteSpace(after[next - 1])
            && (next + 1 == after.Length || !char.IsLetterOrDigit(after[next + 1]));
    }
}
