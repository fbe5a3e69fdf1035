using System.Text;

namespace ArticleClean.Cli.Files.Ignoring;

/// <summary>An ignore file as it was read.</summary>
/// <param name="From">The path from its folder to the folder that was named, with <c>/</c> behind; empty where it stands at or below that.</param>
internal sealed record IgnoreFile(IReadOnlyList<IgnorePattern> Patterns, string From)
{
    /// <summary>Reads a file; null when there is none or it says nothing.</summary>
    public static IgnoreFile? TryRead(string path, string from)
    {
        if (!File.Exists(path))
            return null;
        List<IgnorePattern> patterns = [];
        try
        {
            foreach (string line in File.ReadAllText(path, Encoding.UTF8).Split('\n'))
            {
                if (IgnorePattern.Parse(line.EndsWith('\r') ? line[..^1] : line) is { } pattern)
                    patterns.Add(pattern);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(path, cause);
        }

        return patterns.Count == 0 ? null : new IgnoreFile(patterns, from);
    }

    /// <summary>Whether an entry is left out, taken back in, or (null) not meant; the last line that matches decides.</summary>
    public bool? Decide(string path, bool isFolder)
    {
        for (int i = Patterns.Count - 1; i >= 0; i--)
        {
            if (Patterns[i].Matches(path, isFolder))
                return !Patterns[i].IsNegated;
        }

        return null;
    }
}
