using System.Text;

namespace ArticleClean.Cli.Caching;

/// <summary>Reads numbers and strings as a <see cref="BinaryWriter"/> writes them, without a stream. Bytes that end too soon are an <see cref="EndOfStreamException"/>.</summary>
internal ref struct EntryReader(ReadOnlySpan<byte> bytes)
{
    private const int BitsAByte = 7;
    private const int MostBits = 63;

    private ReadOnlySpan<byte> _rest = bytes;

    public byte Byte() => Take(1)[0];

    /// <summary>A 7-bit encoded number.</summary>
    public long Number()
    {
        long number = 0;
        for (int shift = 0; shift <= MostBits; shift += BitsAByte)
        {
            byte part = Byte();
            number |= (long)(part & 0x7F) << shift;
            if (part < 0x80)
                return number;
        }

        throw new FormatException();
    }

    public int Count() => Number() is >= 0 and <= int.MaxValue and var count ? (int)count : throw new FormatException();

    public string Text() => Encoding.UTF8.GetString(Take(Count()));

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > _rest.Length)
            throw new EndOfStreamException();
        ReadOnlySpan<byte> taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
