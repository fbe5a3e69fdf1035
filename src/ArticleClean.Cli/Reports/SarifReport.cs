using System.Text.Json;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Files;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Reports;

/// <summary>SARIF 2.1.0. What fails comes before notes where there are more results than GitHub takes.</summary>
/// <remarks>https://docs.oasis-open.org/sarif/sarif/v2.1.0/ and https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning</remarks>
internal sealed class SarifReport(Stream output) : Report
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string ProjectRoot = "%SRCROOT%";

    /// <summary>GitHub refuses a run with more results.</summary>
    private const int MostResults = 25_000;

    /// <summary>GitHub cuts longer messages of a rule.</summary>
    private const int MostTextLength = 1024;

    private readonly List<Result> _failing = [];
    private readonly List<Result> _notes = [];
    private readonly List<(string? Path, Failure Failure)> _failures = [];
    private long _count;
    private long _dropped;

    public override void Add(CheckedFile file)
    {
        FingerprintCounter counter = new();
        foreach (CheckFinding finding in file.Findings)
        {
            (string fingerprint, int ordinal) = counter.Next(finding);
            List<Result> list = finding.Fails ? _failing : _notes;
            if (list.Count < MostResults)
                list.Add(new Result(_count++, file.Path, finding, fingerprint, ordinal));
            else
                _dropped++;
        }

        if (file.Failure is { } failure)
            _failures.Add((file.Path, failure));
    }

    public override void AddFailure(Failure failure) => _failures.Add((null, failure));

    public override void End(CheckTotals totals)
    {
        int notes = Math.Min(_notes.Count, MostResults - _failing.Count);
        _dropped += _notes.Count - notes;
        List<Result> results = [.. _failing, .. _notes[..notes]];
        results.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        Dictionary<string, int> rules = new(StringComparer.Ordinal);
        List<CheckFinding> examples = [];
        foreach (Result result in results)
        {
            if (rules.TryAdd(result.Finding.Rule, rules.Count))
                examples.Add(result.Finding);
        }

        using (Utf8JsonWriter json = new(output, FindingJson.Indented))
        {
            json.WriteStartObject();
            json.WriteString("$schema", Schema);
            json.WriteString("version", "2.1.0");
            json.WriteStartArray("runs");
            json.WriteStartObject();
            WriteTool(json, examples);
            WriteInvocation(json);
            json.WriteString("columnKind", "unicodeCodePoints");
            json.WriteStartObject("originalUriBaseIds");
            json.WriteStartObject(ProjectRoot);
            WriteMessage(json, "description", "The folder that the program ran in");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("results");
            foreach (Result result in results)
                WriteResult(json, result, rules[result.Finding.Rule]);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        output.Flush();
    }

    private static void WriteTool(Utf8JsonWriter json, List<CheckFinding> examples)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "articleclean");
        json.WriteString("version", ToolInfo.LibraryVersion);
        json.WriteString("semanticVersion", ToolInfo.LibraryVersion);
        json.WriteStartArray("rules");
        foreach (CheckFinding example in examples)
        {
            RuleText text = RuleText.Of(example);
            json.WriteStartObject();
            json.WriteString("id", example.Rule);
            json.WriteString("name", text.Name);
            WriteMessage(json, "shortDescription", text.Short);
            WriteMessage(json, "fullDescription", text.Full);
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", example.Level);
            json.WriteEndObject();
            json.WriteStartObject("help");
            json.WriteString("text", text.Help);
            json.WriteString("markdown", text.HelpMarkdown);
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteStartArray("tags");
            json.WriteStringValue(example.IsVerdict ? "verdict" : "boilerplate");
            json.WriteStringValue(example.Category);
            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteInvocation(Utf8JsonWriter json)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", _failures.Count == 0);
        json.WriteStartArray("toolExecutionNotifications");
        foreach ((string? path, Failure failure) in _failures)
        {
            json.WriteStartObject();
            json.WriteString("level", "error");
            WriteMessage(json, "message", failure.Message);
            if (path is not null)
            {
                json.WriteStartArray("locations");
                json.WriteStartObject();
                json.WriteStartObject("physicalLocation");
                WriteArtifact(json, path);
                json.WriteEndObject();
                json.WriteEndObject();
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        if (_dropped > 0)
        {
            json.WriteStartObject();
            json.WriteString("level", "warning");
            WriteMessage(json, "message", string.Create(
                System.Globalization.CultureInfo.InvariantCulture, $"{_dropped} more results are left out: GitHub takes {MostResults} of a run"));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, Result result, int ruleIndex)
    {
        CheckFinding finding = result.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Rule);
        json.WriteNumber("ruleIndex", ruleIndex);
        json.WriteString("level", finding.Level);
        WriteMessage(json, "message", $"{finding.Category}: {Sentences.Of(finding)}");
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, result.Path);
        WriteRegion(json, result.Path, finding);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("articlecleanSegment/v1", $"{result.Fingerprint}:{result.Ordinal}");
        // The name that GitHub tells alerts apart by.
        json.WriteString("primaryLocationLineHash", $"{result.Fingerprint}:{result.Ordinal}");
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteString("category", finding.Category);
        json.WriteNumber("confidence", finding.Confidence / 1000m);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRegion(Utf8JsonWriter json, string path, CheckFinding finding)
    {
        json.WriteStartObject("region");
        json.WriteNumber("startLine", finding.Line);
        if (finding is { Record: null, Segment: { } segment })
        {
            json.WriteNumber("startColumn", segment.Column);
            json.WriteNumber("endLine", segment.EndLine);
            json.WriteNumber("endColumn", segment.EndColumn);
            // Offsets are those of the text, which a packed file does not show.
            if (!FileNames.IsGzip(path))
            {
                json.WriteNumber("byteOffset", segment.Start);
                json.WriteNumber("byteLength", segment.End - segment.Start);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteArtifact(Utf8JsonWriter json, string path)
    {
        json.WriteStartObject("artifactLocation");
        if (Path.IsPathRooted(path))
        {
            json.WriteString("uri", new Uri(Path.GetFullPath(path)).AbsoluteUri);
        }
        else
        {
            string relative = path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path;
            json.WriteString("uri", string.Join('/', relative.Split('/').Select(Uri.EscapeDataString)));
            json.WriteString("uriBaseId", ProjectRoot);
        }

        json.WriteEndObject();
    }

    private static void WriteMessage(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", Terminal.OneLine.Excerpt(text, MostTextLength));
        json.WriteEndObject();
    }

    private readonly record struct Result(long Number, string Path, CheckFinding Finding, string Fingerprint, int Ordinal);
}
