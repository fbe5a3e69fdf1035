using ArticleClean.Cli.Checking;

namespace ArticleClean.Cli.Baselines;

/// <summary>
/// Findings that are known and not reported again: by file, content and count, whatever their line. Paths are relative
/// to the baseline's folder, so that it counts from wherever the program runs.
/// </summary>
internal sealed class Baseline
{
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<BaselineEntry>> _files;

    // Counts that no finding has used up, for the files that were checked.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<string, int>> _left = new(StringComparer.Ordinal);

    public Baseline(string path, IReadOnlyDictionary<string, IReadOnlyList<BaselineEntry>> files)
    {
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _files = files;
    }

    /// <summary>A baseline file; one that is no baseline is a <see cref="Failure"/> that says where.</summary>
    public static Baseline Read(string path) => new(path, BaselineReader.Read(path));

    /// <summary>The name of a file in a baseline that stands in a folder.</summary>
    public static string NameOf(string folder, string path) =>
        path == "-" ? path : Path.GetRelativePath(folder, Path.GetFullPath(path)).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The file without the findings that are known, the first ones of each fingerprint. Thread-safe.</summary>
    public CheckedFile Without(CheckedFile file)
    {
        string name = NameOf(_folder, file.Path);
        if (file.Failure is not null && file.Documents.Count == 0)
            return file;
        if (!_files.TryGetValue(name, out IReadOnlyList<BaselineEntry>? entries))
            return file;
        Dictionary<string, int> left = new(StringComparer.Ordinal);
        foreach (BaselineEntry entry in entries)
            left[entry.Fingerprint] = entry.Count;
        List<CheckFinding> findings = [];
        foreach (CheckFinding finding in file.Findings)
        {
            string fingerprint = Fingerprint.Of(finding);
            if (left.TryGetValue(fingerprint, out int count) && count > 0)
                left[fingerprint] = count - 1;
            else
                findings.Add(finding);
        }

        lock (_gate)
            _left[name] = left;
        return file with { Findings = findings };
    }

    /// <summary>What is not found any more: entries of the files that were checked, and of files that are gone. Counts are what is missing.</summary>
    /// <param name="isAsked">Whether the run asked for such findings at all.</param>
    public IEnumerable<(string File, BaselineEntry Entry)> Stale(Func<BaselineEntry, bool> isAsked)
    {
        foreach ((string name, IReadOnlyList<BaselineEntry> entries) in _files)
        {
            Dictionary<string, int>? left = _left.GetValueOrDefault(name);
            if (left is null && (name == "-" || File.Exists(Path.Join(_folder, name))))
                continue;
            foreach (BaselineEntry entry in entries)
            {
                int missing = left is null ? entry.Count : left[entry.Fingerprint];
                if (missing > 0 && isAsked(entry))
                    yield return (name, entry with { Count = missing });
            }
        }
    }
}
