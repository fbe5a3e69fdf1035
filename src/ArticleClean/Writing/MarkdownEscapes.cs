namespace ArticleClean.Writing;

/// <summary>Says which characters of plain text Markdown would take for marks (CommonMark 0.31, 2.4).</summary>
internal static class MarkdownEscapes
{
    /// <summary>Whether the character at an index needs a backslash before it. <paramref name="startsLine"/>: nothing stands before the text.</summary>
    public static bool IsNeeded(ReadOnlySpan<char> text, int index, bool startsLine)
    {
        char c = text[index];
        if (c is '*' or '`' or '[' or ']')
            return true;
        char next = index + 1 < text.Length ? text[index + 1] : '\n';
        char before = index > 0 ? text[index - 1] : startsLine ? '\n' : ' ';
        return c switch
        {
            '\\' => char.IsPunctuation(next) || char.IsSymbol(next) || next == '\n',
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(next)),
            '<' => char.IsAsciiLetter(next) || next is '/' or '!' or '?',
            '&' => char.IsAsciiLetter(next) || next == '#',
            '#' or '>' => before == '\n',
            '-' or '+' or '=' or '~' => before == '\n',
            '.' or ')' => char.IsWhiteSpace(next) && FollowsNumberAtStart(text, index, startsLine),
            _ => false,
        };
    }

    private static bool FollowsNumberAtStart(ReadOnlySpan<char> text, int index, bool startsLine)
    {
        int start = index;
        while (start > 0 && char.IsAsciiDigit(text[start - 1]))
            start--;

        // A list's number has at most nine digits.
        return start < index && index - start <= 9 && (start == 0 ? startsLine : text[start - 1] == '\n');
    }
}
