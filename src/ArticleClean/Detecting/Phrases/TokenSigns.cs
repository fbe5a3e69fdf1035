using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>
/// What the filters and the matcher ask of the tokens of one segment, gathered once before any template is tried.
/// Read anew for each segment, so that a document needs one, and the next document may take it over.
/// </summary>
/// <remarks>Which word comes next no branch can foresee, so that the loops over all tokens and anchors have as few as there can be.</remarks>
internal sealed class TokenSigns(RuleSet rules)
{
    private readonly SymbolFacts[] _symbols = rules.Lexicon.Symbols;
    private readonly Anchor[] _anchors = rules.Anchors;
    private ulong[] _beside = [];
    private int[] _word = [];
    private ulong[] _first = [];

    /// <summary>Per template the last segment in which it can match; segments are counted from 1.</summary>
    private readonly int[] _hopeful = new int[rules.Templates.Length];

    private Place[] _places = new Place[64];
    private Candidate[] _candidates = new Candidate[64];
    private int _placeCount;
    private int _segment;

    /// <summary>Per token its symbols and shapes, as <see cref="SignBits"/>.</summary>
    public ulong[] Bits { get; private set; } = [];

    /// <summary>All symbols of the segment.</summary>
    public SymbolFilter Present { get; private set; }

    /// <summary>All symbols and shapes of the segment, as <see cref="SignBits"/>.</summary>
    public ulong All { get; private set; }

    /// <summary>Words of the segment: tokens that are no marks.</summary>
    public int Words { get; private set; }

    /// <summary>Whether any rule knows a word of the segment.</summary>
    public bool HasWords { get; private set; }

    /// <summary>Makes room for segments of so many tokens at most.</summary>
    public void Reserve(int longest)
    {
        if (longest < Bits.Length)
            return;
        int size = longest + 1;
        (Bits, _beside, _first, _word) = (new ulong[size], new ulong[size], new ulong[size], new int[size]);
    }

    /// <summary>Reads the tokens of a segment, no more than there is room for.</summary>
    public void Read(string text, ReadOnlySpan<Token> tokens)
    {
        SymbolFacts[] symbols = _symbols;
        Place[] places = _places;
        ulong[] bits = Bits;
        ulong[] beside = _beside;
        SymbolFilter.Builder known = default;
        ulong all = 0, before = Anchor.Anything;
        int words = 0, count = 0;
        for (int t = 0; t < tokens.Length; t++)
        {
            ref readonly Token token = ref tokens[t];
            ref readonly SymbolFacts facts = ref symbols[token.Symbol];
            known.Add(token.Symbol);
            // The place is written in any case, and counted where it is one.
            if (count + 1 >= places.Length)
                Array.Resize(ref places, 2 * places.Length);
            NearCache.Fetch(in _anchors[facts.FirstAnchor]);
            places[count] = new Place(before, t, words, facts.FirstAnchor, facts.AnchorCount);
            count += (facts.AnchorCount + ushort.MaxValue) >> 16;
            for (int symbol = facts.Shorter; symbol != 0; symbol = symbols[symbol].Shorter)
            {
                known.Add(symbol);
                if (symbols[symbol].AnchorCount == 0)
                    continue;
                if (count + 1 >= places.Length)
                    Array.Resize(ref places, 2 * places.Length);
                places[count++] = new Place(before, t, words, symbols[symbol].FirstAnchor, symbols[symbol].AnchorCount);
            }

            ulong own = SignBits.Always | facts.Signs | (ulong)SlotShapes.Of(token, text);
            bits[t] = own;
            beside[t] = Anchor.Anything | facts.Beside;
            all |= own;
            int isWord = token.Kind == TokenKind.Punctuation ? 0 : 1;
            before = isWord != 0 ? beside[t] : before;
            words += isWord;
        }

        beside[tokens.Length] = Anchor.Anything;
        (_places, _placeCount) = (places, count);
        Settle(tokens);
        (Present, All, Words, HasWords) = (known.ToFilter(), all, words, !known.IsEmpty);
    }

