using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>A rule as the engine uses it.</summary>
internal sealed record CompiledRule(string Id, RuleTraits Traits);

/// <summary>A template that is a regular expression, with its rule.</summary>
internal sealed record CompiledPattern(System.Text.RegularExpressions.Regex Pattern, int Rule);

/// <summary>What an instruction of a template asks of the next token.</summary>
internal enum TemplateOp
{
    Match,
    /// <summary>The symbol <c>A</c>, a word or a beginning.</summary>
    Symbol,
    /// <summary>One of the sequences of list <c>A</c>.</summary>
    List,
    /// <summary>The slot <c>A</c> (<see cref="SlotKind"/>).</summary>
    Slot,
    /// <summary>Up to <c>A</c> tokens; <c>B</c> is the <see cref="Alternative"/> that follows.</summary>
    Gap,
    /// <summary>The first of <c>B</c> alternatives from <see cref="Alternative"/> <c>A</c> on that leads to a match.</summary>
    Choice,
    /// <summary>Go on at <c>A</c>.</summary>
    Jump,
    Begin,
    Finish,
    /// <summary>The mark with code <c>A</c>.</summary>
    Mark,
}

/// <summary>Shapes that a template names in braces.</summary>
internal enum SlotKind : byte
{
    Number,
    Price,
    Period,
    Outlet,
    Person,
    Url,
    Email,
    Handle,
    Date,
    Time,
}

internal readonly record struct Instruction(TemplateOp Op, int A, int B);

/// <summary>A way to go on: where, and what the next token has to show of (<see cref="SignBits"/>) lest it is taken in vain.</summary>
internal readonly record struct Alternative(ulong Signs, int Entry);

/// <summary>Which tokens a template is tried at.</summary>
[Flags]
internal enum StartPlaces : ulong
{
    Anywhere = 0,
    /// <summary>At one of its words, marks among them.</summary>
    AtWords = 1,
    /// <summary>At the first word of the segment, or a mark before it.</summary>
    WithSegment = 2,
}

/// <summary>Where the matches of a template can begin.</summary>
/// <param name="Signs">What the first token has one of, as <see cref="SignBits"/>.</param>
/// <param name="Words">The words, where the places are words.</param>
internal readonly record struct TemplateStart(ulong Signs, SymbolFilter Words, StartPlaces Places);

/// <summary>A template: where its program begins, its rule, and filters over symbols.</summary>
/// <param name="Any">Words one of which every match holds.</param>
/// <param name="Other">The same of another place in the template.</param>
internal readonly record struct CompiledTemplate(int Entry, int Rule, SymbolFilter Any, SymbolFilter Other, TemplateStart Start)
{
    /// <summary>Whether a segment with these words can hold a match.</summary>
    public bool CanMatch(in SymbolFilter present) => Any.Meets(present) && Other.Meets(present);
}

/// <summary>
/// All packs as one structure. A template is tried only in a segment that holds one of its anchors, its rarest
/// words, and all words it cannot do without; so the cost of a segment depends on its words, not on the number of rules.
/// </summary>
internal sealed class RuleSet
{
    public required Lexicon Lexicon { get; init; }
    public required CompiledRule[] Rules { get; init; }

    /// <summary>Whether two rules have the same id, which then count as one.</summary>
    public bool HasNamesakes { get; init; }

    public required CompiledTemplate[] Templates { get; init; }
    public required Instruction[] Program { get; init; }
    public required Alternative[] Alternatives { get; init; }

    /// <summary>The templates of each symbol one after the other, from its <see cref="SymbolFacts.FirstAnchor"/> on; one more at the end, which a symbol without templates may point at.</summary>
    public required Anchor[] Anchors { get; init; }

    /// <summary>Per list the start of its entries in <see cref="ListEntries"/>; one more ends the last.</summary>
    public required int[] ListStart { get; init; }

    /// <summary>Sequences of the lists, sorted by first symbol inside each list: first symbol, start and length in <see cref="ListSymbols"/>.</summary>
    public required ListEntry[] ListEntries { get; init; }

    public required int[] ListSymbols { get; init; }

    /// <summary>Per list the bits of the symbols that its sequences begin with.</summary>
    public required ulong[] ListBits { get; init; }

