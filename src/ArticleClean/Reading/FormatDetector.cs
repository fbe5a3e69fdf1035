using System.Buffers;

namespace ArticleClean.Reading;

/// <summary>Tells HTML from text, by the name's extension, else by content.</summary>
internal static class FormatDetector
{
    private const int ScannedUnits = 64 * 1024;

    /// <summary>A fragment begins with a tag and has a few more.</summary>
    private const int FewTags = 5;

    /// <summary>Text with some tags left in it stays text; so many of them, as dense as in a page, are a page.</summary>
    private const int ManyTags = 20;

    /// <summary>Pages have a tag in every 200 characters or so; a text with stray line breaks has a few in all.</summary>
    private const int MostUnitsATag = 300;

    private static readonly HashSet<string> TagNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "article", "aside", "b", "blockquote", "body", "br", "button", "center", "dd", "div", "dl", "dt", "em",
        "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr",
        "html", "i", "iframe", "img", "input", "label", "li", "link", "main", "meta", "nav", "ol", "p", "picture",
        "pre", "script", "section", "small", "span", "strong", "style", "table", "tbody", "td", "th", "time", "title",
        "tr", "u", "ul",
    };

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> TagNameLookup =
        TagNames.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The format that a name's extension stands for (<c>.gz</c> looked through); null when it stands for none.</summary>
    public static DocumentFormat? ByName(string name)
    {
        ReadOnlySpan<char> rest = name;
        if (rest.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            rest = rest[..^3];
        int dot = rest.LastIndexOf('.');
        if (dot < 0)
            return null;
        ReadOnlySpan<char> extension = rest[dot..];
        if (Is(extension, ".html") || Is(extension, ".htm") || Is(extension, ".xhtml"))
            return DocumentFormat.Html;
        return Is(extension, ".txt") || Is(extension, ".text") ? DocumentFormat.Text : null;

        static bool Is(ReadOnlySpan<char> extension, string other) => extension.Equals(other, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The format of a decoded text, by its first 65,536 units.</summary>
    public static DocumentFormat ByContent(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> head = text[..Math.Min(text.Length, ScannedUnits)];
        ReadOnlySpan<char> start = SkipPreamble(head);
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
            return DocumentFormat.Html;
        bool beginsWithTag = TagNameAt(start).Length > 0;
        int tags = 0, closing = 0;
        for (ReadOnlySpan<char> rest = head; ;)
        {
            int found = rest.IndexOf('<');
            if (found < 0)
                break;
            rest = rest[found..];
            if (TagNameAt(rest).Length > 0)
            {
                tags++;
                if (rest[1] == '/')
                    closing++;
            }

            rest = rest[1..];
        }

        bool isDense = tags * MostUnitsATag >= head.Length;
        bool hasPairs = closing > 0;
        return isDense && hasPairs && tags >= (beginsWithTag ? FewTags : ManyTags) ? DocumentFormat.Html : DocumentFormat.Text;
    }

    /// <summary>Skips white space, comments and an XML declaration.</summary>
    private static ReadOnlySpan<char> SkipPreamble(ReadOnlySpan<char> text)
    {
        while (true)
        {
            text = text.TrimStart().TrimStart('\uFEFF');
            (string open, string close) = text.StartsWith("<!--", StringComparison.Ordinal) ? ("<!--", "-->") : ("<?xml", "?>");
            if (!text.StartsWith(open, StringComparison.Ordinal))
                return text;
            int end = text[open.Length..].IndexOf(close, StringComparison.Ordinal);
            if (end < 0)
                return text;
            text = text[(open.Length + end + close.Length)..];
        }
    }

    /// <summary>The name of an HTML tag that stands at the start of a text and is closed by <c>&gt;</c>; empty when none does.</summary>
    private static ReadOnlySpan<char> TagNameAt(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] != '<')
            return default;
        ReadOnlySpan<char> name = text[1] == '/' ? text[2..] : text[1..];
        int length = name.IndexOfAny(NameEnds);
        if (length <= 0 || !TagNameLookup.Contains(name[..length]))
            return default;
        return name[length..].Contains('>') ? name[..length] : default;
    }
}
