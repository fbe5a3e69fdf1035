using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArticleClean.Detecting.Phrases;

/// <summary>
/// A set of hashes as bits (Bloom, 1970): holds all that were put in, and a few others. A fraction of the table that it stands for, so that
/// it stays in a nearer cache, and what the table does not hold is mostly not looked for there.
/// </summary>
internal readonly struct KeyFilter(ulong[] bits)
{
    private readonly ulong[] _bits = bits;
    private readonly int _shift = 64 - BitOperations.Log2((uint)bits.Length);

    /// <summary>The bits of a set.</summary>
    /// <param name="keys">0 is none.</param>
    /// <param name="size">In words, a power of two greater than 1.</param>
    public static ulong[] BitsOf(ulong[] keys, int size)
    {
        KeyFilter filter = new(new ulong[size]);
        foreach (ulong key in keys)
        {
            if (key != 0)
                filter.Add(key);
        }

        return filter._bits;
    }

    /// <summary>Whether a hash may be one of the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayHold(ulong key)
    {
        ulong spread = key * 0x9E3779B97F4A7C15;
        return (_bits[(int)(spread >> _shift)] >> Bit(spread) & 1) != 0;
    }

    private void Add(ulong key)
    {
        ulong spread = key * 0x9E3779B97F4A7C15;
        _bits[(int)(spread >> _shift)] |= 1UL << Bit(spread);
    }

    /// <summary>The bits below those that say the word.</summary>
    private int Bit(ulong spread) => (int)(spread >> (_shift - 6)) & 63;
}
