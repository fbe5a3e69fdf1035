using System.Buffers.Binary;

namespace ArticleClean.Cli.Caching;

/// <summary>Where the entries of a cache's file stand, by their keys: the bytes of the file's index, and a table to look them up.</summary>
/// <remarks>Not thread-safe while it grows.</remarks>
internal sealed class PlaceIndex
{
    /// <summary>Key, offset, length.</summary>
    public const int EntryBytes = CacheKey.Length + sizeof(long) + sizeof(int);

    private const int FewestSlots = 1024;

    private byte[] _entries;

    /// <summary>One more than an entry's number in the slot that its key's first bytes name, or in one behind; 0 is empty.</summary>
    private int[] _slots;

    /// <summary>An empty index.</summary>
    public PlaceIndex()
    {
        _entries = [];
        _slots = new int[FewestSlots];
    }

    /// <summary>The index of a file. Bytes that cannot be one are an <see cref="InvalidDataException"/>.</summary>
    /// <param name="end">Where the file's entries end.</param>
    public PlaceIndex(byte[] entries, long end)
    {
        if (entries.Length % EntryBytes != 0)
            throw new InvalidDataException();
        _entries = entries;
        Count = entries.Length / EntryBytes;
        _slots = new int[SlotsFor(Count)];
        for (int i = 0; i < Count; i++)
        {
            long offset = PlaceOf(i, out int length);
            if (offset < 0 || length < 0 || offset + length > end)
                throw new InvalidDataException();
            Enter(i);
        }
    }

    public int Count { get; private set; }

    /// <summary>The index as a file holds it.</summary>
    public ReadOnlySpan<byte> Bytes => _entries.AsSpan(0, Count * EntryBytes);

    /// <summary>The number of a key's entry, -1 when there is none.</summary>
    public int Find(ReadOnlySpan<byte> key)
    {
        for (int slot = SlotOf(key); _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (key.SequenceEqual(KeyOf(_slots[slot] - 1)))
                return _slots[slot] - 1;
        }

        return -1;
    }

    public ReadOnlySpan<byte> KeyOf(int entry) => _entries.AsSpan(entry * EntryBytes, CacheKey.Length);

    /// <summary>Where an entry begins in the file.</summary>
    public long PlaceOf(int entry, out int length)
    {
        ReadOnlySpan<byte> place = _entries.AsSpan((entry * EntryBytes) + CacheKey.Length);
        length = BinaryPrimitives.ReadInt32LittleEndian(place[sizeof(long)..]);
        return BinaryPrimitives.ReadInt64LittleEndian(place);
    }

    /// <summary>Adds the place of a key that is not there yet.</summary>
    public void Add(ReadOnlySpan<byte> key, long offset, int length)
    {
        int at = Count * EntryBytes;
        if (at + EntryBytes > _entries.Length)
            Array.Resize(ref _entries, Math.Max(FewestSlots * EntryBytes / 2, _entries.Length * 2));
        key.CopyTo(_entries.AsSpan(at));
        BinaryPrimitives.WriteInt64LittleEndian(_entries.AsSpan(at + CacheKey.Length), offset);
        BinaryPrimitives.WriteInt32LittleEndian(_entries.AsSpan(at + CacheKey.Length + sizeof(long)), length);
        Count++;
        if (Count * 2 <= _slots.Length)
        {
            Enter(Count - 1);
            return;
        }

        _slots = new int[SlotsFor(Count)];
        for (int i = 0; i < Count; i++)
            Enter(i);
    }

    // At most half full, and half empty after it has grown.
    private static int SlotsFor(int count) => (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(FewestSlots, count * 4));

    private int SlotOf(ReadOnlySpan<byte> key) => BinaryPrimitives.ReadInt32LittleEndian(key) & (_slots.Length - 1);

    private void Enter(int entry)
    {
        int slot = SlotOf(KeyOf(entry));
        while (_slots[slot] != 0)
            slot = (slot + 1) & (_slots.Length - 1);
        _slots[slot] = entry + 1;
    }
}
