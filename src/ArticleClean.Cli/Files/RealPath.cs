namespace ArticleClean.Cli.Files;

/// <summary>Absolute paths with the links on the way resolved, to tell whether two names mean one place.</summary>
internal static class RealPath
{
    public static StringComparison Comparison =>
        OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;

    /// <summary>The real path; components that do not exist are taken as they are.</summary>
    public static string Of(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        string? parent = Path.GetDirectoryName(full);
        if (parent is null)
            return full;
        string here = Path.Join(Of(parent), Path.GetFileName(full));
        try
        {
            FileSystemInfo? target = new DirectoryInfo(here) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true) : null;
            return target is null ? here : Of(target.FullName);
        }
        catch (IOException)
        {
            return here;
        }
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies below it; both real.</summary>
    public static bool IsInside(string path, string folder) =>
        path.StartsWith(folder, Comparison)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);
}
