using System.Text;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Records;

/// <summary>The SHA-256 of a record's text as it was and as it is, both in UTF-8, so that a restored record is known to be the original.</summary>
internal sealed record RecordHashes(string Source, string Body)
{
    /// <summary>The field of the account.</summary>
    public const string Field = "restore";

    private const string SourceField = "source";
    private const string BodyField = "body";

    public static RecordHashes Of(CleanResult result) =>
        new(Sidecar.HashOf(result.Document.Source.Bytes.Span), Sidecar.HashOf(result.Body.Span));

    /// <summary>The hashes of an account; null for one that was written without.</summary>
    public static RecordHashes? In(JsonField account) => account.Find(Field) is { } field
        ? new RecordHashes(field.Get(SourceField).String(), field.Get(BodyField).String())
        : null;

    public void Write(JsonText json)
    {
        json.StartObject(Field);
        json.Property(SourceField, Source);
        json.Property(BodyField, Body);
        json.EndObject();
    }

    /// <summary>Throws when a text is not the one that the account tells of.</summary>
    public void RefuseOtherBody(string body)
    {
        if (Hash(body) != Body)
            throw new BadRecordException("body_changed", "the text does not match the record's account (restore.body): one of the two was changed");
    }

    /// <summary>Throws when what comes out is not what went in.</summary>
    public void RefuseOtherSource(string source)
    {
        if (Hash(source) != Source)
            throw new BadRecordException("account_changed", "what comes out does not match the source (restore.source): the record's removals or edits were changed");
    }

    private static string Hash(string text) => Sidecar.HashOf(Encoding.UTF8.GetBytes(text));
}
