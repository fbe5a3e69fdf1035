using System.IO.Compression;
using System.Text.Json;

namespace ArticleClean.Training.Corpora;

/// <summary>One page of a corpus: its fields as far as training needs them.</summary>
internal sealed record CorpusCase(
    string Corpus, string Folder, string Id, string Site, string Language, string? Gold, IReadOnlyList<string> Tracks)
{
    /// <summary>Reads <c>cases.jsonl.gz</c> of a corpus folder, in file order.</summary>
    public static List<CorpusCase> Read(string folder)
    {
        List<CorpusCase> cases = [];
        using FileStream file = File.OpenRead(Path.Combine(folder, "cases.jsonl.gz"));
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        using StreamReader reader = new(unpacked);
        string corpus = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            using JsonDocument json = JsonDocument.Parse(line);
            JsonElement root = json.RootElement;
            cases.Add(new CorpusCase(
                corpus, folder, Text(root, "id")!, Text(root, "site") ?? "", Text(root, "lang") ?? "", Text(root, "gold"),
                [.. root.GetProperty("tracks").EnumerateArray().Select(t => t.GetString()!)]));
        }

        return cases;
    }

    /// <summary>The raw text of a text track, or null when the page has no such track.</summary>
    public string? TrackText(string track)
    {
        string path = Path.Combine(Folder, track, Id + ".txt");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    /// <summary>The bytes of the page.</summary>
    public byte[] HtmlBytes()
    {
        using FileStream file = File.OpenRead(Path.Combine(Folder, "html", Id + ".html.gz"));
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        using MemoryStream bytes = new();
        unpacked.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
