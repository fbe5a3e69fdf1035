namespace ArticleClean.Cli.Files;

/// <summary>A folder that files are found in: the one that was named (empty for the current one) and the path from there, with <c>/</c>.</summary>
internal sealed record InputFolder(string Root, string Below)
{
    public static InputFolder Current { get; } = new("", "");

    /// <summary>The path of an entry from the folder that was named.</summary>
    public string Relative(string name) => Below.Length == 0 ? name : $"{Below}/{name}";

    /// <summary>The path to open, as the user would write it.</summary>
    public string Path(string name) => Root.Length == 0 ? Relative(name) : System.IO.Path.Join(Root, Relative(name));
}

/// <summary>A file to read. A run over millions holds one of these for each, so it shares its folder and keeps no path.</summary>
/// <remarks>A class, because lists of own structs are compiled at each start.</remarks>
/// <param name="Named">Whether the user named this very file, so that it is tried whatever it is called.</param>
internal sealed record InputFile(InputFolder Folder, string Name, bool Named)
{
    /// <summary>Standard input.</summary>
    public static InputFile Standard { get; } = new(InputFolder.Current, "-", Named: true);

    public bool IsStandard => ReferenceEquals(this, Standard);

    /// <summary>The path from the folder that was named, with <c>/</c>.</summary>
    public string Relative => Folder.Relative(Name);

    /// <summary>The path to open, as the user would write it.</summary>
    public string Path => Folder.Path(Name);

    /// <summary>A file that the user named.</summary>
    public static InputFile Of(string path) =>
        path == "-" ? Standard : new(new InputFolder(System.IO.Path.GetDirectoryName(path) ?? "", ""), System.IO.Path.GetFileName(path), Named: true);
}
