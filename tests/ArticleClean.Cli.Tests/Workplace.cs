namespace ArticleClean.Cli.Tests;

/// <summary>A folder of its own for one test, removed at its end.</summary>
public sealed class Workplace : IDisposable
{
    public Workplace() => Folder = Directory.CreateTempSubdirectory("articleclean-test-").FullName;

    public string Folder { get; }

    /// <summary>An article with a prompt and a rights notice behind it, which nobody would keep.</summary>
    public const string Article =
        "The harbour council voted on Tuesday to widen the old pier before the winter, officials said.\n\n" +
        "The work will begin in March and will last about a year, according to the mayor of the town.\n\n" +
        "Residents had asked for the change since the storm of last November broke two of the moorings.\n\n" +
        "Subscribe to read the full story\n" +
        "© 2024 Example Media. All rights reserved.\n";

    public string PathOf(string name) => Path.Join(Folder, name);

    public Workplace With(string name, string text) => With(name, System.Text.Encoding.UTF8.GetBytes(text));

    public Workplace With(string name, byte[] bytes)
    {
        string path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return this;
    }

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public bool Has(string name) => Path.Exists(PathOf(name));

    /// <summary>Every file below the folder, hidden ones too but no links, as sorted relative paths.</summary>
    public IReadOnlyList<string> Files() =>
        [.. Directory.EnumerateFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
            .Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal)];

    public Ran Run(params string[] arguments) => Tool.Run(Folder, arguments);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
