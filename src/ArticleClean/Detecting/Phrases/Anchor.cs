namespace ArticleClean.Detecting.Phrases;

/// <summary>A template that is tried where a symbol stands, with what can be told before the template itself is looked at.</summary>
/// <param name="Before">What the word before it can be, as bits of symbols' hashes.</param>
/// <param name="After">The same of the word after it.</param>
/// <param name="Required">The words that every match of the template holds, as bits.</param>
/// <param name="Needs">The shapes that every segment with a match holds.</param>
/// <param name="Lead">How many words of a match can stand before that symbol, up to <see cref="Many"/>.</param>
/// <param name="MostBefore">How many words of the segment can stand before it: some only where a match begins with its segment.</param>
/// <param name="MostAfter">The same of the words behind it, where a match ends with its segment.</param>
internal readonly record struct Anchor(ulong Before, ulong After, ulong Required, int Template, byte Needs, byte Lead, byte MostBefore, byte MostAfter)
{
    /// <summary>As many as there are.</summary>
    public const byte Many = byte.MaxValue;

    /// <summary>The bit that every word has, and no word as well.</summary>
    public const ulong Anything = 1UL << 63;

    /// <summary>One of the other bits.</summary>
    public static ulong Bit(int symbol) => 1UL << (int)((((uint)symbol * 0x9E3779B1) >> 16) % 63);

    /// <summary>A number of words, or <see cref="Many"/>.</summary>
    public static byte Words(int words) => (byte)Math.Min(words, Many);

    /// <summary>Whether a match can stand here, by the bits of the words beside the symbol.</summary>
    public bool CanStand(ulong before, ulong after) => (Before & before) != 0 & (After & after) != 0;

    /// <summary>Whether a match can stand in a segment that holds these words and shapes.</summary>
    public bool CanStandIn(ulong present, TokenShapes shapes) => ((Required & ~present) | (Needs & ~(ulong)shapes)) == 0;

    /// <summary>Whether a match can reach the ends of its segment, where it has to; both numbers at most <see cref="Many"/>.</summary>
    public bool CanReach(int wordsBefore, int wordsAfter) => wordsBefore <= MostBefore & wordsAfter <= MostAfter;
}
