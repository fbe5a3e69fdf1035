using System.Collections.Immutable;
using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>Sidecars to JSON, fields in a fixed order. Records of JSON Lines use the same parts.</summary>
internal static class SidecarWriter
{
    /// <summary>Category of a flagged editor's note, which is no category of removals.</summary>
    public const string NoteCategory = "note";

    public const string LayoutCategory = "layout";

    public static byte[] Write(Sidecar sidecar)
    {
        JsonText json = new(indented: true);
        json.StartObject();
        json.Property("version", Sidecar.FormatVersion);
        WriteHead(json, sidecar);
        WriteStatus(json, sidecar.Status);
        WriteMetadata(json, sidecar.Metadata);
        WriteRemoved(json, "removed", sidecar.Removed);
        WriteRemoved(json, "flagged", sidecar.Flagged);
        WriteEdits(json, sidecar.Edits);
        WriteStatistics(json, sidecar.Statistics);
        json.EndObject();
        json.EndLine();
        return json.ToArray();
    }

    /// <summary>Writes the property <c>status</c>.</summary>
    public static void WriteStatus(JsonText json, DocumentStatus status)
    {
        json.StartObject("status");
        json.Property("value", status.Value.Id());
        json.Property("kind", status.Kind?.Id());
        json.Thousandths("confidence", status.Confidence);
        WriteStrings(json, "reasons", status.Reasons);
        json.EndObject();
    }

    /// <summary>Writes the property <c>metadata</c>.</summary>
    public static void WriteMetadata(JsonText json, ArticleMetadata metadata)
    {
        json.StartObject("metadata");
        json.Property("headline", metadata.Headline);
        json.Property("byline", metadata.Byline);
        json.Property("published", metadata.Published);
        WriteStrings(json, "agency", metadata.Agency);
        json.StartObject("from");
        foreach (string field in metadata.From.Keys.Order(StringComparer.Ordinal))
            json.Property(field, metadata.From[field]);
        json.EndObject();
        json.EndObject();
    }

    /// <summary>Writes removals as an array property (<c>removed</c>, <c>flagged</c>).</summary>
    public static void WriteRemoved(JsonText json, string property, ImmutableArray<Removal> removals)
    {
        json.StartArray(property);
        foreach (Removal removal in removals)
        {
            json.StartObject();
            json.Property("category", removal.Flag == Removal.FlaggedAsNote ? NoteCategory : removal.Category.Id());
            json.Property("start", removal.Start);
            json.Property("end", removal.End);
            json.Property("line", removal.Line);
            json.Property("column", removal.Column);
            json.Property("at", removal.At);
            json.Property("text", removal.Text);
            if (!removal.Bytes.IsEmpty)
                json.Base64("bytes", removal.Bytes.Span);
            json.Thousandths("confidence", removal.Confidence);
            if (removal.Flag is { } flag)
                json.Property("flag", flag);
            json.StartArray("because");
            foreach (Reason reason in removal.Because)
            {
                json.StartObject();
                json.Property("rule", reason.Rule);
                if (reason.Evidence is { } evidence)
                    json.Property("evidence", evidence);
                json.Property("weight", reason.Weight);
                json.EndObject();
            }

            json.EndArray();
            json.EndObject();
        }

        json.EndArray();
    }

    /// <summary>Writes the array property <c>edits</c>.</summary>
    public static void WriteEdits(JsonText json, ImmutableArray<Edit> edits)
    {
        json.StartArray("edits");
        foreach (Edit edit in edits)
        {
            json.StartObject();
            json.Property("category", edit.Kind == EditKind.Layout ? LayoutCategory : Category.Artifact.Id());
            json.Property("start", edit.Start);
            json.Property("end", edit.End);
            json.Property("at", edit.At);
            json.Property("original", edit.Original);
            json.Property("replacement", edit.Replacement);
            if (!edit.Bytes.IsEmpty)
                json.Base64("bytes", edit.Bytes.Span);
            json.EndObject();
        }

        json.EndArray();
    }

    /// <summary>Writes the property <c>stats</c>.</summary>
    public static void WriteStatistics(JsonText json, CleanStatistics statistics)
    {
        json.StartObject("stats");
        json.Property("words", statistics.Words);
        json.Property("wordsRemoved", statistics.WordsRemoved);
        json.StartObject("byCategory");
        foreach ((string category, int words) in statistics.ByCategory)
            json.Property(category, words);
        json.EndObject();
        json.EndObject();
    }

    private static void WriteHead(JsonText json, Sidecar sidecar)
    {
        json.StartObject("tool");
        json.Property("name", sidecar.Tool.Name);
        json.Property("version", sidecar.Tool.Version);
        json.Property("rules", sidecar.Tool.Rules);
        json.Property("model", sidecar.Tool.Model);
        json.Property("options", sidecar.Tool.Options);
        json.EndObject();

        json.StartObject("source");
        json.Property("path", sidecar.Source.Path);
        json.Property("sha256", sidecar.Source.Sha256);
        json.Property("bytes", sidecar.Source.Bytes);
        json.Property("encoding", sidecar.Source.Encoding);
        json.Property("format", sidecar.Source.Format == DocumentFormat.Html ? "html" : "text");
        json.Property("language", sidecar.Source.Language);
        json.EndObject();

        json.StartObject("body");
        json.Property("path", sidecar.Body.Path);
        json.Property("sha256", sidecar.Body.Sha256);
        json.Property("bytes", sidecar.Body.Bytes);
        json.EndObject();
    }

    private static void WriteStrings(JsonText json, string property, ImmutableArray<string> values)
    {
        json.StartArray(property);
        foreach (string value in values)
            json.Value(value);
        json.EndArray();
    }
}
