using System.Collections.Immutable;
using System.Text;

namespace ArticleClean.Reading;

/// <summary>How bytes become UTF-16 units and back.</summary>
public enum SourceEncoding
{
    Utf8,
    Utf16LittleEndian,
    Utf16BigEndian,
    Windows1252,
    /// <summary>Any other that was named; the text maps back through .NET's encoding.</summary>
    Named,
}

/// <summary>
/// The bytes of a document with the map from text offsets to byte offsets. What does not decode stands in the
/// text as U+FFFD and is listed in <see cref="Undecodable"/>, so that the text is always well-formed UTF-16.
/// </summary>
/// <param name="Bytes">The whole source, BOM included.</param>
/// <param name="Encoding">How it was read.</param>
/// <param name="EncodingName">The name for the sidecar (<c>utf-8</c>, <c>windows-1252</c>).</param>
/// <param name="BomLength">Bytes of the byte order mark, 0 when there is none.</param>
/// <param name="Undecodable">
/// Offsets in the text, ascending, of the units that stand for what does not decode: one byte each in UTF-8; in UTF-16
/// a lone surrogate's two bytes or the odd last byte; in a named encoding as many bytes as .NET's decoder gave up on.
/// </param>
public sealed record SourceText(
    ReadOnlyMemory<byte> Bytes, SourceEncoding Encoding, string EncodingName, int BomLength, ImmutableArray<int> Undecodable)
{
    /// <summary>For <see cref="SourceEncoding.Named"/>: the byte offset of every unit of the text and of its end; else null.</summary>
    internal int[]? UnitOffsets { get; init; }

    /// <summary>A cursor over the text that these bytes were decoded to.</summary>
    internal SourceCursor CursorOver(string decodedText) => new(this, decodedText);

    /// <summary>Whether one of the units of the span does not decode.</summary>
    internal bool HasUndecodable(TextSpan span)
    {
        int index = FirstUndecodable(span.Start);
        return index < Undecodable.Length && Undecodable[index] < span.End;
    }

    /// <summary>Index into <see cref="Undecodable"/> of the first one at or after a text offset.</summary>
    internal int FirstUndecodable(int offset)
    {
        int low = 0;
        int high = Undecodable.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Undecodable[middle] < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The bytes of a text in this encoding; null when it cannot say it.</summary>
    internal byte[]? Encode(string text) => SourceCodec.Of(Encoding, EncodingName).Encode(text);
}
