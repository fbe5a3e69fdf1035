namespace ArticleClean;

/// <summary>
/// Numbers by 64-bit hashes. The framework's dictionary over such keys is compiled at each start; this one is compiled
/// ahead with the library.
/// </summary>
internal sealed class KeyTable
{
    private readonly ulong[] _keys;
    private readonly int[] _values;
    private readonly bool[] _taken;

    /// <summary>A table for so many keys at most.</summary>
    public KeyTable(int most)
    {
        int size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, most * 2));
        (_keys, _values, _taken) = (new ulong[size], new int[size], new bool[size]);
    }

    /// <summary>The number of a key, 0 at first.</summary>
    public ref int this[ulong key] => ref Find(key, out _);

    /// <summary>The number of a key, and whether the key was not there before.</summary>
    public ref int Find(ulong key, out bool isNew)
    {
        int mask = _keys.Length - 1;
        int slot = (int)((key * 0x9E3779B97F4A7C15) >> 32) & mask;
        while (_taken[slot] && _keys[slot] != key)
            slot = (slot + 1) & mask;
        isNew = !_taken[slot];
        (_keys[slot], _taken[slot]) = (key, true);
        return ref _values[slot];
    }
}
