using System.Buffers;
using System.Text;
using System.Text.Json;
using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;
using ArticleClean.Reading;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Records;

/// <summary>Cleans the records of one file. A bad record becomes an <c>error</c> record. Thread-safe.</summary>
internal sealed class RecordCleaner(CleanRequest request, InputFile file)
{
    /// <summary>What is added to a record; where it has one of these already, all of them go under <see cref="Nest"/>.</summary>
    private static readonly string[] AddedNames = ["removed", "flagged", "edits", "status", "metadata"];

    public const string Nest = "articleclean";
    private const string HtmlField = "html";

    // A record has more than its text, and escapes make up to six bytes of one.
    public const int MinLineBytes = 16 << 20;
    private const int LineBytesPerTextByte = 4;
    private const int MaxLineBytes = 1 << 30;

    private readonly Settings _settings = request.Settings.For(file);
    private readonly Engine _engine = request.Settings.EngineFor(request.Settings.For(file), site: null);

    /// <summary>The longest line that is read as a record.</summary>
    public int MaxRecordBytes => MaxBytesOfRecord(_engine.Options.MaxBytes);

    /// <summary>The longest line that can be a record, by the cap on its text.</summary>
    public static int MaxBytesOfRecord(long maxBytes) =>
        (int)Math.Clamp(Math.Min(maxBytes, MaxLineBytes) * LineBytesPerTextByte, MinLineBytes, MaxLineBytes);

    /// <summary>Whether a file begins like the output of an earlier run.</summary>
    public static bool LooksCleaned(string path)
    {
        try
        {
            using Stream stream = InputReader.Open(InputFile.Of(path));
            RecordLineReader lines = new(stream, MinLineBytes);
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
        string? text = layout.String(request.TextField);
        string? html = text is null ? layout.String(HtmlField) : null;
        if (text is null && html is null)
            throw new BadRecordException("no_text", $"the record has no string '{request.TextField}' and no string '{HtmlField}'");

        SourceHints hints = new()
        {
            Name = $"{file.Relative}:{number}",
            Format = text is null ? DocumentFormat.Html : DocumentFormat.Text,
            Url = layout.String("url") ?? request.Url,
            Encoding = "utf-8",
        };
        Document document = DocumentReader.Read(Encoding.UTF8.GetBytes(text ?? html!), hints, _engine.Options.MaxBytes);
        Engine engine = request.Settings.EngineFor(_settings, document.Site);
        CleanResult result = engine.Cleaner.Clean(document);
        return new RecordResult(Edit(layout, result, isHtml: text is null), Tally.Of(result), Problem: null);
    }

    private ReadOnlyMemory<byte> Edit(RecordLayout layout, CleanResult result, bool isHtml)
    {
        RecordEditor editor = new(layout);
        bool hasBody = !request.Skip.Contains(result.Status);
        bool addsText = isHtml && layout.Find(request.TextField) is null;
        bool nests = (isHtml && !addsText) || HasAny(layout);
        if (!isHtml && (!hasBody || result.Removed.Length + result.Edits.Length > 0))
            editor.Replace(layout.Find(request.TextField)!.Value, RecordEditor.Value(json => WriteText(json, result, hasBody)));
        if (isHtml && !request.KeepHtml)
            editor.Drop(layout.Find(HtmlField)!.Value);

        editor.Add(RecordEditor.Value(json =>
        {
            json.WriteStartObject();
            if (nests)
                json.WriteStartObject(Nest);
            if (isHtml)
            {
                json.WritePropertyName(request.TextField);
                WriteText(json, result, hasBody);
            }

            SidecarWriter.WriteRemoved(json, "removed", result.Removed);
            if (!result.Flagged.IsEmpty)
                SidecarWriter.WriteRemoved(json, "flagged", result.Flagged);
            SidecarWriter.WriteEdits(json, result.Edits);
            SidecarWriter.WriteStatus(json, result.Status);
            SidecarWriter.WriteMetadata(json, result.Metadata);
            if (nests)
                json.WriteEndObject();
            json.WriteEndObject();
        }));
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

    private static void WriteText(Utf8JsonWriter json, CleanResult result, bool hasBody)
    {
        if (hasBody)
            json.WriteStringValue(Encoding.UTF8.GetString(result.Body.Span));
        else
            json.WriteNullValue();
    }

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
