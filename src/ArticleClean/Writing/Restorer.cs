using System.Globalization;
using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>Gives back originals from bodies and the accounts of their cleaning.</summary>
public static class Restorer
{
    /// <summary>
    /// The original bytes. Throws <see cref="SidecarException"/> when the body is not the one that the sidecar tells of,
    /// when what comes out is not the source, and for pages, of which the sidecar holds the visible text alone.
    /// </summary>
    public static byte[] Restore(ReadOnlySpan<byte> body, Sidecar sidecar)
    {
        if (sidecar.Source.Format == DocumentFormat.Html)
            throw new SidecarException("An HTML page cannot be restored: its sidecar accounts for the visible text, not for the markup; the page itself was never changed.");
        if (body.Length != sidecar.Body.Bytes || Sidecar.HashOf(body) != sidecar.Body.Sha256)
            throw new SidecarException("The body does not match the sidecar (body.sha256): one of the two was changed, or they belong to different runs.");
        SourceCodec codec = SourceCodec.Find(sidecar.Source.Encoding)
            ?? throw new SidecarException($"The sidecar's source.encoding '{sidecar.Source.Encoding}' is no encoding that is known here.");
        byte[] source = PutBack(body, Pieces(sidecar.Removed, sidecar.Edits, codec));
        if (source.Length != sidecar.Source.Bytes || Sidecar.HashOf(source) != sidecar.Source.Sha256)
            throw new SidecarException("What comes out does not match the source (source.sha256): the sidecar's removals or edits were changed.");
        return source;
    }

    /// <summary>The original text of a record of JSON Lines; offsets count bytes of the text field in UTF-8. Throws <see cref="SidecarException"/> when they do not fit.</summary>
    public static string RestoreText(string text, IReadOnlyList<Removal> removed, IReadOnlyList<Edit> edits) =>
        Encoding.UTF8.GetString(PutBack(Encoding.UTF8.GetBytes(text), Pieces(removed, edits, SourceCodec.Utf8)));

    private readonly record struct PutBackPiece(long Start, long End, long At, ReadOnlyMemory<byte> Original, int ReplacementBytes);

    private static List<PutBackPiece> Pieces(IReadOnlyList<Removal> removed, IReadOnlyList<Edit> edits, SourceCodec codec)
    {
        List<PutBackPiece> pieces = new(removed.Count + edits.Count);
        foreach (Removal removal in removed)
            pieces.Add(new PutBackPiece(removal.Start, removal.End, removal.At, BytesOf(removal.Bytes, removal.Text, removal.Start, codec), 0));
        foreach (Edit edit in edits)
        {
            int replacementBytes = BytesOf(default, edit.Replacement, edit.Start, codec).Length;
            pieces.Add(new PutBackPiece(edit.Start, edit.End, edit.At, BytesOf(edit.Bytes, edit.Original, edit.Start, codec), replacementBytes));
        }

        pieces.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        return pieces;
    }

    private static ReadOnlyMemory<byte> BytesOf(ReadOnlyMemory<byte> bytes, string text, long start, SourceCodec codec)
    {
        if (!bytes.IsEmpty)
            return bytes;
        return codec.Encode(text) ?? throw new SidecarException(string.Create(
            CultureInfo.InvariantCulture, $"The sidecar's entry at byte {start} holds text that {codec.Name} cannot say."));
    }

    private static byte[] PutBack(ReadOnlySpan<byte> body, List<PutBackPiece> pieces)
    {
        using MemoryStream source = new(body.Length);
        int copied = 0;
        foreach (PutBackPiece piece in pieces)
        {
            bool isInPlace = piece.At >= copied && piece.At + piece.ReplacementBytes <= body.Length
                && piece.Start == source.Length + (piece.At - copied) && piece.End - piece.Start == piece.Original.Length;
            if (!isInPlace)
            {
                throw new SidecarException(string.Create(
                    CultureInfo.InvariantCulture, $"The sidecar's entry at byte {piece.Start} does not fit: its place in the body or its length is wrong."));
            }

            source.Write(body[copied..(int)piece.At]);
            source.Write(piece.Original.Span);
            copied = (int)piece.At + piece.ReplacementBytes;
        }

        source.Write(body[copied..]);
        return source.ToArray();
    }
}
