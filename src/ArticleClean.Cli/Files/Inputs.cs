using System.Globalization;
using System.IO.Enumeration;
using ArticleClean.Cli.Files.Ignoring;

namespace ArticleClean.Cli.Files;

/// <summary>What was named on the command line and what is left out of it.</summary>
internal sealed record InputQuery
{
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Patterns from the command line; they apply below a folder, never to what was named itself.</summary>
    public required IReadOnlyList<Glob> Excludes { get; init; }

    /// <summary>Says whether a configuration leaves an entry of a folder out; gets its name.</summary>
    public Func<InputFolder, string, bool> IsExcluded { get; init; } = (_, _) => false;

    /// <summary>Whether a file that is found under two folders has two outputs, so that it counts twice.</summary>
    public bool KeepsNames { get; init; }

    /// <summary>Whether ignore files count below a folder.</summary>
    public bool HonoursIgnoreFiles { get; init; }

    /// <summary>The output folder's real path, which is never input; null when there is none.</summary>
    public string? OutputFolder { get; init; }
}

/// <summary>The files that a run works on, below one that was named in ordinal order of their folders, then of their names.</summary>
internal sealed class Inputs
{
    private readonly InputQuery _query;
    private readonly List<InputFile> _files = [];
    private readonly List<Failure> _failures = [];

    private Inputs(InputQuery query) => _query = query;

    public IReadOnlyList<InputFile> Files => _files;

    /// <summary>Folders that could not be listed and names that do not exist.</summary>
    public IReadOnlyList<Failure> Failures => _failures;

    /// <summary>Files of other types that a walk passed over.</summary>
    public int PassedOver { get; private set; }

    /// <summary>Files and folders that ignore files leave out.</summary>
    public int Ignored { get; private set; }

    /// <summary>Whether a folder or a glob was named: the run is one over many files even if it finds one.</summary>
    public bool IsMany { get; private set; }

    /// <summary>Finds the files; what does not exist is listed under <see cref="Failures"/> and the rest is found.</summary>
    public static Inputs Find(InputQuery query)
    {
        if (query.Paths.Count == 0)
            throw Errors.NoPath();
        Inputs inputs = new(query) { IsMany = query.Paths.Count > 1 };
        foreach (string path in query.Paths)
            inputs.Add(path);
        if (query.Paths.Count > 1)
            SameFiles.Drop(inputs._files, query.KeepsNames);
        return inputs;
    }

    /// <summary>Refuses to write a report over an input: throws a <see cref="Failure"/> that names the option.</summary>
    public void RefuseReport(string option, string? output)
    {
        if (output is null || !File.Exists(output))
            return;
        string real = RealPath.Of(output);
        foreach (InputFile file in _files)
        {
            if (!file.IsStandard && string.Equals(RealPath.Of(file.Path), real, RealPath.Comparison))
                throw Errors.ReportIsInput(option, output);
        }
    }

    /// <summary>The end of a summary: what was found and not taken.</summary>
    public string LeftOut()
    {
        string text = PassedOver > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {PassedOver} {(PassedOver == 1 ? "file" : "files")} of other types passed over") : "";
        return Ignored > 0 ? string.Create(CultureInfo.InvariantCulture, $"{text}; {Ignored} ignored") : text;
    }

    private void Add(string path)
    {
        if (path == "-")
        {
            if (_query.Paths.Count > 1)
                throw Errors.StandardInputStandsAlone();
            _files.Add(InputFile.Standard);
        }
        else if (Directory.Exists(path))
        {
            if (_query.OutputFolder is { } output && RealPath.IsInside(RealPath.Of(path), output))
                throw Errors.InputInsideOutput(path, output);
            IsMany = true;
            AddFolder(Path.TrimEndingDirectorySeparator(path), pattern: null);
        }
        else if (File.Exists(path) || !Glob.IsPattern(path))
        {
            // A name that does not exist is tried as well, and fails by its name.
            _files.Add(InputFile.Of(path));
        }
        else
        {
            AddPattern(path);
        }
    }

