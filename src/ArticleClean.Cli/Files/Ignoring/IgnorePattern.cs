namespace ArticleClean.Cli.Files.Ignoring;

/// <summary>
/// A line of an ignore file, matched as git matches it: without a slash before its end it is meant for names at any depth,
/// else for the path from the file's folder; <c>**</c> between slashes stands for any number of folders.
/// </summary>
/// <remarks>https://git-scm.com/docs/gitignore</remarks>
internal sealed class IgnorePattern
{
    private readonly string[] _parts;
    private readonly bool _isForNames;
    private readonly bool _isForFolders;

    private IgnorePattern(string[] parts, bool isForNames, bool isForFolders, bool isNegated)
    {
        _parts = parts;
        _isForNames = isForNames;
        _isForFolders = isForFolders;
        IsNegated = isNegated;
    }

    /// <summary>Whether it takes back what an earlier line leaves out.</summary>
    public bool IsNegated { get; }

    /// <summary>Parses a line without its end; null for blank lines and comments.</summary>
    public static IgnorePattern? Parse(string line)
    {
        string text = WithoutTrailingSpaces(line);
        if (text.Length == 0 || text[0] == '#')
            return null;
        bool isNegated = text[0] == '!';
        if (isNegated)
            text = text[1..];
        bool isForFolders = text.EndsWith('/');
        if (isForFolders)
            text = text[..^1];
        if (text.Length == 0)
            return null;
        bool isForNames = !text.Contains('/', StringComparison.Ordinal);
        if (text[0] == '/')
            text = text[1..];
        return new IgnorePattern(text.Split('/'), isForNames, isForFolders, isNegated);
    }

    /// <summary>Whether an entry is meant, by its path from the ignore file's folder with <c>/</c>.</summary>
    public bool Matches(string path, bool isFolder)
    {
        if (_isForFolders && !isFolder)
            return false;
        if (_isForNames)
            return Wildcards.Match(_parts[0], path.AsSpan(path.LastIndexOf('/') + 1));
        return MatchParts(_parts, path.Split('/'));
    }

    private static bool MatchParts(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == "**")
            {
                // At the end it means what is inside, and not the folder itself.
                if (i == pattern.Length - 1)
                    return path.Length > i;
                // Several in a row say no more than one, and cost much.
                while (i + 1 < pattern.Length - 1 && pattern[i + 1] == "**")
                    i++;
                ReadOnlySpan<string> rest = pattern[(i + 1)..];
                for (int skip = 0; skip <= path.Length; skip++)
                {
                    if (MatchParts(rest, path[skip..]))
                        return true;
                }

                return false;
            }

            if (path.IsEmpty || !Wildcards.Match(pattern[i], path[0]))
                return false;
            path = path[1..];
            pattern = pattern[(i + 1)..];
            i = -1;
        }

        return path.IsEmpty;
    }

    // A backslash keeps the space behind it.
    private static string WithoutTrailingSpaces(string line)
    {
        int end = line.Length;
        while (end > 0 && line[end - 1] == ' ' && !(end > 1 && line[end - 2] == '\\'))
            end--;
        return line[..end];
    }
}
