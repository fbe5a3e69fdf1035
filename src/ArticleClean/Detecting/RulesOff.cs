namespace ArticleClean.Detecting;

/// <summary>The rules that options switch off, by id or by the beginning of ids: those of the packs and those of the engines.</summary>
internal sealed class RulesOff(IReadOnlyList<string> patterns)
{
    public bool IsEmpty => patterns.Count == 0;

    public bool Contains(string id)
    {
        foreach (string pattern in patterns)
        {
            if (Matches(id, pattern))
                return true;
        }

        return false;
    }

    /// <summary>Whether a pattern means a rule; <c>*</c> at its end matches any rest.</summary>
    public static bool Matches(string id, string pattern) =>
        pattern.EndsWith('*') ? id.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : id == pattern;
}
