namespace ArticleClean.Detecting.Phrases;

/// <summary>A template that is tried where a symbol stands, with what can be told before the template itself is looked at.</summary>
/// <param name="Before">What the word before it can be, as bits of symbols' hashes (<see cref="Beside"/>).</param>
/// <param name="After">The same of the word after it.</param>
/// <param name="Behind">What stands behind it in a match, as <see cref="SignBits"/>.</param>
/// <param name="Required">Words and shapes that every segment with a match holds.</param>
/// <param name="Place">The template, and the fewest words of a match: see <see cref="Template"/> and <see cref="LeastWords"/>.</param>
/// <param name="Lead">How many words of a match can stand before that symbol, up to <see cref="Many"/>.</param>
/// <param name="MostBefore">How many words of the segment can stand before it: some only where a match begins with its segment.</param>
/// <param name="MostAfter">The same of the words behind it, where a match ends with its segment.</param>
/// <param name="MostWords">How many words the segment can have, where a match has to be most of it.</param>
internal readonly record struct Anchor(ulong Before, ulong After, ulong Behind, ulong Required, uint Place, byte Lead, byte MostBefore, byte MostAfter, byte MostWords)
{
    /// <summary>As many as there are.</summary>
    public const byte Many = byte.MaxValue;

    /// <summary>The bit that every word has, and no word as well.</summary>
    public const ulong Anything = 1UL << 63;

    /// <summary>The place of a symbol among the other bits.</summary>
    public static byte Beside(int symbol) => (byte)((((uint)symbol * 0x9E3779B1) >> 16) % 63);

    private const int TemplateBits = 24;

    /// <summary>Both numbers of <see cref="Place"/> in one, so that anchors are small.</summary>
    public static uint PlaceOf(int template, byte leastWords) => (uint)template | ((uint)leastWords << TemplateBits);

    /// <summary>A number of words, or <see cref="Many"/>.</summary>
    public static byte Words(int words) => (byte)Math.Min(words, Many);

    /// <summary>Index into <see cref="RuleSet.Templates"/>.</summary>
    public int Template => (int)(Place & ((1u << TemplateBits) - 1));

    /// <summary>The fewest words of a match, marks not counted.</summary>
    public int LeastWords => (int)(Place >> TemplateBits);

    /// <summary>Whether a match can stand here, by the bits of the words beside the symbol.</summary>
    public bool CanStand(ulong before, ulong after) => (Before & before) != 0 & (After & after) != 0;

    /// <summary>Whether a match can stand in a segment that holds these words and shapes.</summary>
    public bool CanStandIn(ulong present) => (Required & ~present) == 0;

    /// <summary>Whether a match can reach the ends of its segment, where it has to; both numbers at most <see cref="Many"/>.</summary>
    public bool CanReach(int wordsBefore, int wordsAfter) => wordsBefore <= MostBefore & wordsAfter <= MostAfter;

    /// <summary>Whether a match can have enough words and be enough of a segment of so many words, at most <see cref="Many"/>.</summary>
    public bool CanFill(int words) => words >= LeastWords & words <= MostWords;
}
