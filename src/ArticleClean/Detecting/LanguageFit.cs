namespace ArticleClean.Detecting;

/// <summary>
/// How much of a rule's weight holds in a document of another language. Every pack is tried on every document, since
/// English buttons stand on pages of all languages; but a Portuguese verb in an English sentence is another word.
/// </summary>
internal static class LanguageFit
{
    public const int AllPercent = 100;
    private const int ForeignPercent = 35;

    /// <summary>Languages that share enough words and are told apart badly enough to speak for each other.</summary>
    private static readonly string[][] Families = [["no", "da", "sv"], ["ru", "uk"], ["es", "pt"], ["zh", "ja"], ["id", "ms"]];

    /// <summary>Whether a rule is of another language than the document, shared rules aside.</summary>
    public static bool IsKin(string rule, string? language) =>
        language is not null && IsOfPack(rule) && !rule.StartsWith(language, StringComparison.Ordinal);

    /// <summary>The pack that convicts most segments, English aside; null when none does. For texts too short to tell their language by its function words.</summary>
    public static string? MostHeard(IReadOnlyList<Finding> findings)
    {
        SortedDictionary<string, int> packs = new(StringComparer.Ordinal);
        foreach (Finding finding in findings)
        {
            if (finding is { Weight: >= HeardWeight, Reach: FindingReach.Segment or FindingReach.Heads } && IsOfPack(finding.Rule) && !finding.Rule.StartsWith("en/", StringComparison.Ordinal))
                packs[finding.Rule[..2]] = packs.GetValueOrDefault(finding.Rule[..2]) + 1;
        }

        string? most = null;
        foreach ((string pack, int count) in packs)
            most = most is null || count > packs[most] ? pack : most;
        return most;
    }

    /// <summary>From so much a rule convicts.</summary>
    private const int HeardWeight = 4000;

    /// <summary>Whether a rule that only names lines is of the document's language, or of English or none.</summary>
    public static bool IsSpoken(string rule, string? language) =>
        Percent(rule, language) == AllPercent && (language is not null || rule.StartsWith("en/", StringComparison.Ordinal) || !IsOfPack(rule));

    /// <summary>Per cent of the weight of a rule (by its id) in a document of this language, null when that is not known.</summary>
    public static int Percent(string rule, string? language)
    {
        // Packs are named by two letters; shared rules, own rules and other engines hold everywhere.
        return language is null || !IsOfPack(rule) || rule.StartsWith(language, StringComparison.Ordinal) || rule.StartsWith("en/", StringComparison.Ordinal)
            || AreNear(rule, language) ? AllPercent : ForeignPercent;
    }

    private static bool AreNear(string rule, string language)
    {
        foreach (string[] family in Families)
        {
            if (Array.IndexOf(family, language) >= 0 && Array.Exists(family, member => rule.StartsWith(member, StringComparison.Ordinal)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a rule's id begins with the two letters of a pack.</summary>
    private static bool IsOfPack(string rule) => rule.Length > 2 && rule[0] != '/' && rule[1] != '/' && rule[2] == '/';
}
