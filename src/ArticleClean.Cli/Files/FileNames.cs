namespace ArticleClean.Cli.Files;

/// <summary>Which files are input, and what the outputs are called.</summary>
internal static class FileNames
{
    public const string SidecarEnding = ".removed.json";

    /// <summary>Ends the name of an article as it should be.</summary>
    public const string GoldEnding = ".gold.txt";

    private static readonly string[] TextEndings = [".txt", ".text"];
    private static readonly string[] HtmlEndings = [".html", ".htm", ".xhtml"];
    private static readonly string[] RecordEndings = [".jsonl", ".ndjson"];

    public static bool IsSidecar(string name) => name.EndsWith(SidecarEnding, StringComparison.OrdinalIgnoreCase);

    public static bool IsGold(string name) => name.EndsWith(GoldEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>The gold of an input: <c>.gz</c> and the extension are replaced.</summary>
    public static string Gold(string input)
    {
        string name = WithoutGzip(input);
        return string.Concat(name.AsSpan(0, name.Length - Path.GetExtension(name).Length), GoldEnding);
    }

    public static bool IsGzip(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    public static string WithoutGzip(string name) => IsGzip(name) ? name[..^3] : name;

    /// <summary>Whether the name, <c>.gz</c> aside, says JSON Lines.</summary>
    public static bool IsRecords(string name) => EndsWithAny(WithoutGzip(name), RecordEndings);

    public static bool IsHtml(string name) => EndsWithAny(WithoutGzip(name), HtmlEndings);

    /// <summary>Whether a walk takes a file by its name alone.</summary>
    public static bool IsInput(string name) =>
        IsRecords(name) || IsHtml(name) || EndsWithAny(WithoutGzip(name), TextEndings);

    public static bool HasExtension(string name) => Path.HasExtension(name);

    /// <summary>The name of the cleaned file: <c>.gz</c> goes, and a page becomes a text.</summary>
    public static string Body(string input)
    {
        string name = WithoutGzip(input);
        return IsHtml(name) ? string.Concat(name.AsSpan(0, name.Length - Path.GetExtension(name).Length), ".txt") : name;
    }

    /// <summary>The name of the sidecar that belongs to a cleaned file: its last extension is replaced.</summary>
    public static string Sidecar(string body)
    {
        string extension = Path.GetExtension(body);
        bool isHiddenName = extension.Length == Path.GetFileName(body).Length;
        return string.Concat(isHiddenName ? body : body.AsSpan(0, body.Length - extension.Length), SidecarEnding);
    }

    private static bool EndsWithAny(string name, string[] endings)
    {
        foreach (string ending in endings)
        {
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
