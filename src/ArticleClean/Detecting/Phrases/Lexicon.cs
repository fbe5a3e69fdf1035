using System.Numerics;
using System.Runtime.CompilerServices;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Word lists with a meaning beyond the rules, merged over all packs; bits of <see cref="Lexicon.ClassesOf"/>.</summary>
[Flags]
internal enum WordClasses : ushort
{
    None = 0,
    Stop = 1,
    Reporting = 1 << 1,
    You = 1 << 2,
    Month = 1 << 3,
    Weekday = 1 << 4,
    Period = 1 << 5,
    NumberWord = 1 << 6,
    Per = 1 << 7,
    Currency = 1 << 8,
    Network = 1 << 9,
    Agency = 1 << 10,
    Payment = 1 << 11,
    /// <summary>First word of an agency's name.</summary>
    AgencyStart = 1 << 12,
    /// <summary>Small words inside names: van der, de la, bin.</summary>
    Particle = 1 << 13,
    /// <summary>An agency that stands in capitals: MAP is one, a map is none.</summary>
    Acronym = 1 << 14,
    /// <summary>Name of a section of a paper or a site: news, sport, culture.</summary>
    Section = 1 << 15,
}

/// <summary>What is known of a symbol, in one place: a text asks for all of it at each word, and the table is larger than the nearest cache.</summary>
/// <param name="Signs">Its own <see cref="SignBits"/> and those of its beginnings; none for the symbol 0.</param>
/// <param name="Beside">The same as bits of an anchor's <see cref="Anchor.Before"/>.</param>
/// <param name="FirstAnchor">The start of its templates in <see cref="RuleSet.Anchors"/>.</param>
/// <param name="Shorter">The longest beginning that is a symbol of its own and shorter, 0 for none.</param>
/// <param name="StopOf">A bit for each language in which it is a function word.</param>
/// <param name="AnchorCount">How many templates are tried at it.</param>
/// <param name="Classes">Its classes, those of its beginnings included.</param>
internal readonly record struct SymbolFacts(ulong Signs, ulong Beside, int FirstAnchor, int Shorter, int StopOf, ushort AnchorCount, WordClasses Classes);

/// <summary>
/// The words that rules know. A symbol is a word or a beginning of words, from 1 up; 0 is every other word. Each symbol
/// knows the longest shorter beginning that it matches too.
/// </summary>
internal sealed class Lexicon
{
    public static Lexicon Empty { get; } = new(new ulong[16], new int[16], new ulong[16], new int[16], new ulong[2], new uint[PrefixLengthSlots], new SymbolFacts[2]);

    /// <summary>Places for what beginnings have in common: 4 KiB stay in the nearest cache.</summary>
    internal const int PrefixLengthSlots = 1 << 10;

    /// <summary>Beginnings have so many letters at least, but for those of one character, which are always asked for.</summary>
    internal const int PrefixStem = 2;

    /// <summary>Words whose symbols are remembered, a power of two: 64 KiB.</summary>
    private const int RecentWords = 1 << 13;

    /// <summary>A remembered word is its hash with the symbol in place of the lowest bits, which its place in the table mostly says.</summary>
    private const ulong SymbolMask = (1 << 20) - 1;

    /// <summary>Shared by all threads: an entry is read and written at once, and whoever loses one finds the same symbol again.</summary>
    private readonly ulong[] _recent = new ulong[RecentWords];

    /// <summary>For the next document: who takes them has them alone.</summary>
    private RecentWords? _spareWords;

    private readonly ulong[] _wordKeys;
    private readonly int[] _wordSymbols;
    private readonly ulong[] _prefixKeys;
    private readonly int[] _prefixSymbols;
    private readonly uint[] _prefixLengths;
    private readonly KeyFilter _wordFilter;
    private readonly int[] _asciiSymbols = new int[0x80];
    private readonly int _wordShift;
    private readonly int _prefixShift;

    /// <summary>Takes open-addressing tables (powers of two, key 0 is free) and what each symbol stands for.</summary>
    /// <param name="wordFilter">The bits of a <see cref="KeyFilter"/> over the words.</param>
    /// <param name="prefixLengths">A bit for each length of the beginnings that share a stem, by <see cref="StemSlot"/>.</param>
    public Lexicon(
        ulong[] wordKeys, int[] wordSymbols, ulong[] prefixKeys, int[] prefixSymbols, ulong[] wordFilter, uint[] prefixLengths, SymbolFacts[] symbols)
    {
        (_wordKeys, _wordSymbols, _prefixKeys, _prefixSymbols) = (wordKeys, wordSymbols, prefixKeys, prefixSymbols);
        (WordFilter, _wordFilter, _prefixLengths) = (wordFilter, new KeyFilter(wordFilter), prefixLengths);
        Symbols = symbols;
        _wordShift = 64 - BitOperations.Log2((uint)wordKeys.Length);
        _prefixShift = 64 - BitOperations.Log2((uint)prefixKeys.Length);
        for (int c = 1; c < _asciiSymbols.Length; c++)
            _asciiSymbols[c] = Symbol(Lexer.Hash([(char)c]));
    }

