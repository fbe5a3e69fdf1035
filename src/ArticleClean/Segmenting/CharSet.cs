using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArticleClean.Segmenting;

/// <summary>
/// A set of UTF-16 units as a bit each. The framework's search values are compiled at each start, for the machine's
/// vectors; for marks that stand at every few words a loop is no slower.
/// </summary>
internal sealed class CharSet
{
    private readonly ulong[] _bits = new ulong[(char.MaxValue + 1) / 64];

    public CharSet(string characters)
    {
        foreach (char c in characters)
            _bits[c >> 6] |= 1UL << (c & 63);
    }

    public bool Contains(char c) => (_bits[c >> 6] >> (c & 63) & 1) != 0;

    /// <summary>The first place where one of the set stands, -1 when there is none; for sets without small letters of ASCII and the blank, which are passed over together.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        ulong[] bits = _bits;
        ref ushort first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        int at = 0;
        for (; at <= text.Length - Vector128<byte>.Count; at += Vector128<byte>.Count)
        {
            // What is no byte becomes one that is neither.
            Vector128<byte> some = Vector128.NarrowWithSaturation(
                Vector128.LoadUnsafe(ref first, (nuint)at), Vector128.LoadUnsafe(ref first, (nuint)(at + Vector128<ushort>.Count)));
            Vector128<byte> plain = Vector128.LessThan(some - Vector128.Create((byte)'a'), Vector128.Create((byte)('z' - 'a' + 1)))
                | Vector128.Equals(some, Vector128.Create((byte)' '));
            for (uint others = ~plain.ExtractMostSignificantBits() & AllOfVector; others != 0; others &= others - 1)
            {
                int place = at + BitOperations.TrailingZeroCount(others);
                char c = text[place];
                if ((bits[c >> 6] >> (c & 63) & 1) != 0)
                    return place;
            }
        }

        for (; at < text.Length; at++)
        {
            char c = text[at];
            if ((bits[c >> 6] >> (c & 63) & 1) != 0)
                return at;
        }

        return -1;
    }

    /// <summary>A bit for each character of a vector.</summary>
    private const uint AllOfVector = (1u << 16) - 1;
}
