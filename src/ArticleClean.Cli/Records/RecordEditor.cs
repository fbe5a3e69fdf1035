using System.Buffers;
using System.Text.Json;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Records;

/// <summary>Writes a record anew: fields replaced, dropped or added, everything else byte for byte as it stood.</summary>
internal sealed class RecordEditor(RecordLayout layout)
{
    private readonly Dictionary<int, ReadOnlyMemory<byte>?> _changes = [];
    private ReadOnlyMemory<byte> _added = ReadOnlyMemory<byte>.Empty;

    /// <summary>How values are written: as text, with no more escapes than JSON needs.</summary>
    public static JsonWriterOptions Plain { get; } = new() { Encoder = ReadableJsonEncoder.Instance };

    public void Replace(RecordField field, ReadOnlyMemory<byte> value) => _changes[field.Start] = value;

    public void Drop(RecordField field) => _changes[field.Start] = null;

    /// <summary>Adds the members of an object at the end.</summary>
    public void Add(ReadOnlyMemory<byte> members) => _added = members[1..^1];

    /// <summary>A value as JSON.</summary>
    public static ReadOnlyMemory<byte> Value(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, Plain))
            write(writer);
        return buffer.WrittenMemory;
    }

    public ReadOnlyMemory<byte> ToLine()
    {
        ReadOnlySpan<byte> line = layout.Line.Span;
        ArrayBufferWriter<byte> output = new(line.Length + _added.Length + 16);
        bool any = false;
        int gap = line.IndexOf((byte)'{') + 1; // what stands between fields: a comma and blanks
        output.Write(line[..gap]);
        foreach (RecordField field in layout.Fields)
        {
            bool changed = _changes.TryGetValue(field.Start, out ReadOnlyMemory<byte>? value);
            if (!changed || value is not null)
            {
                ReadOnlySpan<byte> between = line[gap..field.Start];
                output.Write(any ? between : between.TrimStart(", \t\r\n"u8));
                output.Write(line[field.Start..(changed ? field.ValueStart : field.End)]);
                if (changed)
                    output.Write(value!.Value.Span);
                any = true;
            }

            gap = field.End;
        }

        if (!_added.IsEmpty)
        {
            if (any)
                output.Write(","u8);
            output.Write(_added.Span);
        }

        output.Write(line[gap..]);
        return output.WrittenMemory;
    }
}
