using System.Text.RegularExpressions;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Packs to a <see cref="RuleSet"/>.</summary>
internal sealed class RuleCompiler
{
    /// <summary>The pack whose lists every pack may use.</summary>
    public const string SharedLanguage = "shared";

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
        ["section"] = WordClasses.Section,
    };

    private readonly SymbolTable _symbols = new();
    private readonly List<CompiledRule> _rules = [];
    private readonly List<CompiledTemplate> _templates = [];
    private readonly List<List<Anchor>> _anchors = [];
    private readonly Dictionary<int, int> _listBits = [];
    private readonly List<List<int[]>> _lists = [];
    private readonly Dictionary<(string Pack, string Name), int> _listIds = [];
    private readonly List<CompiledPattern> _patterns = [];
    private readonly Dictionary<string, string> _agencyNames = [];
    private readonly AnchorChooser _chooser;
    private readonly TemplateFilters _filters;
    private readonly FirstSigns _first;
    private readonly ProgramWriter _program;
    private RulePack _pack = null!;
    private RulePack? _shared;
    private ListSigns _listSigns = null!;
    private int _agencies;
    private string _file = "";
    private int _line;

    private RuleCompiler()
    {
        _first = new FirstSigns(_symbols, _lists, _listBits);
        _filters = new TemplateFilters(_symbols, _lists, _first);
        _chooser = new AnchorChooser(_symbols, _lists, _anchors, _first);
        _program = new ProgramWriter(_symbols, _first);
    }

    /// <summary>Compiles packs. Throws <see cref="RulePackException"/>.</summary>
    public static RuleSet Compile(IReadOnlyList<RulePack> packs) => new RuleCompiler().Run(packs);

    private RuleSet Run(IReadOnlyList<RulePack> packs)
    {
        _shared = packs.FirstOrDefault(p => p.Language == SharedLanguage);
        _listSigns = new ListSigns(packs);
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
        _listBits.Add(_agencies, ListSigns.Agencies);
        int[] named = [.. NamedLists.Names.Select(name => AddNamed(packs, name))];
        _chooser.CountExamples(packs);
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
            _program.AddSymbols(root);
            AddAnchors(template, root, rule.Traits);
            (SymbolFilter any, SymbolFilter other) = _filters.Any(root);
            TemplateStart start = _filters.Start(root);
            // Last: by now all marks of the template have a number, which makes the signs tell more.
            _templates.Add(new CompiledTemplate(_program.Add(root), index, any, other, start));
        }
    }

    private void AddAnchors(RuleTemplate template, TemplateNode root, RuleTraits traits)
    {
        (int _, List<AnchorChooser.Place>? anchors) = _chooser.Anchors(root);
        if (anchors is null)
            throw Error($"'{template.Text}' has no word that every match holds; a template needs one outside of [..], gaps and slots");
        ulong required = _filters.Required(root);
        bool begins = root is TemplateNode.Begin or TemplateNode.Sequence { Items: [TemplateNode.Begin, ..] };
        // A match that is found here need not be the one that this word promised, so that all its words may follow.
        byte longest = Anchor.Words(_chooser.LongestSpan(root));
        byte span = root is TemplateNode.Sequence { Items: [.., TemplateNode.Finish] } ? longest : Anchor.Many;
        byte most = traits.Whole && !traits.Rest && longest < Anchor.Many ? Anchor.Words(PhraseDetector.MostWordsOfWhole(longest)) : Anchor.Many;
        uint place = Anchor.PlaceOf(_templates.Count, Anchor.Words(_chooser.ShortestSpan(root)));
        foreach (IGrouping<int, AnchorChooser.Place> places in anchors.GroupBy(a => a.Symbol))
        {
            while (_anchors.Count <= places.Key)
                _anchors.Add([]);
            ulong before = places.Aggregate(0UL, (mask, p) => mask | p.Before.Closed);
            ulong after = places.Aggregate(0UL, (mask, p) => mask | p.After.Closed);
            ulong behind = places.Aggregate(0UL, (mask, p) => mask | p.Behind.Bits | (p.Behind.IsOpen ? SignBits.Always : 0));
            byte lead = Anchor.Words(places.Max(p => p.Lead));
            _anchors[places.Key].Add(new Anchor(before, after, behind, required, place, lead, begins ? lead : Anchor.Many, span, most));
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
            TemplateNode.AnyOf list = new(AddList(sequences));
            return choice.Optional ? new TemplateNode.Choice([list], true) : list;
        }

        return new TemplateNode.Choice([.. choice.Options.Select(Resolve)], choice.Optional);
    }

    private TemplateNode ResolveName(string name)
    {
        bool local = _pack.Lists.ContainsKey(name);
        RulePack? owner = local ? _pack : _shared?.Lists.ContainsKey(name) == true ? _shared : null;
        if (Slots.TryGetValue(name, out SlotKind slot))
            return new TemplateNode.Slot(slot);
        if (owner is null)
            throw Error($"'{{{name}}}' is no list of this pack or of {SharedLanguage}.rules, and no slot");
        if (name == RulePackParser.AgencyList)
            return new TemplateNode.AnyOf(_agencies);
        if (_listIds.TryGetValue((owner.Language, name), out int id))
            return new TemplateNode.AnyOf(id);
        if (TrySequences(owner.Lists[name]) is { } sequences)
        {
            id = AddList(sequences);
            _listIds.Add((owner.Language, name), id);
            if (_listSigns.Of(owner.Language, name) is >= 0 and int bit)
                _listBits.Add(id, bit);
            return new TemplateNode.AnyOf(id);
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

    private RuleSet Finish(string[] languages, int[] named)
    {
        int[] anchorStart = new int[_symbols.Count + 1];
        List<Anchor> anchors = [];
        for (int s = 0; s < _symbols.Count; s++)
        {
            anchorStart[s] = anchors.Count;
            if (s < _anchors.Count)
                anchors.AddRange(_anchors[s]);
        }

        anchorStart[_symbols.Count] = anchors.Count;
        byte[] begun = new byte[_symbols.Count];
        foreach ((int list, int bit) in _listBits)
        {
            foreach (int[] sequence in _lists[list])
                begun[sequence[0]] |= (byte)(1 << bit);
        }

        Lexicon lexicon = _symbols.ToLexicon(anchorStart, begun);
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

        ulong[] listBits = [.. Enumerable.Range(0, _lists.Count).Select(_first.OfList)];
        return new RuleSet
        {
            Lexicon = lexicon, ListBits = listBits, Rules = [.. _rules], Templates = [.. _templates], Program = _program.Program, Alternatives = _program.Alternatives,
            Anchors = [.. anchors, default], ListStart = [.. listStart], ListEntries = [.. entries], ListSymbols = [.. symbols],
            HasNamesakes = _rules.DistinctBy(rule => rule.Id).Count() < _rules.Count, Patterns = _patterns, Languages = languages, AgencyList = _agencies, Named = named,
            AgencyNames = [.. _lists[_agencies].OrderBy(s => s[0]).ThenByDescending(s => s.Length).Select(s => _agencyNames[string.Join(' ', s)])],
        };
    }

    private RulePackException Error(string problem) => new(_file, _line, problem);
}
