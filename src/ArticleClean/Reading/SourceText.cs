using System.Collections.Immutable;

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
/// The bytes of a document with the map from text offsets to byte offsets. A byte that does not decode stands in the
/// text as one U+FFFD and is listed in <see cref="Undecodable"/>.
/// </summary>
/// <param name="Bytes">The whole source, BOM included.</param>
/// <param name="Encoding">How it was read.</param>
/// <param name="EncodingName">The name for the sidecar (<c>utf-8</c>, <c>windows-1252</c>).</param>
/// <param name="BomLength">Bytes of the byte order mark, 0 when there is none.</param>
/// <param name="Undecodable">Offsets in the text of the units that stand for one undecodable byte each, ascending.</param>
public sealed record SourceText(
    ReadOnlyMemory<byte> Bytes, SourceEncoding Encoding, string EncodingName, int BomLength, ImmutableArray<int> Undecodable);
