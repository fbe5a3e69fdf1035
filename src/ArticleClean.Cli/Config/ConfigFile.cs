using ArticleClean.Cli.Files;

namespace ArticleClean.Cli.Config;

/// <summary>A configuration file as it was read.</summary>
internal sealed record ConfigFile
{
    public const string Name = "articleclean.json";

    public required string Path { get; init; }

    /// <summary>Its folder's full path; patterns are relative to it.</summary>
    public required string Folder { get; init; }

    public required SettingsLayer Base { get; init; }
    public required IReadOnlyList<SiteSection> Sites { get; init; }
    public required IReadOnlyList<PathSection> Paths { get; init; }
    public required IReadOnlyList<Glob> Excludes { get; init; }

    /// <summary>The path below the file's folder, with <c>/</c>; null when it lies elsewhere.</summary>
    public string? Below(string path)
    {
        string relative = System.IO.Path.GetRelativePath(Folder, System.IO.Path.GetFullPath(path));
        if (relative == ".." || relative.StartsWith($"..{System.IO.Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            return null;
        return relative.Replace(System.IO.Path.DirectorySeparatorChar, '/');
    }

    /// <summary>Whether an entry is left out.</summary>
    public bool IsExcluded(string path, string name)
    {
        if (Excludes.Count == 0)
            return false;
        string below = Below(path) ?? name;
        foreach (Glob glob in Excludes)
        {
            if (glob.Excludes(below, name))
                return true;
        }

        return false;
    }
}

/// <summary>What holds for the pages of a host and of the hosts below it.</summary>
internal sealed record SiteSection(string Host, SettingsLayer Layer)
{
    public bool Matches(string site) =>
        site.EndsWith(Host, StringComparison.OrdinalIgnoreCase) && (site.Length == Host.Length || site[^(Host.Length + 1)] == '.');
}

/// <summary>What holds for the files that a pattern matches.</summary>
internal sealed record PathSection(Glob Pattern, SettingsLayer Layer);
