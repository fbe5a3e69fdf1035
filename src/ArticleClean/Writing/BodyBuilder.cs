using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>Where a change stands: half-open bytes of the source, the byte of the body, and how much the body is behind the source after it.</summary>
internal readonly record struct ChangePlace(int ByteStart, int ByteEnd, int At, int Line, int Column, int DeltaAfter);

/// <summary>The body of a document and the places of the changes that made it.</summary>
internal sealed record BuiltBody(ReadOnlyMemory<byte> Bytes, string Text, ChangePlace[] Places)
{
    /// <summary>Copies the source forward once, leaving out and replacing what the changes say. They are in order and disjoint.</summary>
    public static BuiltBody Of(SourceText source, string text, Rows<Change> changes)
    {
        if (changes.Count == 0)
            return new BuiltBody(source.Bytes, text, []);
        SourceCursor cursor = source.CursorOver(text);
        using MemoryStream bytes = new(source.Bytes.Length + 1);
        StringBuilder body = new(text.Length);
        ChangePlace[] places = new ChangePlace[changes.Count];
        int copiedBytes = 0, copiedUnits = 0;
        for (int i = 0; i < changes.Count; i++)
        {
            Change change = changes[i];
            int start = cursor.ByteAt(change.Span.Start);
            (int line, int column) = cursor.PositionAt(change.Span.Start);
            int end = cursor.ByteAt(change.Span.End);
            bytes.Write(source.Bytes.Span[copiedBytes..start]);
            body.Append(text, copiedUnits, change.Span.Start - copiedUnits);
            int at = (int)bytes.Length;
            if (change.Replacement.Length > 0)
            {
                bytes.Write(source.Encode(change.Replacement)
                    ?? throw new InvalidOperationException("A replacement that the source's encoding cannot say is no change."));
                body.Append(change.Replacement);
            }

            places[i] = new ChangePlace(start, end, at, line, column, (int)bytes.Length - end);
            (copiedBytes, copiedUnits) = (end, change.Span.End);
        }

        bytes.Write(source.Bytes.Span[copiedBytes..]);
        body.Append(text, copiedUnits, text.Length - copiedUnits);
        return new BuiltBody(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), body.ToString(), places);
    }
}
