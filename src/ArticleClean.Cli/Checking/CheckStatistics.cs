using System.Globalization;
using System.Text;
using System.Text.Json;
using ArticleClean.Cli.Reports;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Checking;

/// <summary>Counts of findings by category and by site folder.</summary>
internal sealed class CheckStatistics
{
    private readonly SortedDictionary<string, Count> _categories = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Count> _sites = new(StringComparer.Ordinal);

    public void Add(CheckedFile file)
    {
        Count site = Of(_sites, file.SiteFolder);
        site.Documents += file.Documents.Count;
        foreach (CheckedDocument document in file.Documents)
        {
            site.DocumentWords += document.Words;
            site.NotComplete += document.Status == StatusValue.Complete ? 0 : 1;
        }

        HashSet<(string, long?)> seen = [];
        foreach (CheckFinding finding in file.Findings)
        {
            Count category = Of(_categories, finding.Category);
            category.Findings++;
            category.Words += finding.Segment?.Words ?? 0;
            category.Documents += seen.Add((finding.Category, finding.Record)) ? 1 : 0;
            site.Findings++;
            site.Words += finding.Segment?.Words ?? 0;
        }
    }

    /// <summary>Prints the counts to standard output, as JSON or as tables.</summary>
    public void Print(string format)
    {
        using Stream output = StandardStreams.OpenOutput();
        if (format == ReportFormats.Json)
            WriteJson(output);
        else
            output.Write(Encoding.UTF8.GetBytes(Table()));
    }

    private string Table()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{"category",-20} {"findings",9} {"words",9} {"documents",9}\n");
        foreach ((string id, Count count) in ByFindings(_categories))
            text.Append(CultureInfo.InvariantCulture, $"{id,-20} {count.Findings,9} {count.Words,9} {count.Documents,9}\n");
        text.Append(CultureInfo.InvariantCulture, $"\n{"findings",9} {"words",9} {"of words",9} {"documents",9} {"not whole",9} site folder\n");
        foreach ((string folder, Count count) in ByFindings(_sites))
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{count.Findings,9} {count.Words,9} {count.DocumentWords,9} {count.Documents,9} {count.NotComplete,9} {OneLine.Escape(folder)}\n");
        }

        return text.ToString();
    }

    private void WriteJson(Stream output)
    {
        using (Utf8JsonWriter json = new(output, FindingJson.Indented))
        {
            json.WriteStartObject();
            json.WriteStartObject("categories");
            foreach ((string id, Count count) in _categories)
            {
                json.WriteStartObject(id);
                json.WriteNumber("findings", count.Findings);
                json.WriteNumber("words", count.Words);
                json.WriteNumber("documents", count.Documents);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject("sites");
            foreach ((string folder, Count count) in _sites)
            {
                json.WriteStartObject(folder);
                json.WriteNumber("findings", count.Findings);
                json.WriteNumber("words", count.Words);
                json.WriteNumber("ofWords", count.DocumentWords);
                json.WriteNumber("documents", count.Documents);
                json.WriteNumber("notComplete", count.NotComplete);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static IEnumerable<KeyValuePair<string, Count>> ByFindings(SortedDictionary<string, Count> counts) =>
        counts.OrderByDescending(c => c.Value.Findings).ThenBy(c => c.Key, StringComparer.Ordinal);

    private static Count Of(SortedDictionary<string, Count> counts, string key)
    {
        if (!counts.TryGetValue(key, out Count? count))
            counts[key] = count = new Count();
        return count;
    }

    private sealed class Count
    {
        public long Findings { get; set; }
        public long Words { get; set; }
        public long Documents { get; set; }
        public long DocumentWords { get; set; }
        public long NotComplete { get; set; }
    }
}
