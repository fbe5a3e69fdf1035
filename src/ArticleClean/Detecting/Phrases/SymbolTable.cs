using System.Numerics;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Words and beginnings with their numbers.</summary>
internal sealed class SymbolTable
{
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<(string Text, bool IsPrefix)> _items = [("", false)];
    private readonly List<int> _classes = [0];
    private readonly List<int> _stopOf = [0];

    public int Count => _items.Count;

    public int Word(string text) => Id(text, false);

    public int Prefix(string text) => Id(text, true);

    public bool IsPrefix(int symbol) => _items[symbol].IsPrefix;

    public string TextOf(int symbol) => _items[symbol].Text;

    public WordClasses ClassesOf(int symbol) => (WordClasses)_classes[symbol];

    /// <summary>Whether a symbol is no word: a mark may stand between words without a rule saying so.</summary>
    public bool IsMark(int symbol) =>
        Lexer.KindOf(TextOf(symbol)[0]) is not (Lexer.CharKind.Letter or Lexer.CharKind.Digit or Lexer.CharKind.Unspaced);

    /// <summary>The symbol of a word, a beginning or a mark of a template; 0 for anything else.</summary>
    public int Of(TemplateNode node) => node switch
    {
        TemplateNode.Word word => Word(word.Text),
        TemplateNode.Prefix prefix => Prefix(prefix.Text),
        TemplateNode.Mark mark => Word(mark.Character.ToString()),
        _ => 0,
    };

    /// <summary>The same, but 0 also for what no template has asked for yet.</summary>
    public int Known(TemplateNode node) => node switch
    {
        TemplateNode.Word word => _ids.GetValueOrDefault(word.Text),
        TemplateNode.Prefix prefix => _ids.GetValueOrDefault(prefix.Text + "*"),
        TemplateNode.Mark mark => _ids.GetValueOrDefault(mark.Character.ToString()),
        _ => 0,
    };

    public void Mark(int symbol, WordClasses wordClass, int stopBit)
    {
        _classes[symbol] |= (int)wordClass;
        _stopOf[symbol] |= stopBit;
    }

    private int Id(string text, bool prefix)
    {
        string key = prefix ? text + "*" : text;
        if (!_ids.TryGetValue(key, out int id))
        {
            id = _items.Count;
            _ids.Add(key, id);
            _items.Add((text, prefix));
            _classes.Add(0);
            _stopOf.Add(0);
        }

        return id;
    }

    /// <summary>The table as the lexer asks it.</summary>
    /// <param name="anchorStart">Per symbol the start of its templates; one more ends the last. No symbol has more than 65,535.</param>
    /// <param name="lists">Per symbol the long lists that it begins an entry of.</param>
    public Lexicon ToLexicon(int[] anchorStart, byte[] lists)
    {
        int[] shorter = new int[Count];
        int[] classes = [.. _classes];
        int[] stopOf = [.. _stopOf];
        ulong[] signs = new ulong[Count];
        ulong[] beside = new ulong[Count];
        // Short ones first, so that what a beginning inherits is complete when a longer one asks for it.
        foreach (int symbol in Enumerable.Range(1, Count - 1).OrderBy(s => _items[s].Text.Length).ThenBy(s => !_items[s].IsPrefix))
        {
            (string text, bool isPrefix) = _items[symbol];
            for (int length = isPrefix ? text.Length - 1 : text.Length; length >= 1; length--)
            {
                if (_ids.TryGetValue(text[..length] + "*", out int beginning))
                {
                    shorter[symbol] = beginning;
                    classes[symbol] |= classes[beginning];
                    stopOf[symbol] |= stopOf[beginning];
                    break;
                }
            }

            signs[symbol] = SignBits.Of(symbol) | SignBits.OfLists(lists[symbol]) | (ulong)SlotShapes.Of((WordClasses)classes[symbol]) | signs[shorter[symbol]];
            beside[symbol] = (1UL << Anchor.Beside(symbol)) | beside[shorter[symbol]];
        }

        (ulong[] wordKeys, int[] wordSymbols) = Table(false);
        (ulong[] prefixKeys, int[] prefixSymbols) = Table(true);
        SymbolFacts[] facts = new SymbolFacts[Count];
        for (int s = 0; s < facts.Length; s++)
        {
            ushort anchors = checked((ushort)(anchorStart[s + 1] - anchorStart[s]));
            facts[s] = new SymbolFacts(signs[s], beside[s], anchorStart[s], shorter[s], stopOf[s], anchors, (WordClasses)classes[s]);
        }

        // About ten bits for each word: of ten that no rule knows, nine are not looked for.
        ulong[] wordFilter = KeyFilter.BitsOf(wordKeys, Math.Max(2, wordKeys.Length / 16));
        return new Lexicon(wordKeys, wordSymbols, prefixKeys, prefixSymbols, wordFilter, PrefixLengths(), facts);
    }

    /// <summary>The lengths of the beginnings, by their stems; one of a single character shares a place with all.</summary>
    private uint[] PrefixLengths()
    {
        const int MostLetters = 32;
        uint[] lengths = new uint[Lexicon.PrefixLengthSlots];
        foreach ((string text, bool isPrefix) in _items)
        {
            if (!isPrefix || text.Length > MostLetters)
                continue;
            if (text.Length >= Lexicon.PrefixStem)
                lengths[Lexicon.StemSlot(Lexer.Hash(text.AsSpan(0, Lexicon.PrefixStem)))] |= 1u << (text.Length - 1);
            else
                lengths = Array.ConvertAll(lengths, l => l | 1u << (text.Length - 1));
        }

        return lengths;
    }

    private (ulong[] Keys, int[] Symbols) Table(bool prefixes)
    {
        int count = _items.Count(i => i.IsPrefix == prefixes);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2));
        ulong[] keys = new ulong[size];
        int[] symbols = new int[size];
        int shift = 64 - BitOperations.Log2((uint)size);
        for (int symbol = 1; symbol < Count; symbol++)
        {
            if (_items[symbol].IsPrefix != prefixes)
                continue;
            ulong key = Lexer.Hash(_items[symbol].Text);
            int slot = Lexicon.Slot(key, shift);
            while (keys[slot] != 0)
                slot = (slot + 1) & (size - 1);
            (keys[slot], symbols[slot]) = (key, symbol);
        }

        return (keys, symbols);
    }
}
