using System.Text;
using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Reading;

namespace ArticleClean.Cli.Records;

/// <summary>Cleans the documents that the records of one file hold. Thread-safe.</summary>
/// <param name="settings">What is in force for the file.</param>
/// <param name="name">The file's name for messages.</param>
internal sealed class RecordDocuments(SettingsSource source, Settings settings, InputHints hints, string name, string textField)
{
    public const string HtmlField = "html";

    // A record has more than its text, and escapes make up to six bytes of one.
    public const int MinLineBytes = 16 << 20;
    private const int LineBytesPerTextByte = 4;
    private const int MaxLineBytes = 1 << 30;

    private readonly long _maxBytes = source.Options(settings, site: null).MaxBytes;

    /// <summary>The longest line that is read as a record.</summary>
    public int MaxRecordBytes =>
        (int)Math.Clamp(Math.Min(_maxBytes, MaxLineBytes) * LineBytesPerTextByte, MinLineBytes, MaxLineBytes);

    /// <summary>Cleans the text of a record, else its page; one with neither is a <see cref="BadRecordException"/>.</summary>
    public CleanResult Clean(RecordLayout layout, long number)
    {
        string? text = layout.String(textField);
        string? html = text is null ? layout.String(HtmlField) : null;
        if (text is null && html is null)
            throw new BadRecordException("no_text", $"the record has no string '{textField}' and no string '{HtmlField}' (--text-field names another field)");
        SourceHints known = new()
        {
            Name = $"{name}:{number}",
            Format = text is null ? DocumentFormat.Html : DocumentFormat.Text,
            Url = layout.String("url") ?? hints.Url,
            Encoding = "utf-8",
        };
        Document document = DocumentReader.Read(Encoding.UTF8.GetBytes(text ?? html!), known, _maxBytes);
        return source.EngineFor(settings, document.Site).Cleaner.Clean(document);
    }
}
