using System.Text;

namespace ArticleClean.Reading;

/// <summary>What bytes hold when they are taken for UTF-8: well-formed sequences of two bytes or more, and bytes that belong to none.</summary>
internal readonly record struct Utf8Census(int Sequences, int BadBytes)
{
    /// <summary>Whether the bytes are UTF-8 with a few bad bytes in it rather than another encoding.</summary>
    public bool IsMostlyUtf8 => Sequences > BadBytes;

    public static Utf8Census Of(ReadOnlySpan<byte> bytes)
    {
        int sequences = 0, bad = 0;
        while (true)
        {
            int ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0)
                return new Utf8Census(sequences, bad);
            bytes = bytes[ascii..];
            bool isWellFormed = Rune.DecodeFromUtf8(bytes, out _, out int consumed) == System.Buffers.OperationStatus.Done;
            if (isWellFormed)
                sequences++;
            else
                bad += consumed;
            bytes = bytes[consumed..];
        }
    }
}
