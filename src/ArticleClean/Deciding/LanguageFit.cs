namespace ArticleClean.Deciding;

/// <summary>
/// How much of a rule's weight holds in a document of another language. Every pack is tried on every document, since
/// English buttons stand on pages of all languages; but a Portuguese verb in an English sentence is another word.
/// </summary>
internal static class LanguageFit
{
    private const int AllPercent = 100;
    private const int ForeignPercent = 35;

    /// <summary>Languages that share enough words and are told apart badly enough to speak for each other.</summary>
    private static readonly string[][] Families = [["no", "da", "sv"], ["ru", "uk"], ["es", "pt"], ["zh", "ja"], ["id", "ms"]];

    /// <summary>Whether a rule that only names lines is of the document's language, or of English or none.</summary>
    public static bool IsSpoken(string rule, string? language) =>
        Percent(rule, language) == AllPercent && (language is not null || rule.StartsWith("en/", StringComparison.Ordinal) || rule.IndexOf('/', StringComparison.Ordinal) != 2);

    /// <summary>Per cent of the weight of a rule (by its id) in a document of this language, null when that is not known.</summary>
    public static int Percent(string rule, string? language)
    {
        int slash = rule.IndexOf('/', StringComparison.Ordinal);
        // Packs are named by two letters; shared rules, own rules and other engines hold everywhere.
        if (language is null || slash != 2 || rule.StartsWith(language, StringComparison.Ordinal) || rule.StartsWith("en/", StringComparison.Ordinal))
            return AllPercent;
        foreach (string[] family in Families)
        {
            if (Array.IndexOf(family, language) >= 0 && Array.Exists(family, member => rule.StartsWith(member, StringComparison.Ordinal)))
                return AllPercent;
        }

        return ForeignPercent;
    }
}
