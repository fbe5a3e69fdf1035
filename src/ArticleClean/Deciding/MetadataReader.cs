using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ArticleClean.Detecting.LineModel;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>
/// Headline, byline, time and agencies, from what was lifted and from what the page declares. <c>from</c> says for each the
/// kind of line (<c>headline</c>, <c>byline</c>, <c>timestamp</c>), <c>declared</c> for JSON-LD and meta elements, and for
/// agencies <c>dateline</c>, <c>source</c> or the categories of the lines that credit them.
/// </summary>
internal sealed class MetadataReader(RuleSet rules)
{
    private const string FromPage = "declared";

    /// <summary>A line that shares so many of its words with the declared title says the same, in thousandths.</summary>
    private const int LikeTitle = 500;

    private readonly AgencyCredits _agencies = new(rules);
    private readonly BylineText _byline = new(rules);

    public ArticleMetadata Read(Segmented document, Verdict[] verdicts, string? language)
    {
        DeclaredMetadata declared = document.Document.Html?.Declared ?? DeclaredMetadata.None;
        // A plain dictionary and plain loops: sorted ones and queries would be loaded and compiled at each start.
        Dictionary<string, string> from = [];
        string? title = declared.Headline ?? Title(declared);
        string? headline = Headline(Lifted(document, verdicts, Category.Headline), title);
        string? byline = FirstNames(Lifted(document, verdicts, Category.Byline));
        List<string> times = Lifted(document, verdicts, Category.Timestamp);
        string? published = declared.Published is { } stated ? PublishedTime.Read([stated], rules, language) : null;
        List<AgencyCredit> agencies = _agencies.Find(document, verdicts);
        if (agencies.Count > 0)
            from.Add("agency", Origins(agencies));
        return new ArticleMetadata
        {
            Headline = Pick(from, "headline", headline, Category.Headline, title),
            Byline = Pick(from, "byline", byline, Category.Byline, declared.Author),
            Published = published is not null ? Pick(from, "published", null, Category.Timestamp, published)
                : Pick(from, "published", PublishedTime.Read(times, rules, language), Category.Timestamp, null),
            Agency = Names(agencies),
            Site = document.Document.Site,
            From = from,
        };
    }

    /// <summary>The first line that was lifted; where the page declares its title, the first that is like it.</summary>
    private static string? Headline(List<string> lines, string? title)
    {
        if (lines.Count == 0 || string.IsNullOrWhiteSpace(title))
            return lines.Count == 0 ? null : lines[0];
        Declared declared = Declared.Of(title);
        foreach (string line in lines)
        {
            TokenList words = Lexer.Tokenize(line);
            if (declared.Likeness(words.Slice(0, words.Count), 1) >= LikeTitle)
                return line;
        }

        return null;
    }

    private string? FirstNames(List<string> bylines)
    {
        foreach (string line in bylines)
        {
            if (_byline.Names(line) is { } names)
                return names;
        }

        return null;
    }

    private static ImmutableArray<string> Names(List<AgencyCredit> agencies)
    {
        string[] names = new string[agencies.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = agencies[i].Name;
        return ImmutableCollectionsMarshal.AsImmutableArray(names);
    }

    /// <summary>How the agencies are credited, each way once.</summary>
    private static string Origins(List<AgencyCredit> agencies)
    {
        List<string> origins = [];
        foreach (AgencyCredit agency in agencies)
        {
            if (!origins.Contains(agency.From))
                origins.Add(agency.From);
        }

        return string.Join(", ", origins);
    }

    private static string? Pick(Dictionary<string, string> from, string field, string? text, Category line, string? declared)
    {
        if (text is not null)
            from.Add(field, line.Id());
        else if (declared is not null)
            from.Add(field, FromPage);
        return text ?? declared;
    }

    /// <summary>The page's title without the site's name behind a bar or a dash.</summary>
    private static string? Title(DeclaredMetadata declared)
    {
        if (declared is not { Title: { } title, SiteName: { Length: > 0 } site } || !title.EndsWith(site, StringComparison.OrdinalIgnoreCase))
            return declared.Title;
        string rest = title[..^site.Length].TrimEnd();
        return rest.Length > 1 && rest[^1] is '|' or '-' or '–' or '—' or '·' or ':' ? rest[..^1].TrimEnd() : title;
    }

    /// <summary>The segments that were lifted under a category, their white space folded, those of one line together.</summary>
    private static List<string> Lifted(Segmented document, Verdict[] verdicts, Category category)
    {
        List<string> lifted = [];
        int line = -1;
        for (int i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].Category != category || verdicts[i].Fate == Fate.Keep)
                continue;
            string text = category == Category.Byline
                ? document.TextOf(i).ToString()
                : string.Join(' ', document.TextOf(i).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (document.Segments[i].Line == line && category != Category.Byline)
                lifted[^1] = $"{lifted[^1]} {text}";
            else
                lifted.Add(text);
            line = document.Segments[i].Line;
        }

        return lifted;
    }
}