    /// <summary>Says of each token, and of the end, what stands from there up to the next word.</summary>
    private void Settle(ReadOnlySpan<Token> tokens)
    {
        int word = tokens.Length;
        ulong signs = SignBits.End | SignBits.Always;
        (_first[word], _word[word]) = (signs, word);
        for (int t = tokens.Length - 1; t >= 0; t--)
        {
            bool isMark = tokens[t].Kind == TokenKind.Punctuation;
            word = isMark ? word : t;
            signs = Bits[t] | (isMark ? signs : 0);
            (_first[t], _word[t]) = (signs, word);
        }

        for (int t = 0; t <= _word[0]; t++)
            _first[t] |= SignBits.Begin;
    }

    /// <summary>The first word from a token on, itself included; the number of tokens where there is none.</summary>
    public int WordFrom(int token) => _word[token];

    /// <summary>The signs of the tokens up to that word, and where they stand; also asked for the number of tokens.</summary>
    public ulong From(int token) => _first[token];

    /// <summary>The templates that can match in the segment, as far as their anchors tell; valid until the next segment is read.</summary>
    public ReadOnlySpan<Candidate> Candidates()
    {
        Anchor[] anchors = _anchors;
        Candidate[] candidates = _candidates;
        ulong all = All;
        int count = 0, words = Math.Min(Words, Anchor.Many);
        foreach (ref readonly Place place in _places.AsSpan(0, _placeCount))
        {
            if (count + place.Anchors > candidates.Length)
                Array.Resize(ref candidates, 2 * (count + place.Anchors));
            ulong after = _beside[_word[place.Token + 1]], signs = _first[place.Token + 1];
            int own = _word[place.Token] == place.Token ? 1 : 0;
            int before = Math.Min(place.WordsBefore, Anchor.Many), behind = Math.Min(Words - place.WordsBefore - own, Anchor.Many);
            int end = place.Anchor + place.Anchors;
            for (int a = place.Anchor; a < end; a++)
            {
                ref readonly Anchor anchor = ref anchors[a];
                candidates[count] = new Candidate(anchor.Template, place.Token, anchor.Lead, (anchor.Behind & signs) != 0);
                bool isOne = anchor.CanStand(place.Before, after) & anchor.CanReach(before, behind) & anchor.CanStandIn(all) & anchor.CanFill(words);
                count += isOne ? 1 : 0;
            }
        }

        _candidates = candidates;
        return candidates.AsSpan(0, Hopeful(candidates, count));
    }

    /// <summary>
    /// Drops the candidates of the templates that match nowhere in the segment, by what stands behind their anchors. All of the
    /// others stay: around one that is no true anchor the match of another may be found, and the first one found counts.
    /// </summary>
    private int Hopeful(Candidate[] candidates, int count)
    {
        if (++_segment == int.MaxValue)
        {
            Array.Clear(_hopeful);
            _segment = 1;
        }

        foreach (ref readonly Candidate candidate in candidates.AsSpan(0, count))
        {
            if (candidate.IsLikely)
                _hopeful[candidate.Template] = _segment;
        }

        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            Candidate candidate = candidates[i];
            if (_hopeful[candidate.Template] != _segment)
                continue;
            NearCache.Fetch(in rules.Templates[candidate.Template]);
            candidates[kept++] = candidate;
        }

        return kept;
    }

    /// <summary>A symbol that templates are tried at.</summary>
    /// <param name="Before">What the word before it can be, as an anchor asks.</param>
    /// <param name="WordsBefore">How many words stand before it.</param>
    /// <param name="Anchor">The first of its templates in <see cref="RuleSet.Anchors"/>.</param>
    /// <param name="Anchors">How many there are.</param>
    private readonly record struct Place(ulong Before, int Token, int WordsBefore, int Anchor, int Anchors);
}

/// <summary>A template to be tried at a token.</summary>
/// <param name="Template">Index into <see cref="RuleSet.Templates"/>.</param>
/// <param name="Token">In the segment.</param>
/// <param name="Lead">How many words of a match can stand before the token.</param>
/// <param name="IsLikely">What has to follow may stand behind the token.</param>
internal readonly record struct Candidate(int Template, int Token, int Lead, bool IsLikely);
