using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>
/// What the filters and the matcher ask of the tokens of one segment, gathered once before any template is tried.
/// Read anew for each segment, so that a document needs one.
/// </summary>
internal sealed class TokenSigns(RuleSet rules, int longest)
{
    private readonly SymbolFacts[] _symbols = rules.Lexicon.Symbols;
    private readonly Anchor[] _anchors = rules.Anchors;
    private readonly TokenShapes[] _next = new TokenShapes[longest + 1];
    private readonly int[] _word = new int[longest + 1];
    private Candidate[] _candidates = new Candidate[64];

    /// <summary>Per token the bits of its symbols (<see cref="Anchor.Bit"/>), with the bit that every word has.</summary>
    public ulong[] Bits { get; } = new ulong[longest];

    /// <summary>All symbols of the segment.</summary>
    public SymbolFilter Present { get; private set; }

    /// <summary>All shapes of the segment.</summary>
    public TokenShapes AllShapes { get; private set; }

    /// <summary>Words of the segment: tokens that are no marks.</summary>
    public int Words { get; private set; }

    /// <summary>Whether any rule knows a word of the segment.</summary>
    public bool HasWords { get; private set; }

    public void Read(string text, ReadOnlySpan<Token> tokens)
    {
        SymbolFacts[] symbols = _symbols;
        SymbolFilter.Builder words = default;
        TokenShapes all = TokenShapes.None, next = TokenShapes.None;
        int word = tokens.Length, count = 0;
        for (int t = tokens.Length - 1; t >= 0; t--)
        {
            ref readonly Token token = ref tokens[t];
            ulong own = Anchor.Anything;
            for (int symbol = token.Symbol; symbol != 0; symbol = symbols[symbol].Shorter)
            {
                words.Add(symbol);
                own |= Anchor.Bit(symbol);
                int anchor = symbols[symbol].FirstAnchor;
                if (anchor < symbols[symbol + 1].FirstAnchor)
                    NearCache.Fetch(in _anchors[anchor]);
            }

            Bits[t] = own;
            if (token.Kind != TokenKind.Punctuation)
            {
                word = t;
                count++;
                next = SlotShapes.Of(token, symbols[token.Symbol].Classes, text);
                all |= next;
            }

            _next[t] = next;
            _word[t] = word;
        }

        (Present, AllShapes, Words, HasWords) = (words.ToFilter(), all, count, !words.IsEmpty);
    }

    /// <summary>The first word from a token on, itself included; the number of tokens where there is none.</summary>
    public int WordFrom(int token) => _word[token];

    /// <summary>The shapes of that word.</summary>
    public TokenShapes ShapesFrom(int token) => _next[token];

    /// <summary>The places of the segment where a template can match, as far as its anchors tell; valid until the next segment is read.</summary>
    public ReadOnlySpan<Candidate> Candidates(ReadOnlySpan<Token> tokens)
    {
        SymbolFacts[] symbols = _symbols;
        ulong present = Present.Folded, before = Anchor.Anything;
        TokenShapes shapes = AllShapes;
        int count = 0, wordsBefore = 0;
        for (int t = 0; t < tokens.Length; t++)
        {
            int own = tokens[t].Kind == TokenKind.Punctuation ? 0 : 1;
            ulong after = 0;
            int manyBefore = Math.Min(wordsBefore, Anchor.Many), manyAfter = Math.Min(Words - wordsBefore - own, Anchor.Many);
            for (int symbol = tokens[t].Symbol; symbol != 0; symbol = symbols[symbol].Shorter)
            {
                int a = symbols[symbol].FirstAnchor;
                int end = symbols[symbol + 1].FirstAnchor;
                if (a == end)
                    continue;
                if (after == 0)
                    after = BitsBehind(t, tokens.Length);
                for (; a < end; a++)
                {
                    ref readonly Anchor anchor = ref _anchors[a];
                    // All questions at once: one branch instead of three that go either way.
                    if (!(anchor.CanStand(before, after) & anchor.CanReach(manyBefore, manyAfter) & anchor.CanStandIn(present, shapes)))
                        continue;
                    NearCache.Fetch(in rules.Templates[anchor.Template]);
                    if (count == _candidates.Length)
                        Array.Resize(ref _candidates, 2 * count);
                    _candidates[count++] = new Candidate(a, t);
                }
            }

            if (own != 0)
                before = Bits[t];
            wordsBefore += own;
        }

        return _candidates.AsSpan(0, count);
    }

    /// <summary>The bits of the next word behind a token.</summary>
    private ulong BitsBehind(int token, int tokens) =>
        token + 1 < tokens && _word[token + 1] < tokens ? Bits[_word[token + 1]] : Anchor.Anything;
}

/// <summary>A template to be tried at a token.</summary>
/// <param name="Anchor">Index into <see cref="RuleSet.Anchors"/>.</param>
/// <param name="Token">In the segment.</param>
internal readonly record struct Candidate(int Anchor, int Token);
