using System.Numerics;
using System.Text.RegularExpressions;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Packs to a <see cref="RuleSet"/>.</summary>
internal sealed class RuleCompiler
{
    /// <summary>The pack whose lists every pack may use.</summary>
    public const string SharedLanguage = "shared";

    /// <summary>No slot takes more words.</summary>
    private const int LongestSlot = 14;

    private static readonly Dictionary<string, SlotKind> Slots = new()
    {
        ["number"] = SlotKind.Number, ["price"] = SlotKind.Price, ["period"] = SlotKind.Period, ["outlet"] = SlotKind.Outlet,
        ["person"] = SlotKind.Person, ["url"] = SlotKind.Url, ["email"] = SlotKind.Email, ["handle"] = SlotKind.Handle,
        ["date"] = SlotKind.Date, ["time"] = SlotKind.Time,
    };

    private static readonly Dictionary<string, WordClasses> WellKnown = new()
    {
        ["stop"] = WordClasses.Stop, ["reporting"] = WordClasses.Reporting, ["you"] = WordClasses.You, ["month"] = WordClasses.Month,
        ["weekday"] = WordClasses.Weekday, ["period"] = WordClasses.Period, ["number-word"] = WordClasses.NumberWord, ["per"] = WordClasses.Per,
        ["currency"] = WordClasses.Currency, ["network"] = WordClasses.Network, ["agency"] = WordClasses.Agency, ["payment"] = WordClasses.Payment, ["particle"] = WordClasses.Particle,
    };

    private readonly SymbolTable _symbols = new();
    private readonly List<CompiledRule> _rules = [];
    private readonly List<CompiledTemplate> _templates = [];
    private readonly List<List<Anchor>> _anchors = [];
    private readonly List<Instruction> _program = [];
    private readonly List<List<int[]>> _lists = [];
    private readonly Dictionary<(string Pack, string Name), int> _listIds = [];
    private readonly List<CompiledPattern> _patterns = [];
    private readonly Dictionary<string, string> _agencyNames = [];
    private readonly Dictionary<string, int> _examples = [];
    private RulePack _pack = null!;
    private RulePack? _shared;
    private int _agencies;
    private string _file = "";
    private int _line;

    /// <summary>Compiles packs. Throws <see cref="RulePackException"/>.</summary>
    public static RuleSet Compile(IReadOnlyList<RulePack> packs) => new RuleCompiler().Run(packs);

    private RuleSet Run(IReadOnlyList<RulePack> packs)
    {
        _shared = packs.FirstOrDefault(p => p.Language == SharedLanguage);
        string[] languages = [.. packs.Select(p => p.Language).Where(l => l != SharedLanguage).Distinct().Order(StringComparer.Ordinal)];
        foreach (RulePack pack in packs)
        {
            _pack = pack;
            int bit = Math.Max(0, Array.IndexOf(languages, pack.Language)) & 31;
            foreach ((string name, List<TemplateNode> options) in pack.Lists)
            {
                if (!WellKnown.TryGetValue(name, out WordClasses wordClass))
                    continue;
                foreach (int[] sequence in Sequences(options, name))
                {
                    if (sequence.Length == 1)
                        _symbols.Mark(sequence[0], wordClass, wordClass == WordClasses.Stop ? 1 << bit : 0);
                    if (wordClass == WordClasses.Agency)
                        _symbols.Mark(sequence[0], WordClasses.AgencyStart, 0);
                }
            }
        }

        _agencies = AddAgencies(packs);
        int[] named = [.. NamedLists.Names.Select(name => AddNamed(packs, name))];
        CountExamples(packs);
        foreach (RulePack pack in packs)
        {
            _pack = pack;
            foreach (Rule rule in pack.Rules)
                Add(rule);
        }

        return Finish(languages, named);
    }

    /// <summary>All packs' agencies as one list, and for each sequence the agency's name.</summary>
    private int AddAgencies(IReadOnlyList<RulePack> packs)
    {
        List<int[]> sequences = [];
        foreach (RulePack pack in packs)
        {
            _pack = pack;
            if (!pack.Lists.TryGetValue(RulePackParser.AgencyList, out List<TemplateNode>? options))
                continue;
            for (int i = 0; i < options.Count; i++)
            {
                foreach (int[] sequence in Sequences([options[i]], RulePackParser.AgencyList))
                {
                    if (_agencyNames.TryAdd(string.Join(' ', sequence), pack.AgencyNames[i]))
                        sequences.Add(sequence);
                }
            }
        }

        MarkAcronyms([.. packs.SelectMany(p => p.AgencySpellings)]);
        return AddList(sequences);
    }

