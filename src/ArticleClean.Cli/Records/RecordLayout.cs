using System.Text.Json;
using System.Text.Unicode;

namespace ArticleClean.Cli.Records;

/// <summary>A field of a record in its line: from the quote of its name to the end of its value, and where the value is.</summary>
internal readonly record struct RecordField(string Name, int Start, int ValueStart, int End, JsonTokenType Type);

/// <summary>Where the fields of one record stand in its line, so that what is not touched is copied as it is.</summary>
/// <param name="Fields">In order.</param>
/// <param name="Close">Offset of the closing brace.</param>
internal sealed record RecordLayout(ReadOnlyMemory<byte> Line, IReadOnlyList<RecordField> Fields, int Close)
{
    /// <summary>The layout of a line; anything but one JSON object in valid UTF-8 is a <see cref="BadRecordException"/>.</summary>
    public static RecordLayout Of(RecordLine line)
    {
        if (line.IsTooLong)
            throw new BadRecordException("too_large", "the record is over the cap (--max-bytes)");
        ReadOnlySpan<byte> bytes = line.Bytes.Span;
        if (!Utf8.IsValid(bytes))
            throw new BadRecordException("bad_utf8", "the line is not valid UTF-8");
        List<RecordField> fields = [];
        try
        {
            Utf8JsonReader reader = new(bytes, new JsonReaderOptions { MaxDepth = MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                throw new BadRecordException("bad_record", "the line is no JSON object");
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                int start = (int)reader.TokenStartIndex;
                string name = Name(ref reader);
                reader.Read();
                int valueStart = (int)reader.TokenStartIndex;
                JsonTokenType type = reader.TokenType;
                reader.Skip();
                fields.Add(new RecordField(name, start, valueStart, (int)reader.BytesConsumed, type));
            }

            int close = (int)reader.TokenStartIndex;
            if (reader.Read())
                throw new BadRecordException("bad_record", "something follows the object");
            return new RecordLayout(line.Bytes, fields, close);
        }
        catch (JsonException cause)
        {
            throw new BadRecordException("bad_json", cause.Message.Split(" LineNumber:")[0]);
        }
    }

    // Deeper nesting is no article's metadata.
    private const int MaxDepth = 512;

    /// <summary>The field of a name; null when there is none, and a <see cref="BadRecordException"/> when there are two.</summary>
    public RecordField? Find(string name)
    {
        RecordField? found = null;
        foreach (RecordField field in Fields)
        {
            if (field.Name != name)
                continue;
            if (found is not null)
                throw new BadRecordException("duplicate_field", $"the field '{name}' stands twice");
            found = field;
        }

        return found;
    }

    /// <summary>The value of a string field; null when it is absent or no string. A lone surrogate is a <see cref="BadRecordException"/>.</summary>
    public string? String(string name)
    {
        if (Find(name) is not { Type: JsonTokenType.String } field)
            return null;
        try
        {
            Utf8JsonReader reader = new(Line.Span[field.ValueStart..field.End]);
            reader.Read();
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            throw new BadRecordException("lone_surrogate", $"the field '{name}' holds a lone surrogate");
        }
    }

    /// <summary>A field's value as it stands; empty when there is no such field.</summary>
    public ReadOnlyMemory<byte> Raw(string name)
    {
        foreach (RecordField field in Fields)
        {
            if (field.Name == name)
                return Line[field.ValueStart..field.End];
        }

        return ReadOnlyMemory<byte>.Empty;
    }

    private static string Name(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // A name with a lone surrogate is none that we know; it is copied as it stands.
            return "";
        }
    }
}

/// <summary>A record that cannot be worked on: a code that scripts can rest on, and a sentence.</summary>
internal sealed class BadRecordException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
