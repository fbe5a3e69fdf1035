using System.Text.Json;
using ArticleClean.Cli.Checking;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Reports;

/// <summary>One JSON document: the findings as they come, then the failures and a summary. <c>articleclean schema check</c> is its schema.</summary>
internal sealed class JsonReport : Report
{
    public const int FormatVersion = 1;

    private readonly Stream _output;
    private readonly Utf8JsonWriter _json;
    private readonly List<(string? Path, Failure Failure)> _failures = [];

    public JsonReport(Stream output)
    {
        _output = output;
        _json = new Utf8JsonWriter(output, FindingJson.Indented);
        _json.WriteStartObject();
        _json.WriteNumber("version", FormatVersion);
        _json.WriteStartObject("tool");
        _json.WriteString("name", "articleclean");
        _json.WriteString("version", ToolInfo.LibraryVersion);
        _json.WriteEndObject();
        _json.WriteStartArray("findings");
    }

    public override void Add(CheckedFile file)
    {
        FingerprintCounter counter = new();
        foreach (CheckFinding finding in file.Findings)
            FindingJson.Write(_json, file, finding, counter.Next(finding).Fingerprint);
        if (file.Failure is { } failure)
            _failures.Add((file.Path, failure));
        _json.Flush();
    }

    public override void AddFailure(Failure failure) => _failures.Add((null, failure));

    public override void End(CheckTotals totals)
    {
        _json.WriteEndArray();
        _json.WriteStartArray("failures");
        foreach ((string? path, Failure failure) in _failures)
            FindingJson.WriteFailure(_json, path, failure);
        _json.WriteEndArray();
        _json.WriteStartObject("summary");
        _json.WriteNumber("files", totals.Files);
        _json.WriteNumber("documents", totals.Documents);
        _json.WriteNumber("filesWithFindings", totals.FilesWithFindings);
        _json.WriteNumber("errors", totals.Errors);
        _json.WriteNumber("notes", totals.Notes);
        _json.WriteNumber("failed", totals.Failed);
        _json.WriteNumber("inBaseline", totals.Known);
        _json.WriteNumber("stale", totals.Stale);
        _json.WriteEndObject();
        _json.WriteEndObject();
        _json.Flush();
        _output.Write("\n"u8);
        _output.Flush();
    }

    public override void Dispose()
    {
        _json.Dispose();
        base.Dispose();
    }
}
