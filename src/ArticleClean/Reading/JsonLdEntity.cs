using System.Text.Json;

namespace ArticleClean.Reading;

/// <summary>
/// The article among the things that a page's JSON-LD describes (schema.org): the first of the most fitting type, over all
/// scripts, lists and graphs. What is broken is mended where that is plain, else passed over.
/// </summary>
internal sealed class JsonLdEntity
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private const string CDataStart = "<![CDATA[";
    private const string CDataEnd = "]]>";

    private int _rank;
    private bool? _partIsFree;
    private bool? _anyIsFree;
    private bool? _isFree;

    public string? Type { get; private set; }
    public string? Headline { get; private set; }
    public string? Description { get; private set; }
    public string? Author { get; private set; }
    public string? Published { get; private set; }
    public string? SiteName { get; private set; }
    public string? Language { get; private set; }
    public string? ArticleBody { get; private set; }

    /// <summary>What the article says, else a part of it, else anything on the page.</summary>
    public bool? IsAccessibleForFree => _isFree ?? _partIsFree ?? _anyIsFree;

    /// <summary>Reads one more script.</summary>
    public void Read(string script)
    {
        using JsonDocument? document = Parse(script);
        if (document is null)
            return;
        Stack<JsonElement> pending = new();
        pending.Push(document.RootElement);
        while (pending.TryPop(out JsonElement element))
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                // In reverse, so that the first comes off the stack first.
                for (int i = element.GetArrayLength() - 1; i >= 0; i--)
                    pending.Push(element[i]);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                Take(element);
                foreach (string name in (ReadOnlySpan<string>)["mainEntityOfPage", "mainEntity", "@graph"])
                {
                    if (element.TryGetProperty(name, out JsonElement inner) && inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
                        pending.Push(inner);
                }
            }
        }
    }

    /// <summary>How well a type fits an article; 0 for what is none.</summary>
    private static int Rank(string type) => type switch
    {
        "NewsArticle" or "ReportageNewsArticle" or "AnalysisNewsArticle" or "OpinionNewsArticle" or "BackgroundNewsArticle"
            or "ReviewNewsArticle" or "LiveBlogPosting" => 4,
        "Article" or "BlogPosting" or "Report" or "TechArticle" or "ScholarlyArticle" or "MedicalScholarlyArticle" => 3,
        "SocialMediaPosting" or "DiscussionForumPosting" or "Review" or "Recipe" or "HowTo" or "CreativeWork" or "Blog" => 2,
        "WebPage" or "ItemPage" => 1,
        _ => 0,
    };

    private static JsonDocument? Parse(string script)
    {
        // Comments of HTML and CDATA marks around the script are older than JSON-LD and still written.
        ReadOnlySpan<char> text = script;
        int mark = text.IndexOf(CDataStart, StringComparison.Ordinal);
        if (mark >= 0 && !text[..mark].Contains('{'))
        {
            text = text[(mark + CDataStart.Length)..];
            int close = text.LastIndexOf(CDataEnd, StringComparison.Ordinal);
            text = close < 0 ? text : text[..close];
        }

        int start = text.IndexOfAny('{', '[');
        int end = text.LastIndexOfAny('}', ']') + 1;
        if (start < 0 || end <= start)
            return null;
        string json = text[start..end].ToString();
        return TryParse(json) ?? TryParse(WithoutControls(json));
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Line ends and tabs inside strings are the commonest fault.</summary>
    private static string WithoutControls(string text) =>
        string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++)
                target[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
            return null;
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            value = value[0];
        return String(value);
    }

    private static string? String(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate.
            return null;
        }
    }

    /// <summary>A name, the name of a thing, or those of several with commas between.</summary>
    private static string? Names(JsonElement element, string name)
    {
        if (!element.TryGetProperty(name, out JsonElement value))
            return null;
        if (value.ValueKind != JsonValueKind.Array)
            return Name(value);
        string joined = string.Join(", ", value.EnumerateArray().Select(Name).Where(found => found is not null));
        return joined.Length == 0 ? null : joined;
    }

    private static string? Name(JsonElement value)
    {
        string? name = value.ValueKind == JsonValueKind.Object ? Text(value, "name") : String(value);
        return HtmlDeclarations.IsAddress(name) ? null : name;
    }

    private static bool? Truth(JsonElement element)
    {
        if (!element.TryGetProperty("isAccessibleForFree", out JsonElement value))
            return null;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String when String(value) is string text =>
                text.EndsWith("false", StringComparison.OrdinalIgnoreCase) ? false
                : text.EndsWith("true", StringComparison.OrdinalIgnoreCase) ? true
                : null,
            _ => null,
        };
    }

    private void Take(JsonElement element)
    {
        _anyIsFree ??= Truth(element);
        if (Text(element, "@type") is not string type)
            return;
        type = type[(type.LastIndexOf('/') + 1)..];
        int rank = Rank(type) * 2;

        // Of two things of one type, the one with a headline is described, the other mentioned.
        if (rank > 0 && element.TryGetProperty("headline", out _))
            rank++;
        if (rank <= _rank)
            return;
        _rank = rank;
        Type = type;
        Headline = Text(element, "headline") ?? Text(element, "name");
        Description = Text(element, "description");
        Author = Names(element, "author") ?? Names(element, "creator");
        Published = Text(element, "datePublished");
        SiteName = Names(element, "publisher");
        Language = Text(element, "inLanguage");
        ArticleBody = Text(element, "articleBody");
        _isFree = Truth(element);
        _partIsFree = PartIsFree(element);
    }

    /// <summary>False when a part is said not to be free.</summary>
    private static bool? PartIsFree(JsonElement element)
    {
        if (!element.TryGetProperty("hasPart", out JsonElement parts))
            return null;
        if (parts.ValueKind == JsonValueKind.Object)
            return Truth(parts);
        if (parts.ValueKind != JsonValueKind.Array)
            return null;
        return parts.EnumerateArray().Any(part => part.ValueKind == JsonValueKind.Object && Truth(part) == false) ? false : null;
    }
}
