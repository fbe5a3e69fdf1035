using System.Globalization;

namespace ArticleClean.Cli.Checking;

/// <summary>Counts of a run of <c>check</c>.</summary>
internal sealed record CheckTotals
{
    public int Files { get; init; }
    public int Documents { get; init; }
    public int FilesWithFindings { get; init; }
    public int Errors { get; init; }
    public int Notes { get; init; }
    public int Failed { get; init; }

    /// <summary>Findings that the baseline knows.</summary>
    public int Known { get; init; }

    /// <summary>Findings of the baseline that are not there any more.</summary>
    public int Stale { get; init; }

    public CheckTotals With(CheckedFile file)
    {
        int errors = 0;
        foreach (CheckFinding finding in file.Findings)
            errors += finding.Fails ? 1 : 0;
        return this with
        {
            Files = Files + (file.Documents.Count > 0 || file.Failure is null ? 1 : 0),
            Documents = Documents + file.Documents.Count,
            FilesWithFindings = FilesWithFindings + (file.Findings.Count > 0 ? 1 : 0),
            Errors = Errors + errors,
            Notes = Notes + file.Findings.Count - errors,
            Known = Known + file.Known,
            Failed = Failed + (file.Failure is null ? 0 : 1),
        };
    }

    /// <summary>The summary's line.</summary>
    public string Summary(Files.Inputs inputs)
    {
        string text = $"{Number(Files, "file")} checked, {Failed} failed; {Number(Errors, "finding")} and {Number(Notes, "note")} in {Number(FilesWithFindings, "file")}";
        if (Known > 0)
            text += string.Create(CultureInfo.InvariantCulture, $"; {Known} in the baseline");
        if (Stale > 0)
            text += string.Create(CultureInfo.InvariantCulture, $"; {Stale} of the baseline not found any more");
        return text + inputs.LeftOut();
    }

    /// <summary>A number with its noun.</summary>
    public static string Number(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
