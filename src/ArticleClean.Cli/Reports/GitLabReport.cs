using System.Text.Json;
using ArticleClean.Cli.Checking;

namespace ArticleClean.Cli.Reports;

/// <summary>GitLab's Code Quality report.</summary>
/// <remarks>https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format</remarks>
internal sealed class GitLabReport : Report
{
    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;

    public GitLabReport(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, FindingJson.Indented);
        _json.WriteStartArray();
    }

    public override void Add(CheckedFile file)
    {
        if (file.Failure is { } failure)
            Write(failure.Message, "failure", Fingerprint.Of(file.Path, "failure", 1), "blocker", file.Path, 1, 1);
        FingerprintCounter counter = new();
        foreach (CheckFinding finding in file.Findings)
        {
            (string fingerprint, int ordinal) = counter.Next(finding);
            long end = finding.Record ?? finding.Segment?.EndLine ?? 1;
            Write(
                $"{finding.Category}: {Sentences.Of(finding)}", finding.Rule, Fingerprint.Of(file.Path, fingerprint, ordinal), SeverityOf(finding),
                file.Path, finding.Line, end);
        }

        _json.Flush();
    }

    public override void End(CheckTotals totals)
    {
        _json.WriteEndArray();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    // A document that is none weighs more than a line in one.
    private static string SeverityOf(CheckFinding finding) => !finding.Fails ? "info" : finding.IsVerdict ? "major" : "minor";

    private void Write(string description, string rule, string fingerprint, string severity, string path, long line, long endLine)
    {
        _json.WriteStartObject();
        _json.WriteString("description", description);
        _json.WriteString("check_name", rule);
        _json.WriteString("fingerprint", fingerprint);
        _json.WriteString("severity", severity);
        _json.WriteStartObject("location");
        _json.WriteString("path", path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);
        _json.WriteStartObject("lines");
        _json.WriteNumber("begin", line);
        _json.WriteNumber("end", endLine);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }
}
