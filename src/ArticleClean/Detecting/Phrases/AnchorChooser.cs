using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Chooses for each template the words at which it is tried: the rarest of those that every match holds.</summary>
internal sealed class AnchorChooser(SymbolTable symbols, List<List<int[]>> lists, List<List<Anchor>> anchors, FirstSigns first)
{
    /// <summary>No slot takes more words.</summary>
    private const int LongestSlot = 14;

    private readonly SymbolTable _symbols = symbols;
    private readonly List<List<int[]>> _lists = lists;
    private readonly Dictionary<string, int> _examples = [];

    /// <summary>A symbol that a match holds.</summary>
    /// <param name="Lead">How many words of the match can stand before it.</param>
    /// <param name="Before">What the word before it can be.</param>
    /// <param name="After">What the word after it can be.</param>
    /// <param name="Behind">What stands behind it, as <see cref="SignBits"/>.</param>
    public readonly record struct Place(int Symbol, int Lead, WordMask Before, WordMask After, WordMask Behind);

    /// <summary>The cheapest set of symbols one of which is in every match; null when there is none.</summary>
    public (int Cost, List<Place>? Places) Anchors(TemplateNode node)
    {
        int cost = 0;
        List<Place> places = [];
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark:
                int symbol = _symbols.Of(node);
                return (Cost(symbol, _symbols.TextOf(symbol)), [new Place(symbol, 0, WordMask.Nothing, WordMask.Nothing, WordMask.Nothing)]);
            case TemplateNode.AnyOf list:
                foreach (int[] sequence in _lists[list.List])
                {
                    int best = sequence.MinBy(s => Cost(s, _symbols.TextOf(s)));
                    cost += Cost(best, _symbols.TextOf(best));
                    int at = Array.LastIndexOf(sequence, best);
                    // The same word twice may be either of the two.
                    bool once = Array.IndexOf(sequence, best) == at;
                    places.Add(new Place(best, at, !once ? WordMask.Anything : at > 0 ? MaskOf(sequence[at - 1]) : WordMask.Nothing,
                        !once ? WordMask.Anything : at + 1 < sequence.Length ? MaskOf(sequence[at + 1]) : WordMask.Nothing,
                        !once ? new WordMask(SignBits.Always, false) : at + 1 < sequence.Length ? new WordMask(SignBits.Of(sequence[at + 1]), false) : WordMask.Nothing));
                }

                return (cost, places);
            case TemplateNode.Sequence sequence:
                (int, List<Place>?) least = (int.MaxValue, null);
                int lead = 0;
                for (int i = 0; i < sequence.Items.Count; i++)
                {
                    (int Cost, List<Place>? Places) found = Anchors(sequence.Items[i]);
                    if (found.Places is not null && found.Cost < least.Item1)
                    {
                        WordMask before = Edge(sequence.Items.Take(i).Reverse(), last: true);
                        WordMask after = Edge(sequence.Items.Skip(i + 1), last: false);
                        (ulong signs, bool isEmpty) = first.Of(new TemplateNode.Sequence([.. sequence.Items.Skip(i + 1)]));
                        WordMask behind = new(signs, isEmpty);
                        least = (found.Cost, found.Places.ConvertAll(
                            p => p with { Lead = p.Lead + lead, Before = p.Before.Then(before), After = p.After.Then(after), Behind = p.Behind.Then(behind) }));
                    }

                    lead += LongestMatch(sequence.Items[i]);
                }

                return least;
            case TemplateNode.Choice { Optional: false } choice:
                foreach (TemplateNode option in choice.Options)
                {
                    (int c, List<Place>? p) = Anchors(option);
                    if (p is null)
                        return (int.MaxValue, null);
                    cost += c;
                    places.AddRange(p);
                }

                return (cost, places);
            default:
                return (int.MaxValue, null);
        }
    }

    /// <summary>What the first word of a match of a node can be, or the last one.</summary>
    private WordMask Edge(TemplateNode node, bool last)
    {
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix:
                return MaskOf(_symbols.Of(node));
            case TemplateNode.AnyOf list:
                ulong ends = 0;
                foreach (int[] sequence in _lists[list.List])
                    ends |= MaskOf(last ? sequence[^1] : sequence[0]).Bits;
                return new WordMask(ends, false);
            case TemplateNode.Begin or TemplateNode.Finish:
                return WordMask.Nothing;
            case TemplateNode.Choice choice:
                WordMask any = new(0, choice.Optional);
                foreach (TemplateNode option in choice.Options)
                {
                    WordMask edge = Edge(option, last);
                    any = new WordMask(any.Bits | edge.Bits, any.IsOpen || edge.IsOpen);
                }

                return any;
            case TemplateNode.Sequence sequence:
                return Edge(last ? sequence.Items.Reverse() : sequence.Items, last);
            default:
                return WordMask.Anything;
        }
    }

    private WordMask Edge(IEnumerable<TemplateNode> nodes, bool last)
    {
        WordMask edge = WordMask.Nothing;
        foreach (TemplateNode node in nodes)
        {
            if (!edge.IsOpen)
                break;
            edge = edge.Then(Edge(node, last));
        }

        return edge;
    }

    /// <summary>A symbol as a mask; a mark is no word, so that what stands beside it may be anything.</summary>
    private WordMask MaskOf(int symbol) =>
        _symbols.IsMark(symbol) ? WordMask.Anything : new WordMask(1UL << Anchor.Beside(symbol), false);

    /// <summary>What a word can be, and whether that word may also be one further out.</summary>
    public readonly record struct WordMask(ulong Bits, bool IsOpen)
    {
        public static WordMask Nothing { get; } = new(0, true);

        public static WordMask Anything { get; } = new(Anchor.Anything, false);

        public WordMask Then(WordMask further) => IsOpen ? new WordMask(Bits | further.Bits, further.IsOpen) : this;

        public ulong Closed => IsOpen ? Anchor.Anything : Bits;
    }

    /// <summary>The most words that a node can take.</summary>
    private int LongestMatch(TemplateNode node) => node switch
    {
        TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark => 1,
        TemplateNode.AnyOf list => _lists[list.List].Select(s => s.Length).DefaultIfEmpty().Max(),
        TemplateNode.Slot => LongestSlot,
        TemplateNode.Gap gap => gap.Most,
        TemplateNode.Sequence sequence => sequence.Items.Sum(LongestMatch),
        TemplateNode.Choice choice => choice.Options.Max(LongestMatch),
        _ => 0,
    };

    /// <summary>The most words of a match, many where a slot is among them: a run of numbers or of a name's parts has no end.</summary>
    public int LongestSpan(TemplateNode node) => node switch
    {
        TemplateNode.Slot => Anchor.Many,
        TemplateNode.Sequence sequence => sequence.Items.Sum(LongestSpan),
        TemplateNode.Choice choice => choice.Options.Max(LongestSpan),
        _ => LongestMatch(node),
    };

    /// <summary>The fewest words of a match, marks not counted.</summary>
    public int ShortestSpan(TemplateNode node) => node switch
    {
        TemplateNode.Word or TemplateNode.Prefix => 1,
        TemplateNode.AnyOf list => _lists[list.List].Select(s => s.Count(symbol => !_symbols.IsMark(symbol))).DefaultIfEmpty().Min(),
        TemplateNode.Slot => 1,
        TemplateNode.Sequence sequence => sequence.Items.Sum(ShortestSpan),
        TemplateNode.Choice { Optional: false } choice => choice.Options.Min(ShortestSpan),
        _ => 0,
    };

    /// <summary>How common a word is likely to be: function words and single letters most; else by how often the rules' own examples hold it.</summary>
    private int Cost(int symbol, string text)
    {
        const int MarkCost = 5000;
        const int LetterCost = 2000;
        const int FunctionWordCost = 800;
        const int CrowdedTemplates = 200;
        if (Lexer.KindOf(text[0]) is Lexer.CharKind.Other or Lexer.CharKind.Currency)
            return text[0] is '©' or '→' or '®' or '™' ? 5 : MarkCost;
        if (text.Length == 1 && text[0] < 0x3000)
            return LetterCost;
        if ((_symbols.ClassesOf(symbol) & (WordClasses.Stop | WordClasses.You | WordClasses.Per)) != 0)
            return FunctionWordCost;
        // However rare, a word at which hundreds of templates are tried already is no good place for one more.
        int templates = symbol < anchors.Count ? anchors[symbol].Count : 0;
        return 10 + (10 * _examples.GetValueOrDefault(_symbols.IsPrefix(symbol) ? text + "*" : text)) + Math.Max(0, 12 - (2 * text.Length))
            + (templates > CrowdedTemplates ? templates : 0);
    }

    /// <summary>Counts the words of all examples, and the beginnings of words: examples of what must not be hit are ordinary prose.</summary>
    public void CountExamples(IReadOnlyList<RulePack> packs)
    {
        foreach (RuleExample example in packs.SelectMany(p => p.Rules).SelectMany(r => r.Examples))
        {
            TokenList tokens = Lexer.Tokenize(example.Text);
            for (int t = 0; t < tokens.Count; t++)
            {
                string word = Folding.Fold(example.Text.AsSpan(tokens[t].Start, tokens[t].Length));
                _examples[word] = _examples.GetValueOrDefault(word) + 1;
                for (int length = 2; length <= word.Length; length++)
                    _examples[word[..length] + "*"] = _examples.GetValueOrDefault(word[..length] + "*") + 1;
            }
        }
    }
}