    /// <summary>Per symbol what is known of it.</summary>
    public SymbolFacts[] Symbols { get; }

    internal ulong[] WordKeys => _wordKeys;
    internal int[] WordSymbols => _wordSymbols;
    internal ulong[] PrefixKeys => _prefixKeys;
    internal int[] PrefixSymbols => _prefixSymbols;
    internal ulong[] WordFilter { get; }
    internal uint[] PrefixLengths => _prefixLengths;

    public WordClasses ClassesOf(int symbol) => Symbols[symbol].Classes;

    /// <summary>The symbol of a word by its hash, else that of its longest known beginning, else 0.</summary>
    /// <param name="prefixes">The hash after each of its first characters; index 0 is not used.</param>
    public int Symbol(ulong hash, ReadOnlySpan<ulong> prefixes)
    {
        // A text says the same words again and again: one look instead of one for each beginning.
        ref ulong place = ref _recent[(int)hash & (RecentWords - 1)];
        ulong recent = Volatile.Read(ref place);
        if (((recent ^ hash) & ~SymbolMask) == 0)
            return (int)(recent & SymbolMask);
        int symbol = Look(hash, prefixes);
        if ((uint)symbol <= SymbolMask)
            Volatile.Write(ref place, (hash & ~SymbolMask) | (uint)symbol);
        return symbol;
    }

    /// <summary>Words with their symbols that were read before, for one document.</summary>
    public RecentWords TakeRecentWords() => Interlocked.Exchange(ref _spareWords, null) ?? new RecentWords();

    /// <summary>Keeps them for the next document.</summary>
    public void GiveBack(RecentWords words) => _spareWords = words;

    /// <summary>The symbol of a number or a mark by its hash, 0 when no rule knows it.</summary>
    public int Symbol(ulong hash) => Find(_wordKeys, _wordSymbols, _wordShift, hash);

    /// <summary>The symbol of a mark of ASCII, 0 when no rule knows it: at every tenth token of a text stands a comma or a full stop.</summary>
    public int SymbolOfAscii(char mark) => _asciiSymbols[mark];

    /// <summary>The same as <see cref="Symbol(ulong, ReadOnlySpan{ulong})"/>, from the tables alone.</summary>
    internal int Look(ulong hash, ReadOnlySpan<ulong> prefixes)
    {
        int symbol = _wordFilter.MayHold(hash) ? Symbol(hash) : 0;
        uint lengths = prefixes.Length <= PrefixStem ? uint.MaxValue : _prefixLengths[StemSlot(prefixes[PrefixStem])];
        // Of the lengths that there are, those that the word has, longest first; bit 0 stands for length 1.
        lengths &= prefixes.Length > 32 ? uint.MaxValue : (1u << (prefixes.Length - 1)) - 1;
        for (; symbol == 0 && lengths != 0; lengths &= ~(1u << BitOperations.Log2(lengths)))
            symbol = Find(_prefixKeys, _prefixSymbols, _prefixShift, prefixes[BitOperations.Log2(lengths) + 1]);
        return symbol;
    }

    /// <summary>Whether a token's symbol is <paramref name="wanted"/> or begins with it.</summary>
    public bool Is(int symbol, int wanted)
    {
        for (; symbol != 0; symbol = Symbols[symbol].Shorter)
        {
            if (symbol == wanted)
                return true;
        }

        return false;
    }

    private static int Find(ulong[] keys, int[] symbols, int shift, ulong key)
    {
        int mask = keys.Length - 1;
        for (int slot = Slot(key, shift); ; slot = (slot + 1) & mask)
        {
            if (keys[slot] == key)
                return symbols[slot];
            if (keys[slot] == 0)
                return 0;
        }
    }

    /// <summary>The first slot of a key: its golden-ratio hash's upper bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Slot(ulong key, int shift) => (int)((key * 0x9E3779B97F4A7C15) >> shift);

    /// <summary>The place of a stem by its hash.</summary>
    internal static int StemSlot(ulong stem) => (int)((stem * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)PrefixLengthSlots)));
}