    private void MarkAcronyms(IReadOnlyCollection<string> spellings)
    {
        HashSet<string> others = [.. spellings.Where(s => !IsAcronym(s)).Select(s => Folding.Fold(s))];
        foreach (string acronym in spellings.Where(IsAcronym).Select(s => Folding.Fold(s)).Where(s => !others.Contains(s)))
            _symbols.Mark(_symbols.Word(acronym), WordClasses.Acronym, 0);
    }

    private static bool IsAcronym(string spelling) => spelling.Length > 1 && spelling.All(char.IsAsciiLetterUpper);

    /// <summary>All packs' lists of a name as one.</summary>
    private int AddNamed(IReadOnlyList<RulePack> packs, string name)
    {
        Dictionary<string, int[]> sequences = [];
        foreach (RulePack pack in packs)
        {
            _pack = pack;
            if (!pack.Lists.TryGetValue(name, out List<TemplateNode>? options))
                continue;
            foreach (int[] sequence in Sequences(options, name))
                sequences.TryAdd(string.Join(' ', sequence), sequence);
        }

        return AddList([.. sequences.Values]);
    }

    private void Add(Rule rule)
    {
        int index = _rules.Count;
        _rules.Add(new CompiledRule(rule.Id, rule.Traits));
        _file = rule.Source.Name;
        foreach (RuleTemplate template in rule.Templates)
        {
            _line = template.Line;
            if (template.Root is TemplateNode.Pattern pattern)
            {
                _patterns.Add(new CompiledPattern(Regex(pattern.Text), index));
                continue;
            }

            TemplateNode root = Resolve(template.Root);
            int entry = _program.Count;
            Emit(root);
            _program.Add(new Instruction(TemplateOp.Match, 0, 0));
            (int _, List<Place>? anchors) = Anchors(root);
            if (anchors is null)
                throw Error($"'{template.Text}' has no word that every match holds; a template needs one outside of [..], gaps and slots");
            foreach (IGrouping<int, Place> places in anchors.GroupBy(a => a.Symbol))
            {
                while (_anchors.Count <= places.Key)
                    _anchors.Add([]);
                _anchors[places.Key].Add(new Anchor(_templates.Count, places.Max(a => a.Lead),
                    places.Aggregate(0UL, (mask, p) => mask | p.Before.Closed), places.Aggregate(0UL, (mask, p) => mask | p.After.Closed)));
            }

            (SymbolFilter any, SymbolFilter other) = Any(root);
            _templates.Add(new CompiledTemplate(entry, index, Required(root), any, other, First(root, out _)));
        }
    }

