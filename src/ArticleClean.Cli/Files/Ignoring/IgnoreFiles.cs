namespace ArticleClean.Cli.Files.Ignoring;

/// <summary>
/// The ignore files that count below one folder that was named: those in it and below it, and those above it -
/// <see cref="OwnName"/> up to the root, git's up to the folder of the repository. One above that leaves out the named
/// folder itself, or everything in it, does not count: who names a folder wants it.
/// </summary>
internal sealed class IgnoreFiles
{
    public const string OwnName = ".articlecleanignore";
    public const string GitName = ".gitignore";

    // No file has such a name: what leaves it out leaves out everything.
    private const string AnyName = "\u0001";

    private readonly string _root;
    private readonly List<IgnoreFile> _above = [];

    // By folder below the root; walks go down, so the parent's are there when a folder's are asked for.
    private readonly Dictionary<string, IReadOnlyList<PlacedFile>> _below = new(StringComparer.Ordinal);

    /// <param name="root">The folder that was named; empty for the current one.</param>
    public IgnoreFiles(string root)
    {
        _root = root.Length == 0 ? "." : root;
        FindAbove(Path.TrimEndingDirectorySeparator(Path.GetFullPath(_root)));
    }

    /// <summary>Whether an entry of a folder is left out; the nearest file that says something decides.</summary>
    public bool IsIgnored(InputFolder folder, string name, bool isFolder)
    {
        string path = folder.Relative(name);
        IReadOnlyList<PlacedFile> files = FilesOf(folder.Below);
        for (int i = files.Count - 1; i >= 0; i--)
        {
            if (files[i].File.Decide(path[files[i].PrefixLength..], isFolder) is { } isIgnored)
                return isIgnored;
        }

        foreach (IgnoreFile file in _above)
        {
            if (file.Decide(file.From + path, isFolder) is { } isIgnored)
                return isIgnored;
        }

        return false;
    }

    private void FindAbove(string root)
    {
        bool isInRepository = !IsRepository(root) && HasRepositoryAbove(root);
        for (string? folder = Path.GetDirectoryName(root); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string from = Path.GetRelativePath(folder, root).Replace(Path.DirectorySeparatorChar, '/');
            foreach (string name in isInRepository ? (string[])[OwnName, GitName] : [OwnName])
            {
                if (IgnoreFile.TryRead(Path.Join(folder, name), $"{from}/") is { } file && !LeavesOut(file, from))
                    _above.Add(file);
            }

            isInRepository &= !IsRepository(folder);
        }
    }

    private static bool LeavesOut(IgnoreFile file, string root)
    {
        for (int end = root.IndexOf('/', StringComparison.Ordinal); end >= 0; end = root.IndexOf('/', end + 1))
        {
            if (file.Decide(root[..end], isFolder: true) == true)
                return true;
        }

        return file.Decide(root, isFolder: true) == true || file.Decide($"{root}/{AnyName}", isFolder: false) == true;
    }

    private static bool HasRepositoryAbove(string folder)
    {
        for (string? above = Path.GetDirectoryName(folder); above is not null; above = Path.GetDirectoryName(above))
        {
            if (IsRepository(above))
                return true;
        }

        return false;
    }

    // A folder in a repository, a file in a work tree of another one.
    private static bool IsRepository(string folder) => Path.Exists(Path.Join(folder, ".git"));

    private IReadOnlyList<PlacedFile> FilesOf(string below)
    {
        if (_below.TryGetValue(below, out IReadOnlyList<PlacedFile>? known))
            return known;
        IReadOnlyList<PlacedFile> files = [];
        if (below.Length > 0)
        {
            int cut = below.LastIndexOf('/');
            files = FilesOf(cut < 0 ? "" : below[..cut]);
        }

        string folder = below.Length == 0 ? _root : Path.Join(_root, below);
        foreach (string name in (string[])[GitName, OwnName])
        {
            if (IgnoreFile.TryRead(Path.Join(folder, name), "") is { } file)
                files = [.. files, new PlacedFile(file, below.Length == 0 ? 0 : below.Length + 1)];
        }

        _below[below] = files;
        return files;
    }

    private sealed record PlacedFile(IgnoreFile File, int PrefixLength);
}
