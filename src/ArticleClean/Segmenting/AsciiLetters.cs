using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArticleClean.Segmenting;

/// <summary>A run of ASCII letters, read sixteen characters at once.</summary>
/// <param name="Head">Its first eight letters, small, a byte each; the first is the lowest.</param>
/// <param name="Tail">The others.</param>
/// <param name="Length">At most <see cref="RecentWords.MostLetters"/>.</param>
/// <param name="Title">1 where the first one is a capital, else 0: no branch can foresee it.</param>
/// <param name="Caps">1 where all of two or more are, else 0.</param>
internal readonly record struct AsciiLetters(ulong Head, ulong Tail, int Length, int Title, int Caps)
{
    private const int Letters = 'z' - 'a' + 1;

    /// <summary>What makes a capital small.</summary>
    private const byte SmallBit = 0x20;

    /// <summary>Reads the letters from a place on; false where there are none, too many, or where the text is nearly at its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<char> text, int start, out AsciiLetters letters)
    {
        letters = default;
        if (start > text.Length - Vector128<byte>.Count)
            return false;
        ref ushort first = ref Unsafe.As<char, ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(text), start));
        // What is no byte becomes one that is no letter.
        Vector128<byte> bytes = Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref first, (nuint)Vector128<ushort>.Count));
        Vector128<byte> small = bytes | Vector128.Create(SmallBit);
        uint others = ~Vector128.LessThan(small - Vector128.Create((byte)'a'), Vector128.Create((byte)Letters)).ExtractMostSignificantBits();
        int length = BitOperations.TrailingZeroCount(others);
        if (length is 0 or > RecentWords.MostLetters)
            return false;
        uint capitals = ~(bytes << 2).ExtractMostSignificantBits() & ((1u << length) - 1);
        ulong head = small.AsUInt64().ToScalar() & (ulong.MaxValue >> (64 - (8 * Math.Min(length, 8))));
        ulong tail = small.AsUInt64().GetElement(1) & ((1UL << (8 * Math.Max(length - 8, 0))) - 1);
        letters = new AsciiLetters(head, tail, length, (int)(capitals & 1), capitals > 1 & capitals + 1 == 1u << length ? 1 : 0);
        return true;
    }
}
