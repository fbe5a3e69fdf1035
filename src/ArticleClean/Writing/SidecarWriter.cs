using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>Sidecars to JSON, fields in a fixed order. Records of JSON Lines use the same parts.</summary>
internal static class SidecarWriter
{
    /// <summary>Category of a flagged editor's note, which is no category of removals.</summary>
    public const string NoteCategory = "note";

    public const string LayoutCategory = "layout";

    private const decimal Thousandths = 1000m;

    public static byte[] Write(Sidecar sidecar)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = ReadableJsonEncoder.Instance }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Sidecar.FormatVersion);
            WriteHead(json, sidecar);
            WriteStatus(json, sidecar.Status);
            WriteMetadata(json, sidecar.Metadata);
            WriteRemoved(json, "removed", sidecar.Removed);
            WriteRemoved(json, "flagged", sidecar.Flagged);
            WriteEdits(json, sidecar.Edits);
            WriteStatistics(json, sidecar.Statistics);
            json.WriteEndObject();
        }

        bytes.Write("\n"u8);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Writes the property <c>status</c>.</summary>
    public static void WriteStatus(Utf8JsonWriter json, DocumentStatus status)
    {
        json.WriteStartObject("status");
        json.WriteString("value", status.Value.Id());
        json.WriteString("kind", status.Kind?.Id());
        json.WriteNumber("confidence", status.Confidence / Thousandths);
        WriteStrings(json, "reasons", status.Reasons);
        json.WriteEndObject();
    }

    /// <summary>Writes the property <c>metadata</c>.</summary>
    public static void WriteMetadata(Utf8JsonWriter json, ArticleMetadata metadata)
    {
        json.WriteStartObject("metadata");
        json.WriteString("headline", metadata.Headline);
        json.WriteString("byline", metadata.Byline);
        json.WriteString("published", metadata.Published);
        WriteStrings(json, "agency", metadata.Agency);
        json.WriteStartObject("from");
        foreach (string field in metadata.From.Keys.Order(StringComparer.Ordinal))
            json.WriteString(field, metadata.From[field]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Writes removals as an array property (<c>removed</c>, <c>flagged</c>).</summary>
    public static void WriteRemoved(Utf8JsonWriter json, string property, ImmutableArray<Removal> removals)
    {
        json.WriteStartArray(property);
        foreach (Removal removal in removals)
        {
            json.WriteStartObject();
            json.WriteString("category", removal.Flag == Removal.FlaggedAsNote ? NoteCategory : removal.Category.Id());
            json.WriteNumber("start", removal.Start);
            json.WriteNumber("end", removal.End);
            json.WriteNumber("line", removal.Line);
            json.WriteNumber("column", removal.Column);
            json.WriteNumber("at", removal.At);
            json.WriteString("text", removal.Text);
            if (!removal.Bytes.IsEmpty)
                json.WriteBase64String("bytes", removal.Bytes.Span);
            json.WriteNumber("confidence", removal.Confidence / Thousandths);
            if (removal.Flag is { } flag)
                json.WriteString("flag", flag);
            json.WriteStartArray("because");
            foreach (Reason reason in removal.Because)
            {
                json.WriteStartObject();
                json.WriteString("rule", reason.Rule);
                if (reason.Evidence is { } evidence)
                    json.WriteString("evidence", evidence);
                json.WriteNumber("weight", reason.Weight);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the array property <c>edits</c>.</summary>
    public static void WriteEdits(Utf8JsonWriter json, ImmutableArray<Edit> edits)
    {
        json.WriteStartArray("edits");
        foreach (Edit edit in edits)
        {
            json.WriteStartObject();
            json.WriteString("category", edit.Kind == EditKind.Layout ? LayoutCategory : Category.Artifact.Id());
            json.WriteNumber("start", edit.Start);
            json.WriteNumber("end", edit.End);
            json.WriteNumber("at", edit.At);
            json.WriteString("original", edit.Original);
            json.WriteString("replacement", edit.Replacement);
            if (!edit.Bytes.IsEmpty)
                json.WriteBase64String("bytes", edit.Bytes.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the property <c>stats</c>.</summary>
    public static void WriteStatistics(Utf8JsonWriter json, CleanStatistics statistics)
    {
        json.WriteStartObject("stats");
        json.WriteNumber("words", statistics.Words);
        json.WriteNumber("wordsRemoved", statistics.WordsRemoved);
        json.WriteStartObject("byCategory");
        foreach ((string category, int words) in statistics.ByCategory)
            json.WriteNumber(category, words);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteHead(Utf8JsonWriter json, Sidecar sidecar)
    {
        json.WriteStartObject("tool");
        json.WriteString("name", sidecar.Tool.Name);
        json.WriteString("version", sidecar.Tool.Version);
        json.WriteString("rules", sidecar.Tool.Rules);
        json.WriteString("model", sidecar.Tool.Model);
        json.WriteString("options", sidecar.Tool.Options);
        json.WriteEndObject();

        json.WriteStartObject("source");
        json.WriteString("path", sidecar.Source.Path);
        json.WriteString("sha256", sidecar.Source.Sha256);
        json.WriteNumber("bytes", sidecar.Source.Bytes);
        json.WriteString("encoding", sidecar.Source.Encoding);
        json.WriteString("format", sidecar.Source.Format == DocumentFormat.Html ? "html" : "text");
        json.WriteString("language", sidecar.Source.Language);
        json.WriteEndObject();

        json.WriteStartObject("body");
        json.WriteString("path", sidecar.Body.Path);
        json.WriteString("sha256", sidecar.Body.Sha256);
        json.WriteNumber("bytes", sidecar.Body.Bytes);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string property, ImmutableArray<string> values)
    {
        json.WriteStartArray(property);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
