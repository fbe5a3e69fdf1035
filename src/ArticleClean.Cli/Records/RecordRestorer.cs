using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Records;

/// <summary>Gives records back as they were: the text restored, what the cleaning added taken away.</summary>
internal static class RecordRestorer
{
    // A record is its text and what was taken out of it, so no cap on texts says how long it may be.
    private const int MaxLineBytes = 1 << 30;

    /// <summary>The run over a file's records; the caller disposes of the input.</summary>
    public static RecordRun Run(InputFile file, string textField, out Stream input)
    {
        input = InputReader.Open(file);
        return new RecordRun(input, line => Restore(line, textField), Environment.ProcessorCount, MaxLineBytes);
    }

    private static RecordResult Restore(RecordLine line, string textField)
    {
        try
        {
            return new RecordResult(Restore(RecordLayout.Of(line), textField), Tally.None, Problem: null);
        }
        catch (Exception cause) when (cause is BadRecordException or SidecarException)
        {
            // What cannot be restored is passed on as it is.
            return new RecordResult(
                line.Bytes, Tally.None with { BadRecords = 1 }, FormattableString.Invariant($"line {line.Number}: {OneLine.Escape(cause.Message)}"));
        }
    }

    private static ReadOnlyMemory<byte> Restore(RecordLayout layout, string textField)
    {
        if (layout.Find("error") is not null && layout.Find("removed") is null && layout.Find(RecordCleaner.Nest) is null)
            throw new BadRecordException("error_record", "the record is the report of one that could not be cleaned");
        RecordEditor editor = new(layout);
        JsonField account = Account(layout, editor);
        ImmutableArray<Removal> removed = SidecarReader.ReadRemoved(account.Get("removed"));
        ImmutableArray<Edit> edits = SidecarReader.ReadEdits(account.Get("edits"));
        if (layout.Find(textField) is not { } field || layout.String(textField) is not { } body)
            throw new BadRecordException("no_text", $"the record has no string '{textField}' to restore");
        if (IsOfPage(removed))
            throw new BadRecordException("html", "the record was an HTML page, whose markup is not in the account");
        RecordHashes? hashes = RecordHashes.In(account);
        hashes?.RefuseOtherBody(body);
        string text = Restorer.RestoreText(body, removed, edits);
        hashes?.RefuseOtherSource(text);
        if (removed.Length + edits.Length > 0)
        {
            editor.Replace(field, RecordEditor.Value(json => json.WriteStringValue(text)));
        }

        return editor.ToLine();
    }

    private static JsonField Account(RecordLayout layout, RecordEditor editor)
    {
        JsonDocument document = JsonDocument.Parse(layout.Line);
        if (layout.Find(RecordCleaner.Nest) is { Type: JsonTokenType.StartObject } nest)
        {
            editor.Drop(nest);
            return new JsonField($"$.{RecordCleaner.Nest}", document.RootElement.GetProperty(RecordCleaner.Nest));
        }

        foreach (string name in RecordCleaner.AddedNames)
        {
            if (layout.Find(name) is { } field)
                editor.Drop(field);
        }

        return new JsonField("$", document.RootElement);
    }

    // A page's removals give the place of a tag, which is not as long as their text.
    private static bool IsOfPage(ImmutableArray<Removal> removed)
    {
        foreach (Removal removal in removed)
        {
            int length = removal.Bytes.IsEmpty ? Encoding.UTF8.GetByteCount(removal.Text) : removal.Bytes.Length;
            if (length != removal.End - removal.Start)
                return true;
        }

        return false;
    }
}