    /// <summary>
    /// Per symbol a bit for each list that has a sequence beginning with it, lists that are 64 apart sharing one: most words that
    /// pass <see cref="ListBits"/> do not begin the list that is asked for. Made at the first look; threads that come together make the same.
    /// </summary>
    public ulong[] ListsOf => _listsOf ??= MakeListsOf();

    private ulong[]? _listsOf;

    private ulong[] MakeListsOf()
    {
        ulong[] lists = new ulong[Lexicon.Symbols.Length];
        for (int list = 0; list + 1 < ListStart.Length; list++)
        {
            for (int i = ListStart[list]; i < ListStart[list + 1]; i++)
                lists[ListEntries[i].First] |= 1UL << (list & 63);
        }

        return lists;
    }

    /// <summary>Templates of own rules that are regular expressions over a segment's text, with their rule.</summary>
    public IReadOnlyList<CompiledPattern> Patterns { get; init; } = [];

    /// <summary>Languages in the order of the bits of <see cref="SymbolFacts.StopOf"/>.</summary>
    public required string[] Languages { get; init; }

    /// <summary>The list that holds all agencies of all packs.</summary>
    public required int AgencyList { get; init; }

    /// <summary>Per entry of that list the agency's name.</summary>
    public required string[] AgencyNames { get; init; }

    /// <summary>Per <see cref="NamedList"/> the list that holds it.</summary>
    public required int[] Named { get; init; }

    /// <summary>The token after the longest agency name that begins at a token, or that token when none does.</summary>
    public int AgencyEnd(TokenList tokens, int first, int end, out string? name)
    {
        int longest = LongestEnd(AgencyList, tokens, first, end, out int entry);
        name = entry < 0 ? null : AgencyNames[entry - ListStart[AgencyList]];
        return longest;
    }

    /// <summary>The token after the longest sequence of a list that begins at a token, or that token when none does.</summary>
    public int NamedEnd(NamedList list, TokenList tokens, int first, int end) => LongestEnd(Named[(int)list], tokens, first, end, out _);

    /// <summary>Searches that are remembered, a power of two: 32 KiB.</summary>
    private const int RecentSearches = 1 << 12;

    /// <summary>A remembered search is list, symbol and entry; a rule set that does not fit into so many bits each is searched anew.</summary>
    private const int EntryBits = 20, SymbolBits = 22;

    /// <summary>Shared by all threads: an entry is read and written at once. No list is remembered as 0, which is free.</summary>
    private readonly ulong[] _recent = new ulong[RecentSearches];

    /// <summary>The first entry of a list that begins with a symbol or a greater one, its end when there is none.</summary>
    public int FirstEntry(int list, int symbol)
    {
        // The same few words are asked for in the same few lists, again and again.
        ulong key = ((ulong)(list + 1) << SymbolBits) | (uint)symbol;
        ref ulong place = ref _recent[(int)((key * 0x9E3779B97F4A7C15) >> 52) & (RecentSearches - 1)];
        ulong recent = Volatile.Read(ref place);
        if (recent >> EntryBits == key)
            return (int)recent & ((1 << EntryBits) - 1);
        int entry = SearchEntry(list, symbol);
        if (entry < 1 << EntryBits && symbol < 1 << SymbolBits)
            Volatile.Write(ref place, (key << EntryBits) | (uint)entry);
        return entry;
    }

    private int SearchEntry(int list, int symbol)
    {
        int low = ListStart[list];
        int high = ListStart[list + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (ListEntries[middle].First < symbol)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int LongestEnd(int list, TokenList tokens, int first, int end, out int best)
    {
        best = -1;
        int longest = first;
        if (first >= end)
            return first;
        for (int symbol = tokens[first].Symbol; symbol != 0; symbol = Lexicon.Symbols[symbol].Shorter)
        {
            for (int i = FirstEntry(list, symbol); i < ListStart[list + 1] && ListEntries[i].First == symbol; i++)
            {
                ListEntry entry = ListEntries[i];
                int token = first + 1;
                int k = 1;
                while (k < entry.Length && token < end && Lexicon.Is(tokens[token].Symbol, ListSymbols[entry.Start + k]))
                {
                    token++;
                    k++;
                }

                if (k == entry.Length && token > longest)
                {
                    longest = token;
                    best = i;
                }
            }
        }

        return longest;
    }
}

internal readonly record struct ListEntry(int First, int Start, int Length);
