using System.Text.Json;
using ArticleClean.Cli.Checking;

namespace ArticleClean.Cli.Reports;

/// <summary>A line of JSON for each finding, and one with <c>failure</c> for each file that failed.</summary>
internal sealed class JsonLinesReport(Stream output) : Report
{
    private readonly Utf8JsonWriter _json = new(output, FindingJson.Plain);

    public override void Add(CheckedFile file)
    {
        FingerprintCounter counter = new();
        foreach (CheckFinding finding in file.Findings)
        {
            FindingJson.Write(_json, file, finding, counter.Next(finding).Fingerprint);
            EndLine();
        }

        if (file.Failure is { } failure)
            Add(file.Path, failure);
    }

    public override void AddFailure(Failure failure) => Add(null, failure);

    public override void End(CheckTotals totals)
    {
        _json.Flush();
        output.Flush();
    }

    private void Add(string? path, Failure failure)
    {
        FindingJson.WriteFailure(_json, path, failure);
        EndLine();
    }

    private void EndLine()
    {
        _json.Flush();
        output.Write("\n"u8);
        _json.Reset();
    }

    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }
}
