using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Artifacts;

/// <summary>Code of a page that stands in its text: scripts, styles, data.</summary>
internal static class Scripts
{
    /// <summary>Marks of code, per hundred characters, from which a line with a keyword is code.</summary>
    private const int MarkPercent = 8;

    private const int MaxLooked = 4000;

    private static readonly CharSet Marks = new("{}()[];=\"':&|<>");

    private static readonly string[] Keywords =
    [
        "function(", "function (", "function()", "window.", "document.", "dataLayer", "googletag", ".push(", "var ", "const ", "let ", "\"@type\"", "\"@context\"", "{\"", "@media", "display:", "margin:", "color:", "!important", "px;", "px}", "=>", "return ", "if (", "for (", "public ", "import ",
    ];

    /// <summary>What scripts that run a page speak of, and listings in articles seldom do.</summary>
    private static readonly string[] PageKeywords =
    [
        "window.", "document.", "dataLayer", "googletag", "\"@type\"", "\"@context\"", "adSlots", "slot\"", "lazy", "isAccessibleForFree",
    ];

    /// <summary>Whether a line of code belongs to the page rather than to an article about code.</summary>
    public static bool IsOfPage(ReadOnlySpan<char> text) => Holds(text[..Math.Min(text.Length, MaxLooked)], PageKeywords);

    /// <summary>Whether a line is code.</summary>
    public static bool IsCode(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, MaxLooked)];
        if (!text.ContainsAny('{', ';', '(') || CountMarks(text) * 100 < text.Length * MarkPercent)
            return false;
        return Holds(text, Keywords);
    }

    private static int CountMarks(ReadOnlySpan<char> text)
    {
        int marks = 0;
        foreach (char c in text)
            marks += Marks.Contains(c) ? 1 : 0;
        return marks;
    }

    private static bool Holds(ReadOnlySpan<char> text, string[] keywords)
    {
        foreach (string keyword in keywords)
        {
            if (text.Contains(keyword, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
