using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Records;

namespace ArticleClean.Cli.Baselines;

/// <summary>Collects the findings of a run and writes them as a baseline: sorted, an entry a line, so that a diff shows what changed.</summary>
internal sealed class BaselineWriter(string path)
{
    public const int FormatVersion = 1;

    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
    private readonly SortedDictionary<string, List<BaselineEntry>> _files = new(StringComparer.Ordinal);

    public int Findings { get; private set; }

    public int Files => _files.Count;

    public void Add(CheckedFile file)
    {
        if (file.Findings.Count == 0)
            return;
        string name = Baseline.NameOf(_folder, file.Path);
        Dictionary<string, BaselineEntry> entries = new(StringComparer.Ordinal);
        foreach (CheckFinding finding in file.Findings)
        {
            string fingerprint = Fingerprint.Of(finding);
            int count = entries.TryGetValue(fingerprint, out BaselineEntry? known) ? known.Count : 0;
            entries[fingerprint] = (known ?? new BaselineEntry(finding.Category, finding.Rule, fingerprint, 0)) with { Count = count + 1 };
        }

        // A file that was named twice is one file.
        if (_files.TryAdd(name, [.. entries.Values.OrderBy(e => e.Category, StringComparer.Ordinal).ThenBy(e => e.Fingerprint, StringComparer.Ordinal)]))
            Findings += file.Findings.Count;
    }

    /// <summary>Writes the file; an earlier baseline there is replaced.</summary>
    public void Write()
    {
        ArrayBufferWriter<byte> bytes = new();
        bytes.Write(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\n  \"version\": {FormatVersion},\n  \"files\": {{")));
        string comma = "\n";
        foreach ((string name, List<BaselineEntry> entries) in _files)
        {
            bytes.Write(Encoding.UTF8.GetBytes($"{comma}    "));
            bytes.Write(RecordEditor.Value(json => json.WriteStringValue(name)).Span);
            bytes.Write(": [\n"u8);
            for (int i = 0; i < entries.Count; i++)
            {
                BaselineEntry entry = entries[i];
                bytes.Write("      "u8);
                bytes.Write(RecordEditor.Value(json => Write(json, entry)).Span);
                bytes.Write(i + 1 < entries.Count ? ",\n"u8 : "\n"u8);
            }

            bytes.Write("    ]"u8);
            comma = ",\n";
        }

        bytes.Write(_files.Count == 0 ? "}\n}\n"u8 : "\n  }\n}\n"u8);
        try
        {
            AtomicFile.Write(path, bytes.WrittenSpan, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(path, cause);
        }
    }

    private static void Write(Utf8JsonWriter json, BaselineEntry entry)
    {
        json.WriteStartObject();
        json.WriteString("category", entry.Category);
        json.WriteString("rule", entry.Rule);
        json.WriteString("fingerprint", entry.Fingerprint);
        json.WriteNumber("count", entry.Count);
        json.WriteEndObject();
    }
}
