namespace ArticleClean.Cli.Files;

/// <summary>Answers for the lines of a text: <c>labels/TRACK/ID.tsv</c> beside its folder <c>TRACK</c>, a line <c>number TAB label [TAB ...]</c> each.</summary>
internal static class LineLabels
{
    private const string Folder = "labels";
    private const string Keep = "keep";
    private const string Drop = "drop";

    /// <summary>By index of the line whether it belongs to the article; null when no labels stand beside the file. Lines with other labels are left out.</summary>
    public static IReadOnlyDictionary<int, bool>? For(InputFile file)
    {
        if (file.IsStandard)
            return null;
        string track = Path.GetDirectoryName(Path.GetFullPath(file.Path)) ?? "";
        string labels = Path.Join(Path.GetDirectoryName(track), Folder, Path.GetFileName(track), Path.GetFileNameWithoutExtension(FileNames.WithoutGzip(file.Name)) + ".tsv");
        if (!File.Exists(labels))
            return null;
        try
        {
            return Parse(File.ReadLines(labels));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(labels, cause);
        }
    }

    private static Dictionary<int, bool> Parse(IEnumerable<string> rows)
    {
        Dictionary<int, bool> known = [];
        foreach (string row in rows)
        {
            string[] cells = row.Split('\t');
            if (cells.Length >= 2 && int.TryParse(cells[0], System.Globalization.CultureInfo.InvariantCulture, out int number) && cells[1] is Keep or Drop)
                known[number - 1] = cells[1] == Keep;
        }

        return known;
    }
}
