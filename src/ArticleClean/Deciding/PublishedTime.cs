using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Deciding;

/// <summary>When the article was published, from lines that tell times.</summary>
internal static class PublishedTime
{
    /// <summary>
    /// The time of publication as ISO 8601, from the first line that can be read: one that is called published before one
    /// without a label, and that before one that is called updated. Where none can be read, the first line as it stands.
    /// </summary>
    public static string? Read(IReadOnlyList<string> lines, RuleSet rules, string? language)
    {
        ReadTime? best = null;
        DateOnly? anyDate = null;
        foreach (string line in lines)
        {
            foreach (ReadTime entry in TimeReader.Read(line, rules, language))
            {
                anyDate ??= entry.Date;
                bool isDated = entry.Date is not null || (entry.Label == TimeAtomKind.Published && anyDate is not null);
                if (isDated && (best is null || Rank(entry) < Rank(best.Value)))
                    best = entry.Date is null ? entry with { Date = anyDate } : entry;
            }
        }

        return best?.ToIso() ?? (lines.Count > 0 ? lines[0] : null);
    }

    private static int Rank(ReadTime entry) => entry.Label switch
    {
        TimeAtomKind.Published => 0,
        TimeAtomKind.Updated => 2,
        _ => 1,
    };
}
