namespace ArticleClean.Detecting.Phrases;

/// <summary>
/// What is known of a token, of the tokens that a part of a template can begin with, or of a whole segment, as 64 bits: the shapes
/// (<see cref="TokenShapes"/>), where it stands, a bit for each of the longest lists, and one for each symbol, which some share. What shares no bit with what a
/// template asks for cannot match it, so that one comparison stands for most tries.
/// </summary>
internal static class SignBits
{
    /// <summary>Nothing but marks stands before it in its segment.</summary>
    public const ulong Begin = 1UL << 8;

    /// <summary>No word of the segment stands here or behind it.</summary>
    public const ulong End = 1UL << 9;

    /// <summary>Every token has it, and the place where there is none.</summary>
    public const ulong Always = 1UL << 10;

    /// <summary>How many lists have a bit.</summary>
    public const int Lists = 8;

    private const int FirstListBit = 11;

    private const int FirstSymbolBit = FirstListBit + Lists;

    private const int SymbolBits = 64 - FirstSymbolBit;

    /// <summary>A symbol's bit.</summary>
    public static ulong Of(int symbol) => 1UL << (FirstSymbolBit + (int)((((uint)symbol * 0x9E3779B1) >> 16) % SymbolBits));

    /// <summary>The bits of the lists that a symbol begins an entry of.</summary>
    /// <param name="lists">A bit for each.</param>
    public static ulong OfLists(byte lists) => (ulong)lists << FirstListBit;
}
