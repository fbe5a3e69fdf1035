using System.Text.Json;

namespace ArticleClean.Cli.Baselines;

/// <summary>Reads baseline files; whatever is not as <see cref="BaselineWriter"/> writes it is a <see cref="Failure"/>.</summary>
internal static class BaselineReader
{
    public static SortedDictionary<string, IReadOnlyList<BaselineEntry>> Read(string path)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return ReadFiles(path, document.RootElement);
        }
        catch (JsonException cause)
        {
            throw Errors.Configuration(path, (int)(cause.LineNumber ?? 0) + 1, $"no baseline: {cause.Message.Split(" LineNumber:")[0]}");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(path, cause);
        }
    }

    private static SortedDictionary<string, IReadOnlyList<BaselineEntry>> ReadFiles(string path, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out JsonElement version)
            || !version.TryGetNumber(out int number) || number != BaselineWriter.FormatVersion)
        {
            throw Errors.BadBaseline(path, $"'version' must be {BaselineWriter.FormatVersion}");
        }

        if (!root.TryGetProperty("files", out JsonElement list) || list.ValueKind != JsonValueKind.Object)
            throw Errors.BadBaseline(path, "'files' must be an object");
        SortedDictionary<string, IReadOnlyList<BaselineEntry>> files = new(StringComparer.Ordinal);
        foreach (JsonProperty file in list.EnumerateObject())
        {
            if (!files.TryAdd(file.Name, ReadEntries(path, file)))
                throw Errors.BadBaseline(path, $"the file '{file.Name}' stands twice");
        }

        return files;
    }

    private static List<BaselineEntry> ReadEntries(string path, JsonProperty file)
    {
        if (file.Value.ValueKind != JsonValueKind.Array)
            throw Errors.BadBaseline(path, $"the file '{file.Name}' must have a list");
        List<BaselineEntry> entries = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (JsonElement element in file.Value.EnumerateArray())
        {
            string where = FormattableString.Invariant($"entry {entries.Count + 1} of '{file.Name}'");
            string Text(string name) =>
                element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
                    ? value.GetString()!
                    : throw Errors.BadBaseline(path, $"{where}: '{name}' must be a string");
            BaselineEntry entry = new(Text("category"), Text("rule"), Text("fingerprint"), 0);
            if (!element.TryGetProperty("count", out JsonElement count) || !count.TryGetNumber(out int number) || number < 1)
                throw Errors.BadBaseline(path, $"{where}: 'count' must be a whole number above 0");
            if (!seen.Add(entry.Fingerprint))
                throw Errors.BadBaseline(path, $"{where}: its fingerprint stands twice");
            entries.Add(entry with { Count = number });
        }

        return entries;
    }

    private static bool TryGetNumber(this JsonElement element, out int number)
    {
        number = 0;
        return element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out number);
    }
}
