using System.Globalization;
using System.Text;

namespace ArticleClean.Cli.Terminal;

/// <summary>Names and excerpts for messages: never more than one line, and nothing that a terminal would obey.</summary>
internal static class OneLine
{
    /// <summary>The text with control, format and separator characters and lone surrogates written as escapes.</summary>
    public static string Escape(string text)
    {
        int plain = 0;
        while (plain < text.Length && !NeedsEscape(text, plain))
            plain += char.IsSurrogatePair(text, plain) ? 2 : 1;
        if (plain == text.Length)
            return text;

        StringBuilder escaped = new(text, 0, plain, text.Length + 16);
        for (int i = plain; i < text.Length; i++)
        {
            if (NeedsEscape(text, i))
            {
                escaped.Append(text[i] switch
                {
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    char c => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                });
                continue;
            }

            escaped.Append(text[i]);
            if (char.IsSurrogatePair(text, i))
                escaped.Append(text[++i]);
        }

        return escaped.ToString();
    }

    /// <summary>The text on one line and cut, with an ellipsis, to at most <paramref name="length"/> UTF-16 units.</summary>
    public static string Excerpt(string text, int length)
    {
        // An escape is never shorter than what it stands for, so what is behind cannot come back in.
        if (text.Length > length + 1)
            text = text[..(char.IsSurrogatePair(text, length) ? length + 2 : length + 1)];
        string line = Escape(text);
        if (line.Length <= length)
            return line;
        int end = length - 1;
        if (char.IsHighSurrogate(line[end - 1]))
            end--;
        return string.Concat(line.AsSpan(0, end), "…");
    }

    private static bool NeedsEscape(string text, int index)
    {
        char c = text[index];
        if (c is >= ' ' and < '\u007f')
            return false;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format => true,
            UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
            UnicodeCategory.Surrogate => !char.IsSurrogatePair(text, index),
            _ => false,
        };
    }
}
