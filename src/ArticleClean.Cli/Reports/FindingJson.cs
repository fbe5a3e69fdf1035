using System.Text.Json;
using ArticleClean.Cli.Checking;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Reports;

/// <summary>Findings as JSON, the same in <c>json</c> and <c>jsonl</c>.</summary>
internal static class FindingJson
{
    private const decimal Thousandths = 1000m;

    public static JsonWriterOptions Plain { get; } = new() { Encoder = ReadableJsonEncoder.Instance };

    public static JsonWriterOptions Indented { get; } = new() { Indented = true, NewLine = "\n", Encoder = ReadableJsonEncoder.Instance };

    public static void Write(Utf8JsonWriter json, CheckedFile file, CheckFinding finding, string fingerprint)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        if (finding.Record is { } record)
            json.WriteNumber("record", record);
        if (finding.Segment is { } segment)
        {
            json.WriteNumber("line", segment.Line);
            json.WriteNumber("column", segment.Column);
            json.WriteNumber("endLine", segment.EndLine);
            json.WriteNumber("endColumn", segment.EndColumn);
            json.WriteNumber("start", segment.Start);
            json.WriteNumber("end", segment.End);
        }

        json.WriteString("level", finding.Level);
        json.WriteString("category", finding.Category);
        json.WriteString("rule", finding.Rule);
        json.WriteString("message", finding.Message);
        if (finding.Segment is { } content)
        {
            json.WriteString("text", content.Text);
            if (content.Evidence is { } evidence)
                json.WriteString("evidence", evidence);
        }

        json.WriteNumber("confidence", finding.Confidence / Thousandths);
        json.WriteString("fingerprint", fingerprint);
        json.WriteEndObject();
    }

    public static void WriteFailure(Utf8JsonWriter json, string? path, Failure failure)
    {
        json.WriteStartObject();
        if (path is not null)
            json.WriteString("path", path);
        json.WriteString("failure", failure.Message);
        json.WriteEndObject();
    }
}
