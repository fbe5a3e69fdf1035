using System.Net;
using System.Text;

namespace ArticleClean.Reading;

/// <summary>Collects what a page says about itself from its <c>title</c>, <c>meta</c>, <c>link</c> and JSON-LD elements.</summary>
internal static class HtmlDeclarations
{
    /// <summary>Names of <c>meta</c> elements for each field, the one that is most to be trusted first.</summary>
    private static readonly string[] HeadlineNames = ["og:title", "twitter:title", "dc.title", "headline"];
    private static readonly string[] DescriptionNames = ["og:description", "description", "twitter:description", "dc.description"];
    private static readonly string[] AuthorNames = ["author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author"];
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "datepublished", "date", "pubdate", "publish-date", "parsely-pub-date", "sailthru.date",
        "dc.date", "dc.date.issued", "og:published_time",
    ];
    private static readonly string[] SiteNames = ["og:site_name", "application-name"];
    private static readonly string[] UrlNames = ["og:url"];
    private static readonly string[] LanguageNames = ["content-language", "og:locale"];

    /// <summary>Reads the declarations of a page, in document order; of several for one field the first counts.</summary>
    public static DeclaredMetadata Read(HtmlTreeElement? root, IReadOnlyList<HtmlTreeElement> elements)
    {
        Dictionary<string, string> metas = new(StringComparer.OrdinalIgnoreCase);
        JsonLdEntity entity = new();
        string? title = null;
        string? canonical = null;
        foreach (HtmlTreeElement element in elements)
        {
            switch (element.Tag.Role)
            {
                case HtmlRole.Title:
                    title ??= Plain(TextOf(element));
                    break;
                case HtmlRole.Link:
                    if (canonical is null && Is(element, "rel", "canonical"))
                        canonical = Attribute(element, "href");
                    break;
                case HtmlRole.Meta:
                    AddMeta(element, metas);
                    break;
                case HtmlRole.Script:
                    if (element.TryGet("type", out ReadOnlySpan<char> type) && type.Contains("ld+json", StringComparison.OrdinalIgnoreCase))
                        entity.Read(TextOf(element));
                    break;
            }
        }

        string? author = First(metas, AuthorNames);
        return new DeclaredMetadata
        {
            Title = title,
            Headline = Plain(entity.Headline) ?? Plain(First(metas, HeadlineNames)),
            Description = Plain(entity.Description) ?? Plain(First(metas, DescriptionNames)),
            Author = Plain(entity.Author) ?? (IsAddress(author) ? null : Plain(author)),
            Published = Plain(entity.Published) ?? Plain(First(metas, PublishedNames)),
            SiteName = Plain(First(metas, SiteNames)) ?? Plain(entity.SiteName),
            CanonicalUrl = IsAddress(canonical) ? canonical : First(metas, UrlNames) ?? canonical,
            Language = (root is null ? null : Attribute(root, "lang")) ?? First(metas, LanguageNames) ?? Plain(entity.Language),
            IsAccessibleForFree = entity.IsAccessibleForFree,
            ArticleBody = Plain(entity.ArticleBody),
            Type = entity.Type,
        };
    }

    /// <summary>
    /// The text of a declared value, which may hold entities and markup though it should not; white space collapsed, null
    /// when nothing is left.
    /// </summary>
    internal static string? Plain(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        string text = value.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(value) : value;
        StringBuilder plain = new(text.Length);
        bool space = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '<' && TagEnd(text, i) is int end and > 0)
            {
                i = end;
                c = ' ';
            }

            if (char.IsWhiteSpace(c))
            {
                space = plain.Length > 0;
                continue;
            }

            if (space)
                plain.Append(' ');
            space = false;
            plain.Append(c);
        }

        return plain.Length == 0 ? null : plain.ToString();
    }

    /// <summary>Whether a value is an absolute web address.</summary>
    internal static bool IsAddress(string? value) =>
        value is not null
        && (value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("http://", StringComparison.OrdinalIgnoreCase));

    /// <summary>The index of the <c>&gt;</c> of the tag that begins here; 0 when none does.</summary>
    private static int TagEnd(string text, int start)
    {
        if (start + 1 >= text.Length || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '!'))
            return 0;

        // A "<" of prose has no ">" soon after it; a bound keeps many of them from costing a square.
        const int LongestTag = 4096;
        int found = text.AsSpan(start, Math.Min(LongestTag, text.Length - start)).IndexOf('>');
        return found < 0 ? 0 : start + found;
    }

    private static void AddMeta(HtmlTreeElement element, Dictionary<string, string> metas)
    {
        if (!element.TryGet("content", out ReadOnlySpan<char> content) || content.IsWhiteSpace())
            return;
        foreach (string attribute in (ReadOnlySpan<string>)["property", "name", "itemprop", "http-equiv"])
        {
            if (element.TryGet(attribute, out ReadOnlySpan<char> name) && !name.IsEmpty)
                metas.TryAdd(name.Trim().ToString(), content.Trim().ToString());
        }
    }

    private static string? First(Dictionary<string, string> metas, string[] names)
    {
        foreach (string name in names)
        {
            if (metas.TryGetValue(name, out string? value))
                return value;
        }

        return null;
    }

    private static string? Attribute(HtmlTreeElement element, string name) =>
        element.TryGet(name, out ReadOnlySpan<char> value) && !value.IsWhiteSpace() ? value.Trim().ToString() : null;

    private static bool Is(HtmlTreeElement element, string name, string expected) =>
        element.TryGet(name, out ReadOnlySpan<char> value) && value.Trim().Equals(expected, StringComparison.OrdinalIgnoreCase);

    private static string TextOf(HtmlTreeElement element)
    {
        if (element.Count == 1 && element[0] is HtmlTreeText single)
            return single.Text.ToString();
        StringBuilder text = new();
        for (int i = 0; i < element.Count; i++)
        {
            if (element[i] is HtmlTreeText part)
                text.Append(part.Text);
        }

        return text.ToString();
    }
}
