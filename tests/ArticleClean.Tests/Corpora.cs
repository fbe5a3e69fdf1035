using System.Globalization;
using Xunit;

namespace ArticleClean.Tests;

/// <summary>Corpora of real pages, in a folder beside the repository; they are not part of it.</summary>
internal static class Corpora
{
    private static readonly string[] Tracks = ["text", "sloppy", "flat"];

    /// <summary>The repository's folder, found upward from the built tests.</summary>
    public static string Repository { get; } = FindRepository()
        ?? throw new DirectoryNotFoundException($"no ArticleClean.sln stands above '{AppContext.BaseDirectory}'");

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

    /// <summary>Every page of every corpus, gzipped, in order of path. Skips the test where there are none.</summary>
    public static IReadOnlyList<string> Pages()
    {
        string? folder = Folder();
        Skip.If(folder is null, "No corpora: the folder ../shared/corpora beside the repository is not there.");
        return [.. Directory.EnumerateFiles(folder!, "*.html.gz", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
    }

    /// <summary>The labels of a text's lines by index, keep and drop alone; null when it has none.</summary>
    public static IReadOnlyDictionary<int, bool>? Labels(string text)
    {
        string track = Path.GetDirectoryName(text)!;
        string file = Path.Combine(Path.GetDirectoryName(track)!, "labels", Path.GetFileName(track), Path.GetFileNameWithoutExtension(text) + ".tsv");
        if (!File.Exists(file))
            return null;
        return File.ReadLines(file)
            .Select(row => row.Split('\t'))
            .Where(cells => cells[1] is "keep" or "drop")
            .ToDictionary(cells => int.Parse(cells[0], CultureInfo.InvariantCulture) - 1, cells => cells[1] == "keep");
    }

    private static string? FindRepository()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "ArticleClean.sln")))
            directory = directory.Parent;
        return directory?.FullName;
    }

    private static string? Folder()
    {
        string? folder = Path.GetDirectoryName(Repository) is { } above ? Path.Combine(above, "shared", "corpora") : null;
        return Directory.Exists(folder) ? folder : null;
    }
}
