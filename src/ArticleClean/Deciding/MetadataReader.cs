using System.Collections.Immutable;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Headline, byline, time and agencies, from what was lifted and from what the page declares.</summary>
internal static class MetadataReader
{
    public static ArticleMetadata Read(Segmented document, Verdict[] verdicts, AgencyCredits agencies)
    {
        DeclaredMetadata declared = document.Document.Html?.Declared ?? DeclaredMetadata.None;
        ImmutableSortedDictionary<string, string>.Builder from = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        string? headline = Pick(from, "headline", Lifted(document, verdicts, Category.Headline), declared.Headline ?? declared.Title);
        string? byline = Pick(from, "byline", BylineText.Names(Lifted(document, verdicts, Category.Byline)), declared.Author);
        string? time = Lifted(document, verdicts, Category.Timestamp);
        string? published = declared.Published is { } stated ? Pick(from, "published", null, PublishedTime.Read(stated))
            : Pick(from, "published", time is null ? null : PublishedTime.Read(time), null);
        ImmutableArray<string> agency = agencies.Find(document, verdicts);
        if (agency.Length > 0)
            from.Add("agency", "text");
        return new ArticleMetadata
        {
            Headline = headline, Byline = byline, Published = published, Agency = agency, Site = document.Document.Site, From = from.ToImmutable(),
        };
    }

    private static string? Pick(ImmutableSortedDictionary<string, string>.Builder from, string field, string? text, string? declared)
    {
        if (text is not null)
            from.Add(field, "text");
        else if (declared is not null)
            from.Add(field, "declared");
        return text ?? declared;
    }

    /// <summary>The first segment that was lifted under a category, its white space folded.</summary>
    private static string? Lifted(Segmented document, Verdict[] verdicts, Category category)
    {
        for (int i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].Category == category && verdicts[i].Fate != Fate.Keep)
                return string.Join(' ', document.TextOf(i).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }

        return null;
    }
}
