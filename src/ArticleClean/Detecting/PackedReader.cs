namespace ArticleClean.Detecting;

/// <summary>Reads arrays that were packed one after the other, each as its count and its bytes as the machine holds them.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Items of the array that comes next.</summary>
    public readonly int Count => BitConverter.ToInt32(_rest);

    // A method for each kind of item: a generic one would be compiled at each start for each of them.

    public unsafe byte[] TakeBytes()
    {
        byte[] items = new byte[Count];
        fixed (byte* first = items)
            Fill(first, items.Length * sizeof(byte));
        return items;
    }

    public unsafe int[] TakeInts()
    {
        int[] items = new int[Count];
        fixed (int* first = items)
            Fill(first, items.Length * sizeof(int));
        return items;
    }

    public unsafe uint[] TakeUInts()
    {
        uint[] items = new uint[Count];
        fixed (uint* first = items)
            Fill(first, items.Length * sizeof(uint));
        return items;
    }

    public unsafe ulong[] TakeULongs()
    {
        ulong[] items = new ulong[Count];
        fixed (ulong* first = items)
            Fill(first, items.Length * sizeof(ulong));
        return items;
    }

    public unsafe short[] TakeShorts()
    {
        short[] items = new short[Count];
        fixed (short* first = items)
            Fill(first, items.Length * sizeof(short));
        return items;
    }

    public unsafe ushort[] TakeUShorts()
    {
        ushort[] items = new ushort[Count];
        fixed (ushort* first = items)
            Fill(first, items.Length * sizeof(ushort));
        return items;
    }

    /// <summary>Takes the array that comes next into memory that holds as many bytes.</summary>
    public unsafe void Fill(void* items, int length)
    {
        _rest.Slice(sizeof(int), length).CopyTo(new Span<byte>(items, length));
        _rest = _rest[(sizeof(int) + length)..];
    }
}
