using Xunit;

namespace ArticleClean.Tests;

/// <summary>Corpora of real pages, in a folder beside the repository; they are not part of it.</summary>
internal static class Corpora
{
    private static readonly string[] Tracks = ["text", "sloppy", "flat"];

    /// <summary>Every raw text of every corpus, in order of path. Skips the test where there are none.</summary>
    public static IReadOnlyList<string> Texts()
    {
        string? folder = Folder();
        Skip.If(folder is null, "No corpora: the folder ../shared/corpora beside the repository is not there.");
        return [.. Directory.EnumerateDirectories(folder!)
            .SelectMany(corpus => Tracks.Select(track => Path.Combine(corpus, track)))
            .Where(Directory.Exists)
            .SelectMany(track => Directory.EnumerateFiles(track, "*.txt"))
            .Order(StringComparer.Ordinal)];
    }

    private static string? Folder()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ArticleClean.sln")))
            directory = directory.Parent;
        string? folder = directory?.Parent is { } above ? Path.Combine(above.FullName, "shared", "corpora") : null;
        return Directory.Exists(folder) ? folder : null;
    }
}
