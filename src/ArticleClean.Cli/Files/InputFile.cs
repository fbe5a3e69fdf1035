namespace ArticleClean.Cli.Files;

/// <summary>A file to read: the folder it was found below (empty for the current one) and its path from there, with <c>/</c>.</summary>
/// <remarks>A class, because lists of own structs are compiled at each start.</remarks>
/// <param name="Named">Whether the user named this very file, so that it is tried whatever it is called.</param>
internal sealed record InputFile(string Root, string Relative, bool Named)
{
    /// <summary>Standard input.</summary>
    public static InputFile Standard { get; } = new("", "-", Named: true);

    public bool IsStandard => Named && Relative == "-" && Root.Length == 0;

    /// <summary>The path to open, as the user would write it.</summary>
    public string Path => Root.Length == 0 ? Relative : System.IO.Path.Join(Root, Relative);
}