    private Regex Regex(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw Error($"/{pattern}/ is no pattern that can be matched in linear time: {e.Message}");
        }
    }

    // Names become lists, slots or the list's alternatives themselves; the rest stays.

    private sealed record ListRef(int Id) : TemplateNode;

    private sealed record SlotRef(SlotKind Kind) : TemplateNode;

    private TemplateNode Resolve(TemplateNode node) => node switch
    {
        TemplateNode.Sequence s => new TemplateNode.Sequence([.. s.Items.Select(Resolve)]),
        TemplateNode.Choice c => ResolveChoice(c),
        TemplateNode.Name n => ResolveName(n.Text),
        _ => node,
    };

    private TemplateNode ResolveChoice(TemplateNode.Choice choice)
    {
        // A long choice of plain words is matched as a list: by a search, not one by one.
        const int FewOptions = 3;
        if (choice.Options.Count > FewOptions && TrySequences(choice.Options) is { } sequences)
        {
            ListRef list = new(AddList(sequences));
            return choice.Optional ? new TemplateNode.Choice([list], true) : list;
        }

        return new TemplateNode.Choice([.. choice.Options.Select(Resolve)], choice.Optional);
    }

    private TemplateNode ResolveName(string name)
    {
        bool local = _pack.Lists.ContainsKey(name);
        RulePack? owner = local ? _pack : _shared?.Lists.ContainsKey(name) == true ? _shared : null;
        if (Slots.TryGetValue(name, out SlotKind slot))
            return new SlotRef(slot);
        if (owner is null)
            throw Error($"'{{{name}}}' is no list of this pack or of {SharedLanguage}.rules, and no slot");
        if (name == RulePackParser.AgencyList)
            return new ListRef(_agencies);
        if (_listIds.TryGetValue((owner.Language, name), out int id))
            return new ListRef(id);
        if (TrySequences(owner.Lists[name]) is { } sequences)
        {
            id = AddList(sequences);
            _listIds.Add((owner.Language, name), id);
            return new ListRef(id);
        }

        return new TemplateNode.Choice([.. owner.Lists[name].Select(Resolve)], false);
    }

    private int AddList(List<int[]> sequences)
    {
        _lists.Add(sequences);
        return _lists.Count - 1;
    }

    /// <summary>The alternatives as plain sequences of symbols.</summary>
    private List<int[]> Sequences(IReadOnlyList<TemplateNode> options, string name) =>
        TrySequences(options) ?? throw new RulePackException(_pack.Language + ".rules", 0, $"the list '@{name}' holds words only");

    /// <summary>The same, or null where one has a slot, a gap, a mark or an anchor.</summary>
    private List<int[]>? TrySequences(IReadOnlyList<TemplateNode> options)
    {
        List<int[]> all = [];
        foreach (TemplateNode option in options)
        {
            List<List<int>>? expanded = Expand(option);
            if (expanded is null || all.Count + expanded.Count > 4096)
                return null;
            all.AddRange(expanded.Where(s => s.Count > 0).Select(s => s.ToArray()));
        }

        return all;
    }

    private List<List<int>>? Expand(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Word word:
                return [[_symbols.Word(word.Text)]];
            case TemplateNode.Prefix prefix:
                return [[_symbols.Prefix(prefix.Text)]];
            case TemplateNode.Mark mark:
                return [[_symbols.Word(mark.Character.ToString())]];
            case TemplateNode.Name name when !Slots.ContainsKey(name.Text) && name.Text != RulePackParser.AgencyList:
                List<TemplateNode>? options = _pack.Lists.GetValueOrDefault(name.Text) ?? _shared?.Lists.GetValueOrDefault(name.Text);
                return options is null ? throw Error($"'{{{name.Text}}}' is no list") : TrySequences(options)?.ConvertAll(s => s.ToList());
            case TemplateNode.Choice choice:
                List<List<int>> any = [];
                foreach (TemplateNode option in choice.Options)
                {
                    if (Expand(option) is not { } some)
                        return null;
                    any.AddRange(some);
                }

                if (choice.Optional)
                    any.Add([]);
                return any;
            case TemplateNode.Sequence sequence:
                List<List<int>> product = [[]];
                foreach (TemplateNode item in sequence.Items)
                {
                    if (Expand(item) is not { } next || product.Count * next.Count > 512)
                        return null;
                    product = [.. product.SelectMany(_ => next, (head, tail) => new List<int>([.. head, .. tail]))];
                }

                return product;
            default:
                return null;
        }
    }

    private void Emit(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Word word:
                _program.Add(new Instruction(TemplateOp.Symbol, _symbols.Word(word.Text), 0));
                break;
            case TemplateNode.Prefix prefix:
                _program.Add(new Instruction(TemplateOp.Symbol, _symbols.Prefix(prefix.Text), 0));
                break;
            case TemplateNode.Mark mark:
                _program.Add(new Instruction(TemplateOp.Mark, mark.Character, 0));
                break;
            case ListRef list:
                _program.Add(new Instruction(TemplateOp.List, list.Id, 0));
                break;
            case SlotRef slot:
                _program.Add(new Instruction(TemplateOp.Slot, (int)slot.Kind, 0));
                break;
            case TemplateNode.Gap gap:
                _program.Add(new Instruction(TemplateOp.Gap, gap.Most, 0));
                break;
            case TemplateNode.Begin:
                _program.Add(new Instruction(TemplateOp.Begin, 0, 0));
                break;
            case TemplateNode.Finish:
                _program.Add(new Instruction(TemplateOp.Finish, 0, 0));
                break;
            case TemplateNode.Sequence sequence:
                foreach (TemplateNode item in sequence.Items)
                    Emit(item);
                break;
            case TemplateNode.Choice choice:
                EmitChoice(choice);
                break;
            default:
                throw Error("a pattern stands alone in its template");
        }
    }

    private void EmitChoice(TemplateNode.Choice choice)
    {
        List<int> jumps = [];
        for (int i = 0; i < choice.Options.Count; i++)
        {
            bool last = i == choice.Options.Count - 1 && !choice.Optional;
            int split = _program.Count;
            if (!last)
                _program.Add(default);
            Emit(choice.Options[i]);
            if (last)
                break;
            jumps.Add(_program.Count);
            _program.Add(default);
            _program[split] = new Instruction(TemplateOp.Split, split + 1, _program.Count);
        }

        foreach (int jump in jumps)
            _program[jump] = new Instruction(TemplateOp.Jump, _program.Count, 0);
    }

    /// <summary>A symbol that a match holds.</summary>
    /// <param name="Lead">How many words of the match can stand before it.</param>
    /// <param name="Before">What the word before it can be.</param>
    /// <param name="After">What the word after it can be.</param>
    private readonly record struct Place(int Symbol, int Lead, WordMask Before, WordMask After);

    /// <summary>The cheapest set of symbols one of which is in every match; null when there is none.</summary>
    private (int Cost, List<Place>? Places) Anchors(TemplateNode node)
    {
        int cost = 0;
        List<Place> places = [];
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark:
                int symbol = SymbolOf(node);
                return (Cost(symbol, _symbols.TextOf(symbol)), [new Place(symbol, 0, WordMask.Nothing, WordMask.Nothing)]);
            case ListRef list:
                foreach (int[] sequence in _lists[list.Id])
                {
                    int best = sequence.MinBy(s => Cost(s, _symbols.TextOf(s)));
                    cost += Cost(best, _symbols.TextOf(best));
                    int at = Array.LastIndexOf(sequence, best);
                    // The same word twice may be either of the two.
                    bool once = Array.IndexOf(sequence, best) == at;
                    places.Add(new Place(best, at, !once ? WordMask.Anything : at > 0 ? MaskOf(sequence[at - 1]) : WordMask.Nothing,
                        !once ? WordMask.Anything : at + 1 < sequence.Length ? MaskOf(sequence[at + 1]) : WordMask.Nothing));
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
                        least = (found.Cost, found.Places.ConvertAll(
                            p => p with { Lead = p.Lead + lead, Before = p.Before.Then(before), After = p.After.Then(after) }));
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
                return MaskOf(SymbolOf(node));
            case ListRef list:
                ulong ends = 0;
                foreach (int[] sequence in _lists[list.Id])
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
        Lexer.KindOf(_symbols.TextOf(symbol)[0]) is Lexer.CharKind.Letter or Lexer.CharKind.Digit or Lexer.CharKind.Unspaced
            ? new WordMask(Anchor.Bit(symbol), false) : WordMask.Anything;

    /// <summary>What a word can be, and whether that word may also be one further out.</summary>
    private readonly record struct WordMask(ulong Bits, bool IsOpen)
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
        ListRef list => _lists[list.Id].Max(s => s.Length),
        SlotRef => LongestSlot,
        TemplateNode.Gap gap => gap.Most,
        TemplateNode.Sequence sequence => sequence.Items.Sum(LongestMatch),
        TemplateNode.Choice choice => choice.Options.Max(LongestMatch),
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
        int templates = symbol < _anchors.Count ? _anchors[symbol].Count : 0;
        return 10 + (10 * _examples.GetValueOrDefault(_symbols.IsPrefix(symbol) ? text + "*" : text)) + Math.Max(0, 12 - (2 * text.Length))
            + (templates > CrowdedTemplates ? templates : 0);
    }

    /// <summary>Counts the words of all examples, and the beginnings of words: examples of what must not be hit are ordinary prose.</summary>
    private void CountExamples(IReadOnlyList<RulePack> packs)
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

    private SymbolFilter Required(TemplateNode node)
    {
        SymbolFilter required = default;
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark:
                required = required.With(SymbolOf(node));
                break;
            case TemplateNode.Sequence sequence:
                foreach (TemplateNode item in sequence.Items)
                    required = required.With(Required(item));
                break;
            case TemplateNode.Choice { Optional: false, Options: [var only] }:
                required = Required(only);
                break;
        }

        return required;
    }

    private int SymbolOf(TemplateNode node) => node switch
    {
        TemplateNode.Word word => _symbols.Word(word.Text),
        TemplateNode.Prefix prefix => _symbols.Prefix(prefix.Text),
        TemplateNode.Mark mark => _symbols.Word(mark.Character.ToString()),
        _ => 0,
    };

    /// <summary>The two smallest sets of words one of which every match holds, of those that are lists; all words where there is none.</summary>
    private (SymbolFilter Any, SymbolFilter Other) Any(TemplateNode node)
    {
        SymbolFilter smallest = SymbolFilter.All;
        SymbolFilter second = SymbolFilter.All;
        foreach (TemplateNode item in node is TemplateNode.Sequence sequence ? sequence.Items : [node])
        {
            SymbolFilter bits = item switch
            {
                ListRef list => FirstOfList(list.Id),
                TemplateNode.Choice { Optional: false } => First(item, out bool empty) is var first && !empty ? first : SymbolFilter.All,
                _ => SymbolFilter.All,
            };
            if (bits.Count < smallest.Count)
                (smallest, second) = (bits, smallest);
            else if (bits.Count < second.Count)
                second = bits;
        }

        return (smallest, second);
    }

    private SymbolFilter FirstOfList(int list)
    {
        SymbolFilter bits = default;
        foreach (int[] sequence in _lists[list])
            bits = bits.With(sequence[0]);
        return bits;
    }

    /// <summary>The words that a match of a node can begin with; <paramref name="empty"/> when it can match nothing.</summary>
    private SymbolFilter First(TemplateNode node, out bool empty)
    {
        empty = false;
        SymbolFilter bits = default;
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark:
                bits = bits.With(SymbolOf(node));
                return bits;
            case ListRef list:
                return FirstOfList(list.Id);
            case TemplateNode.Begin or TemplateNode.Finish:
                empty = true;
                return bits;
            case TemplateNode.Choice choice:
                empty = choice.Optional;
                foreach (TemplateNode option in choice.Options)
                {
                    bits = bits.With(First(option, out bool none));
                    empty |= none;
                }

                return bits;
            case TemplateNode.Sequence sequence:
                foreach (TemplateNode item in sequence.Items)
                {
                    bits = bits.With(First(item, out empty));
                    if (!empty)
                        return bits;
                }

                empty = true;
                return bits;
            default:
                empty = node is TemplateNode.Gap;
                return SymbolFilter.All;
        }
    }

    private RuleSet Finish(string[] languages, int[] named)
    {
        Lexicon lexicon = _symbols.ToLexicon();
        int[] anchorStart = new int[_symbols.Count + 1];
        List<Anchor> anchors = [];
        for (int s = 0; s < _symbols.Count; s++)
        {
            anchorStart[s] = anchors.Count;
            if (s < _anchors.Count)
                anchors.AddRange(_anchors[s]);
        }

        anchorStart[_symbols.Count] = anchors.Count;
        List<int> listStart = [0];
        List<ListEntry> entries = [];
        List<int> symbols = [];
        foreach (List<int[]> list in _lists)
        {
            foreach (int[] sequence in list.OrderBy(s => s[0]).ThenByDescending(s => s.Length))
            {
                entries.Add(new ListEntry(sequence[0], symbols.Count, sequence.Length));
                symbols.AddRange(sequence);
            }

            listStart.Add(entries.Count);
        }

        ulong[] listBits = [.. _lists.Select(list => list.Aggregate(0UL, (bits, sequence) => bits | Anchor.Bit(sequence[0])))];
        return new RuleSet
        {
            Lexicon = lexicon, ListBits = listBits, Rules = [.. _rules], Templates = [.. _templates], Program = [.. _program], AnchorStart = anchorStart,
            Anchors = [.. anchors], ListStart = [.. listStart], ListEntries = [.. entries], ListSymbols = [.. symbols],
            Patterns = _patterns, Languages = languages, AgencyList = _agencies, Named = named,
            AgencyNames = [.. _lists[_agencies].OrderBy(s => s[0]).ThenByDescending(s => s.Length).Select(s => _agencyNames[string.Join(' ', s)])],
        };
    }

    private RulePackException Error(string problem) => new(_file, _line, problem);

    /// <summary>Words and beginnings with their numbers.</summary>
    private sealed class SymbolTable
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

        public Lexicon ToLexicon()
        {
            int[] shorter = new int[Count];
            int[] classes = [.. _classes];
            int[] stopOf = [.. _stopOf];
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
            }

            (ulong[] wordKeys, int[] wordSymbols) = Table(false);
            (ulong[] prefixKeys, int[] prefixSymbols) = Table(true);
            return new Lexicon(wordKeys, wordSymbols, prefixKeys, prefixSymbols, shorter, classes, stopOf);
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
}
