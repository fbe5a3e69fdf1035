namespace ArticleClean.Benchmarks;

/// <summary>Real pages and texts to measure with: the folder that <c>ARTICLECLEAN_CORPORA</c> names, else one beside the repository, else none.</summary>
internal static class Corpora
{
    private const string Variable = "ARTICLECLEAN_CORPORA";

    /// <summary>Every so many files of a kind, in ordinal order; none where there are no corpora.</summary>
    public static IEnumerable<string> Files(string pattern, string folderName, int step)
    {
        if (Folder() is not { } folder)
            return [];
        string[] files = [.. Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Where(f => Path.GetFileName(Path.GetDirectoryName(f)) == folderName)];
        Array.Sort(files, StringComparer.Ordinal);
        return files.Where((_, i) => i % step == 0);
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string corpora = Path.Combine(folder.FullName, "..", "shared", "corpora");
            if (File.Exists(Path.Combine(folder.FullName, "ArticleClean.sln")))
                return Directory.Exists(corpora) ? corpora : null;
        }

        return null;
    }
}
