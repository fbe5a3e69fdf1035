using System.Globalization;

namespace ArticleClean.Detecting.Artifacts;

/// <summary>Tags and entities of HTML that stand in a text.</summary>
internal static class Markup
{
    private const int MaxTag = 400;
    private const int MaxEntity = 10;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Tags = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "article", "aside", "b", "blockquote", "br", "button", "center", "cite", "code", "dd", "div", "dl", "dt", "em", "figcaption",
        "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "iframe", "img", "input", "label", "li",
        "link", "main", "meta", "nav", "noscript", "ol", "p", "picture", "pre", "s", "script", "section", "small", "source", "span", "strong",
        "style", "sub", "sup", "svg", "table", "tbody", "td", "th", "thead", "time", "tr", "u", "ul", "video", "path",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Entities = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["nbsp"] = " ", ["amp"] = "&", ["quot"] = "\"", ["apos"] = "'", ["lt"] = "<", ["gt"] = ">", ["ldquo"] = "“", ["rdquo"] = "”",
        ["lsquo"] = "‘", ["rsquo"] = "’", ["sbquo"] = "‚", ["bdquo"] = "„", ["laquo"] = "«", ["raquo"] = "»", ["ndash"] = "–", ["mdash"] = "—",
        ["hellip"] = "…", ["bull"] = "•", ["middot"] = "·", ["copy"] = "©", ["reg"] = "®", ["trade"] = "™", ["euro"] = "€", ["pound"] = "£",
        ["yen"] = "¥", ["cent"] = "¢", ["deg"] = "°", ["shy"] = "", ["zwnj"] = "\u200C", ["zwj"] = "\u200D", ["ensp"] = " ", ["emsp"] = " ", ["thinsp"] = " ",
        ["auml"] = "ä", ["ouml"] = "ö", ["uuml"] = "ü", ["Auml"] = "Ä", ["Ouml"] = "Ö", ["Uuml"] = "Ü", ["szlig"] = "ß", ["eacute"] = "é",
        ["egrave"] = "è", ["agrave"] = "à", ["aacute"] = "á", ["ccedil"] = "ç", ["ntilde"] = "ñ", ["oacute"] = "ó", ["iacute"] = "í", ["uacute"] = "ú",
        ["ecirc"] = "ê", ["acirc"] = "â", ["ocirc"] = "ô", ["atilde"] = "ã", ["otilde"] = "õ", ["aring"] = "å", ["oslash"] = "ø", ["aelig"] = "æ",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The length of the tag that the text begins with, 0 when it is none of HTML's.</summary>
    public static int TagLength(ReadOnlySpan<char> text)
    {
        int name = text.Length > 1 && text[1] == '/' ? 2 : 1;
        int end = name;
        while (end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && end - name < 12)
            end++;
        if (end == name || end >= text.Length || !Tags.Contains(text[name..end]) || text[end] is not ('>' or '/' or ' '))
            return 0;
        ReadOnlySpan<char> rest = text[end..Math.Min(text.Length, MaxTag)];
        int close = rest.IndexOfAny('>', '<');
        return close < 0 || rest[close] != '>' || (close > 1 && !rest.Contains('=') && rest[..close].Trim(" /").Length > 0) ? 0 : end + close + 1;
    }

    /// <summary>The length of the entity that the text begins with and what it stands for, entities of entities too; 0 when it is none, or when it would begin a tag.</summary>
    public static int EntityLength(ReadOnlySpan<char> text, out string meaning)
    {
        int length = One(text, out meaning);
        while (meaning == "&" && length > 0)
        {
            ReadOnlySpan<char> rest = text[length..];
            int end = rest[..Math.Min(rest.Length, MaxEntity)].IndexOf(';');
            int inner = end <= 0 ? 0 : One(string.Concat("&", rest[..(end + 1)]), out meaning);
            if (inner == 0)
            {
                meaning = "&";
                break;
            }

            length += end + 1;
        }

        return meaning == "<" && length < text.Length && (char.IsLetter(text[length]) || text[length] == '/') ? 0 : length;
    }

    private static int One(ReadOnlySpan<char> text, out string meaning)
    {
        meaning = "";
        int end = text[..Math.Min(text.Length, MaxEntity)].IndexOf(';');
        if (end < 2)
            return 0;
        ReadOnlySpan<char> name = text[1..end];
        if (Entities.TryGetValue(name, out string? known))
        {
            meaning = known;
            return end + 1;
        }

        if (name[0] != '#' || name.Length < 2)
            return 0;
        bool hex = name[1] is 'x' or 'X';
        return int.TryParse(name[(hex ? 2 : 1)..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out int code) && IsPrintable(code)
            ? Assign(code, end + 1, out meaning)
            : 0;
    }

    private static int Assign(int code, int length, out string meaning)
    {
        meaning = code == 0xA0 ? " " : char.ConvertFromUtf32(code);
        return length;
    }

    private static bool IsPrintable(int code) => code is (>= 0x20 and < 0x7F) or (>= 0xA0 and < 0xD800) or (>= 0xE000 and < 0xFFFE) or (>= 0x10000 and <= 0x10FFFF);
}
