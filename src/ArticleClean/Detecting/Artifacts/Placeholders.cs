namespace ArticleClean.Detecting.Artifacts;

/// <summary>What a program prints for a value that it does not have.</summary>
internal static class Placeholders
{
    private const int MaxVariable = 100;

    private static readonly (string Open, string Close)[] Brackets =
    [
        ("{{", "}}"), ("${", "}"), ("%%", "%%"), ("<%", "%>"), ("[[", "]]"), ("{%", "%}"), ("#{", "}"),
    ];

    private static readonly string[] Words = ["[object Object]", "undefined", "null", "NaN"];

    /// <summary>Whether a text is nothing but placeholders and tags.</summary>
    public static bool Fill(ReadOnlySpan<char> text)
    {
        while (!(text = text.TrimStart(" \u00A0,;|/-")).IsEmpty)
        {
            int length = Length(text);
            if (length == 0)
                return false;
            text = text[length..];
        }

        return true;
    }

    /// <summary>The length of the placeholder, tag or entity that the text begins with; 0 when there is none.</summary>
    private static int Length(ReadOnlySpan<char> text)
    {
        foreach ((string open, string close) in Brackets)
        {
            if (!text.StartsWith(open, StringComparison.Ordinal))
                continue;
            int end = text[open.Length..Math.Min(text.Length, MaxVariable)].IndexOf(close, StringComparison.Ordinal);
            if (end > 0)
                return open.Length + end + close.Length;
        }

        foreach (string word in Words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || !char.IsLetterOrDigit(text[word.Length])))
                return word.Length;
        }

        if (text[0] == '<')
            return Markup.TagLength(text);
        if (text[0] == '&')
            return Markup.EntityLength(text, out _);
        return PathLength(text);
    }

    /// <summary>"plan.undefined.price": a path with the missing value in it.</summary>
    private static int PathLength(ReadOnlySpan<char> text)
    {
        int end = 0;
        while (end < text.Length && end < MaxVariable && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '_'))
            end++;
        return text[..end].Contains(".undefined", StringComparison.Ordinal) || text[..end].StartsWith("undefined.", StringComparison.Ordinal) ? end : 0;
    }
}