    private void AddPattern(string path)
    {
        IsMany = true;
        string[] parts = path.Replace(Path.DirectorySeparatorChar, '/').Split('/');
        int first = Array.FindIndex(parts, Glob.IsPattern);
        string root = string.Join('/', parts[..first]);
        if (root.Length == 0 && first > 0)
            root = "/";
        int before = _files.Count;
        if (Directory.Exists(root.Length == 0 ? "." : root))
            AddFolder(root, new Glob(string.Join('/', parts[first..])));
        if (_files.Count == before)
            _failures.Add(Errors.NothingMatches(path));
    }

    private void AddFolder(string root, Glob? pattern)
    {
        int first = _files.Count;
        // A pattern that ends in a fixed extension says itself what is text.
        bool anyType = pattern is not null && Path.GetExtension(pattern.Pattern) is { Length: > 1 } extension && !Glob.IsPattern(extension);
        IgnoreFiles? ignores = _query.HonoursIgnoreFiles ? new IgnoreFiles(root) : null;
        Stack<InputFolder> folders = new([new InputFolder(root, "")]);
        while (folders.TryPop(out InputFolder? folder))
        {
            string path = folder.Below.Length == 0 ? root : folder.Path("");
            try
            {
                foreach (Entry entry in List(path))
                {
                    if (IsInQuestion(folder, entry, ignores))
                        Take(folder, entry, pattern, anyType, folders);
                }
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                _failures.Add(Errors.CannotRead(path, cause));
            }
        }

        _files.Sort(first, _files.Count - first, ByPath.Instance);
    }

    private bool IsInQuestion(InputFolder folder, Entry entry, IgnoreFiles? ignores)
    {
        if (entry.Name.StartsWith('.') || FileNames.IsSidecar(entry.Name) || entry.Name == Config.ConfigFile.Name || IsExcluded(folder, entry.Name))
            return false;
        bool isIgnored = ignores?.IsIgnored(folder, entry.Name, entry.IsFolder) ?? false;
        Ignored += isIgnored ? 1 : 0;
        return !isIgnored;
    }

    private void Take(InputFolder folder, Entry entry, Glob? pattern, bool anyType, Stack<InputFolder> folders)
    {
        if (entry.IsFolder)
        {
            if (!entry.IsLink && !IsOutput(folder.Path(entry.Name)))
                folders.Push(new InputFolder(folder.Root, folder.Relative(entry.Name)));
        }
        else if (pattern is not null && !pattern.Matches(folder.Relative(entry.Name)))
        {
            return;
        }
        else if (SpecialFiles.Contains(folder.Path(entry.Name)))
        {
            PassedOver++;
        }
        else if (anyType || FileNames.IsInput(entry.Name) || (!FileNames.HasExtension(entry.Name) && TextSniffer.LooksLikeText(folder.Path(entry.Name))))
        {
            if (!FileNames.IsRecords(entry.Name) || !RunFiles.IsOne(folder.Path(entry.Name)))
                _files.Add(new InputFile(folder, entry.Name, Named: false));
        }
        else
        {
            PassedOver++;
        }
    }

    private bool IsExcluded(InputFolder folder, string name)
    {
        foreach (Glob glob in _query.Excludes)
        {
            if (glob.Excludes(folder.Relative(name), name))
                return true;
        }

        return _query.IsExcluded(folder, name);
    }

    private bool IsOutput(string folder) =>
        _query.OutputFolder is { } output && RealPath.IsInside(RealPath.Of(folder), output);

    private static FileSystemEnumerable<Entry> List(string folder) =>
        new(
            folder.Length == 0 ? "." : folder,
            (ref FileSystemEntry entry) => new Entry(
                entry.FileName.ToString(), entry.IsDirectory, entry.IsDirectory && entry.Attributes.HasFlag(FileAttributes.ReparsePoint)),
            new EnumerationOptions { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false });

    /// <remarks>A class, because the enumeration of own structs is compiled at each start.</remarks>
    private sealed record Entry(string Name, bool IsFolder, bool IsLink);

    private sealed class ByPath : IComparer<InputFile>
    {
        public static ByPath Instance { get; } = new();

        public int Compare(InputFile? x, InputFile? y)
        {
            int folders = string.CompareOrdinal(x?.Folder.Below, y?.Folder.Below);
            return folders != 0 ? folders : string.CompareOrdinal(x?.Name, y?.Name);
        }
    }
}
