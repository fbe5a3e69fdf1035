namespace ArticleClean.Cli.Checking;

/// <summary>Lines and columns of texts; a line ends at LF, CR LF or CR.</summary>
internal static class TextPlace
{
    /// <summary>Where a text ends that begins at a line and column (both 1-based, columns in code points).</summary>
    public static (int Line, int Column) EndOf(ReadOnlySpan<char> text, int line, int column)
    {
        for (int end; (end = text.IndexOfAny('\n', '\r')) >= 0; text = text[(end + LineEnd(text, end))..])
        {
            line++;
            column = 1;
        }

        return (line, column + CodePoints(text));
    }

    /// <summary>The line of a number (1-based) without its end; empty behind the last one.</summary>
    public static ReadOnlySpan<char> LineOf(ReadOnlySpan<char> text, int line)
    {
        for (; line > 1; line--)
        {
            int end = text.IndexOfAny('\n', '\r');
            if (end < 0)
                return [];
            text = text[(end + LineEnd(text, end))..];
        }

        int length = text.IndexOfAny('\n', '\r');
        return length < 0 ? text : text[..length];
    }

    /// <summary>UTF-16 units of so many code points of a text, or all of them.</summary>
    public static int Units(ReadOnlySpan<char> text, int codePoints)
    {
        int units = 0;
        for (; codePoints > 0 && units < text.Length; codePoints--)
            units += IsPair(text, units) ? 2 : 1;
        return units;
    }

    private static int CodePoints(ReadOnlySpan<char> text)
    {
        int count = 0;
        for (int i = 0; i < text.Length; i += IsPair(text, i) ? 2 : 1)
            count++;
        return count;
    }

    private static int LineEnd(ReadOnlySpan<char> text, int at) => text[at..].StartsWith("\r\n") ? 2 : 1;

    private static bool IsPair(ReadOnlySpan<char> text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
}
