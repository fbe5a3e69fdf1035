using System.Buffers;
using System.Text;
using System.Text.Json;
using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;
using ArticleClean.Reading;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Records;

/// <summary>Cleans the records of one file. A bad record becomes an <c>error</c> record. Thread-safe.</summary>
internal sealed class RecordCleaner(CleanRequest request, InputFile file)
{
    /// <summary>What is added to a record; where it has one of these already, all of them go under <see cref="Nest"/>.</summary>
    public static readonly IReadOnlyList<string> AddedNames = ["removed", "flagged", "edits", "status", "metadata", RecordHashes.Field];

    public const string Nest = "articleclean";
    private readonly RecordDocuments _documents = new(request.Settings, request.Settings.For(file), request.Hints, file.Relative, request.TextField);

    /// <summary>The longest line that is read as a record.</summary>
    public int MaxRecordBytes => _documents.MaxRecordBytes;

    /// <summary>Whether a file begins like the output of an earlier run.</summary>
    public static bool LooksCleaned(string path)
    {
        try
        {
            using Stream stream = InputReader.Open(InputFile.Of(path));
            RecordLineReader lines = new(stream, RecordDocuments.MinLineBytes);
            if (!lines.TryRead(out RecordLine line))
                return true;
            RecordLayout layout = RecordLayout.Of(line);
            return layout.Find(Nest) is not null || layout.Find("error") is not null
                || (layout.Find("removed") is not null && layout.Find("edits") is not null && layout.Find("status") is not null);
        }
        catch (Exception cause) when (cause is BadRecordException or Failure or IOException)
        {
            return false;
        }
    }

    public RecordResult Clean(RecordLine line)
    {
        RecordLayout? layout = null;
        try
        {
            layout = RecordLayout.Of(line);
            return Clean(layout, line.Number);
        }
        catch (BadRecordException bad)
        {
            return Bad(layout, line.Number, bad.Code, bad.Message);
        }
        catch (UnreadableDocumentException bad)
        {
            return Bad(layout, line.Number, "unreadable", bad.Message);
        }
    }

    private RecordResult Clean(RecordLayout layout, long number)
    {
        CleanResult result = _documents.Clean(layout, number);
        return new RecordResult(Edit(layout, result, isHtml: result.Document.Format == DocumentFormat.Html), Tally.Of(result), Problem: null);
    }

    private ReadOnlyMemory<byte> Edit(RecordLayout layout, CleanResult result, bool isHtml)
    {
        RecordEditor editor = new(layout);
        bool hasBody = !request.Skip.Contains(result.Status);
        bool addsText = isHtml && layout.Find(request.TextField) is null;
        bool nests = (isHtml && !addsText) || HasAny(layout);
        if (!isHtml && (!hasBody || result.Removed.Length + result.Edits.Length > 0))
            editor.Replace(layout.Find(request.TextField)!.Value, Text(result, hasBody));
        if (isHtml && !request.KeepHtml)
            editor.Drop(layout.Find(RecordDocuments.HtmlField)!.Value);

        JsonText json = new(indented: false);
        json.StartObject();
        if (nests)
            json.StartObject(Nest);
        if (isHtml)
            json.Property(request.TextField, BodyText(result, hasBody));
        SidecarWriter.WriteRemoved(json, "removed", result.Removed);
        if (!result.Flagged.IsEmpty)
            SidecarWriter.WriteRemoved(json, "flagged", result.Flagged);
        SidecarWriter.WriteEdits(json, result.Edits);
        SidecarWriter.WriteStatus(json, result.Status);
        SidecarWriter.WriteMetadata(json, result.Metadata);
        if (!isHtml && hasBody)
            RecordHashes.Of(result).Write(json);
        if (nests)
            json.EndObject();
        json.EndObject();
        editor.Add(json.ToArray());
        return editor.ToLine();
    }

    private static bool HasAny(RecordLayout layout)
    {
        foreach (string name in AddedNames)
        {
            if (layout.Find(name) is not null)
                return true;
        }

        return false;
    }

    private static byte[] Text(CleanResult result, bool hasBody)
    {
        JsonText json = new(indented: false);
        json.Value(BodyText(result, hasBody));
        return json.ToArray();
    }

    private static string? BodyText(CleanResult result, bool hasBody) => hasBody ? Encoding.UTF8.GetString(result.Body.Span) : null;

    private static RecordResult Bad(RecordLayout? layout, long number, string code, string message)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line, RecordEditor.Plain))
        {
            json.WriteStartObject();
            if (layout?.Raw("id") is { IsEmpty: false } id)
            {
                json.WritePropertyName("id");
                json.WriteRawValue(id.Span, skipInputValidation: true);
            }

            json.WriteStartObject("error");
            json.WriteString("code", code);
            json.WriteString("message", message);
            json.WriteNumber("line", number);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new RecordResult(line.WrittenMemory, Tally.None with { BadRecords = 1 }, $"line {number}: {OneLine.Escape(message)}");
    }
}
