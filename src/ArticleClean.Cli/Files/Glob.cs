using ArticleClean.Cli.Files.Ignoring;

namespace ArticleClean.Cli.Files;

/// <summary>
/// A pattern over paths with <c>/</c>: <c>*</c> and <c>?</c> within a name, <c>**</c> over any number of folders,
/// <c>[a-z]</c> and <c>[!a-z]</c>, <c>{a,b}</c>. Case counts. No regular expression, so that start-up does not pay for one.
/// </summary>
internal sealed class Glob
{
    private readonly string[][] _alternatives;

    public Glob(string pattern)
    {
        Pattern = pattern;
        string trimmed = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        MatchesNames = !trimmed.TrimEnd('/').Contains('/');
        List<string> expanded = [];
        Expand(trimmed.Trim('/'), expanded);
        _alternatives = [.. expanded.ConvertAll(e => e.Split('/'))];
    }

    /// <summary>The pattern as it was written.</summary>
    public string Pattern { get; }

    /// <summary>Whether the pattern has no <c>/</c>, so that it is meant for names at any depth.</summary>
    public bool MatchesNames { get; }

    /// <summary>Whether a text holds a character that makes it a pattern.</summary>
    public static bool IsPattern(string text) => text.AsSpan().IndexOfAny("*?[{") >= 0;

    /// <summary>Whether the whole relative path matches.</summary>
    public bool Matches(string path)
    {
        string[] parts = path.Split('/');
        foreach (string[] alternative in _alternatives)
        {
            if (MatchParts(alternative, parts))
                return true;
        }

        return false;
    }

    /// <summary>Whether an entry is meant: its name where the pattern has no <c>/</c>, else its path or a folder above it.</summary>
    public bool Excludes(string path, string name)
    {
        if (MatchesNames)
            return Matches(name);
        for (int end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
        {
            if (Matches(path[..end]))
                return true;
        }

        return Matches(path);
    }

    private static bool MatchParts(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "**")
            {
                for (int skip = i; skip <= path.Length; skip++)
                {
                    if (MatchParts(pattern[(i + 1)..], path[skip..]))
                        return true;
                }

                return false;
            }

            if (i >= path.Length || !Wildcards.Match(pattern[i], path[i], MatchOne))
                return false;
        }

        return pattern.Length == path.Length;
    }

    private static bool MatchOne(ReadOnlySpan<char> pattern, char c, out int length)
    {
        length = 1;
        if (pattern[0] == '?')
            return true;
        int close = pattern[0] == '[' ? pattern[1..].IndexOf(']') : -1;
        if (close <= 0)
            return pattern[0] == c;

        ReadOnlySpan<char> set = pattern.Slice(1, close);
        length = close + 2;
        bool negated = set[0] is '!' or '^';
        bool found = false;
        for (int i = negated ? 1 : 0; i < set.Length; i++)
        {
            if (i + 2 < set.Length && set[i + 1] == '-')
            {
                found |= c >= set[i] && c <= set[i + 2];
                i += 2;
            }
            else
            {
                found |= c == set[i];
            }
        }

        return found != negated;
    }

    private static void Expand(string pattern, List<string> expanded)
    {
        int open = pattern.IndexOf('{', StringComparison.Ordinal);
        int close = open < 0 ? -1 : pattern.IndexOf('}', open);
        if (close < 0)
        {
            expanded.Add(pattern);
            return;
        }

        foreach (string choice in pattern[(open + 1)..close].Split(','))
            Expand(string.Concat(pattern.AsSpan(0, open), choice, pattern.AsSpan(close + 1)), expanded);
    }
}
