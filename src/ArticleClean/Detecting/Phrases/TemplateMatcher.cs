using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Runs a template's program over the tokens of one segment, with bounded backtracking.</summary>
internal ref struct TemplateMatcher
{
    /// <summary>More steps than any sensible template takes on a segment; what takes more does not match.</summary>
    private const int MaxSteps = 4000;

    private const int MaxOutletTokens = 6;
    private const int MaxUnspacedOutletTokens = 8;
    private const int MaxPersonTokens = 4;

    private readonly RuleSet _rules;
    private readonly Instruction[] _program;
    private readonly Alternative[] _alternatives;
    private readonly SymbolFacts[] _symbols;
    private readonly ulong[] _listsOf;
    private readonly string _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly TokenSigns _signs;
    private int _steps;

    /// <summary>Over the tokens of one segment and their signs.</summary>
    public TemplateMatcher(RuleSet rules, string text, ReadOnlySpan<Token> tokens, TokenSigns signs)
    {
        _rules = rules;
        _program = rules.Program;
        _alternatives = rules.Alternatives;
        _symbols = rules.Lexicon.Symbols;
        _listsOf = rules.ListsOf;
        _text = text;
        _tokens = tokens;
        _signs = signs;
        (_firstWord, _lastWord) = WordBounds(tokens);
    }

    private readonly int _firstWord;
    private readonly int _lastWord;

    /// <summary>The leftmost match of a template around one of its anchors: indices of its first token and the one after its last; false when there is none.</summary>
    /// <param name="at">The anchor's token.</param>
    /// <param name="lead">The most words of a match before it.</param>
    public bool TryMatch(in CompiledTemplate template, int at, int lead, out int first, out int end)
    {
        _steps = 0;
        int last = at;
        first = at;
        if (lead == Anchor.Many)
            lead = int.MaxValue;
        for (int words = 0; first > 0 && words < lead; first--)
            words += _tokens[first - 1].Kind == TokenKind.Punctuation ? 0 : 1;
        TemplateStart start = template.Start;
        if ((start.Places & StartPlaces.WithSegment) != 0)
            last = Math.Min(_firstWord, last);
        for (; first <= last && _steps <= MaxSteps; first++)
        {
            if ((_signs.From(first) & start.Signs) == 0)
                continue;
            if ((start.Places & StartPlaces.AtWords) != 0 && !BeginsWith(start.Words, _tokens[first].Symbol))
                continue;
            end = Run(template.Entry, first);
            if (end > first)
                return true;
        }

        first = end = 0;
        return false;
    }

    private readonly bool BeginsWith(in SymbolFilter words, int symbol)
    {
        for (; symbol != 0; symbol = _symbols[symbol].Shorter)
        {
            if (words.Has(symbol))
                return true;
        }

        return false;
    }

    /// <summary>Whether a token is a symbol or begins with it.</summary>
    private readonly bool Is(int token, int wanted)
    {
        for (int symbol = _tokens[token].Symbol; symbol != 0; symbol = _symbols[symbol].Shorter)
        {
            if (symbol == wanted)
                return true;
        }

        return false;
    }

    /// <summary>The token after the match that begins here, or -1.</summary>
    private int Run(int at, int token)
    {
        while (true)
        {
            if (++_steps > MaxSteps)
                return -1;
            ref readonly Instruction instruction = ref _program[at];
            switch (instruction.Op)
            {
                case TemplateOp.Match:
                    return token;
                case TemplateOp.Jump:
                    at = instruction.A;
                    continue;
                case TemplateOp.Choice:
                    at = Choose(instruction.A, instruction.A + instruction.B, token, out int taken);
                    if (at < 0)
                        return taken;
                    continue;
                case TemplateOp.Begin:
                    if (token > _firstWord)
                        return -1;
                    break;
                case TemplateOp.Finish:
                    if (token <= _lastWord)
                        return -1;
                    break;
                case TemplateOp.Mark:
                    while (token < _tokens.Length && !IsMark(token, (char)instruction.A))
                    {
                        if (_tokens[token].Kind != TokenKind.Punctuation)
                            return -1;
                        token++;
                    }

                    if (token >= _tokens.Length)
                        return -1;
                    token++;
                    break;
                case TemplateOp.Gap:
                    return RunGap(_alternatives[instruction.B], token, instruction.A);
                default:
                    if (instruction.Op == TemplateOp.List)
                        return RunList(at + 1, token, instruction.A);
                    token = WordFrom(token);
                    if (token >= _tokens.Length)
                        return -1;
                    if (instruction.Op == TemplateOp.Symbol)
                    {
                        if (!Is(token, instruction.A))
                            return -1;
                        token++;
                        break;
                    }

                    return RunSlot(at + 1, token, (SlotKind)instruction.A);
            }

            at++;
        }
    }

    /// <summary>
    /// Runs the alternatives from <paramref name="next"/> on that the next token allows, but for the last of them: that one is given back,
    /// to go on with; -1 when there is none, or another one led to a match, with the token after it or -1.
    /// </summary>
    private int Choose(int next, int end, int token, out int taken)
    {
        ulong signs = _signs.From(token);
        int waiting = -1;
        for (; next < end; next++)
        {
            ref readonly Alternative alternative = ref _alternatives[next];
            if ((alternative.Signs & signs) == 0)
                continue;
            if (waiting >= 0)
            {
                taken = Run(waiting, token);
                if (taken >= 0)
                    return -1;
            }

            waiting = alternative.Entry;
        }

        taken = -1;
        return waiting;
    }

    /// <summary>As few tokens as let the rest match; behind the last word as many as there are, so that the evidence shows its context.</summary>
    private int RunGap(Alternative next, int token, int most)
    {
        TemplateOp op = _program[next.Entry].Op;
        if (op == TemplateOp.Match)
            return LongestGap(token, most);
        bool words = op is TemplateOp.Symbol or TemplateOp.List or TemplateOp.Slot;
        for (int used = 0; ; used++)
        {
            if (used > 0 && words && token < _tokens.Length && EndsSentence(token))
                return -1;
            int end = (_signs.From(token) & next.Signs) == 0 ? -1 : Run(next.Entry, token);
            if (end >= 0 || used == most)
                return end;
            token = SkipCommas(token);
            if (token >= _tokens.Length || EndsSentence(token))
                return -1;
            token++;
        }
    }

    /// <summary>Marks are skipped up to the first word, but an alternative may begin with one of them.</summary>
    private readonly int LongestGap(int token, int most)
    {
        int end = token;
        for (int used = 0; used < most; used++)
        {
            token = SkipCommas(token);
            if (token >= _tokens.Length || EndsSentence(token))
                break;
            end = ++token;
        }

        return end;
    }

    private int RunList(int next, int token, int list)
    {
        for (; token < _tokens.Length; token++)
        {
            if (RunListAt(next, token, list) is >= 0 and int end)
                return end;
            if (_tokens[token].Kind != TokenKind.Punctuation)
                break;
        }

        return -1;
    }

    private int RunListAt(int next, int token, int list)
    {
        if (list == _rules.AgencyList && Has(token, WordClasses.Acronym) && (_tokens[token].Flags & TokenFlags.Caps) == 0)
            return -1;
        if ((_signs.Bits[token] & _rules.ListBits[list]) == 0)
            return -1;
        int high = _rules.ListStart[list + 1];
        for (int symbol = _tokens[token].Symbol; symbol != 0; symbol = _symbols[symbol].Shorter)
        {
            if ((_listsOf[symbol] >> (list & 63) & 1) == 0)
                continue;
            for (int i = _rules.FirstEntry(list, symbol); i < high && _rules.ListEntries[i].First == symbol; i++)
            {
                ListEntry entry = _rules.ListEntries[i];
                int after = token + 1;
                bool all = true;
                for (int k = 1; k < entry.Length && all; k++)
                {
                    int wanted = _rules.ListSymbols[entry.Start + k];
                    while (after < _tokens.Length && _tokens[after].Kind == TokenKind.Punctuation && !Is(after, wanted))
                        after++;
                    all = after < _tokens.Length && Is(after, wanted);
                    after++;
                }

                if (all && Run(next, after) is >= 0 and int end)
                    return end;
            }
        }

        return -1;
    }

    private int RunSlot(int next, int token, SlotKind kind)
    {
        if (kind is SlotKind.Outlet or SlotKind.Person)
        {
            int longest = kind == SlotKind.Outlet ? OutletEnd(token) : PersonEnd(token);
            for (int end = longest; end > token; end--)
            {
                if (Run(next, end) is >= 0 and int done)
                    return done;
            }

            return -1;
        }

        int after = SlotEnd(token, kind);
        return after > token ? Run(next, after) : -1;
    }

    private readonly int SlotEnd(int token, SlotKind kind) => kind switch
    {
        SlotKind.Number => IsNumber(token) ? NumberEnd(token) : -1,
        SlotKind.Price => PriceEnd(token),
        SlotKind.Period => PeriodEnd(token),
        SlotKind.Url => _tokens[token].Kind == TokenKind.Url || IsDomain(token) ? DomainEnd(token) : -1,
        SlotKind.Email => _tokens[token].Kind == TokenKind.Handle && Text(token)[0] != '@' ? token + 1 : -1,
        SlotKind.Handle => _tokens[token].Kind == TokenKind.Handle ? token + 1 : -1,
        SlotKind.Date => DateEnd(token),
        _ => TimeEnd(token),
    };

    private readonly bool Has(int token, WordClasses classes) => (_symbols[_tokens[token].Symbol].Classes & classes) != 0;

    private readonly bool IsNumber(int token) => _tokens[token].Kind == TokenKind.Number || Has(token, WordClasses.NumberWord);

    /// <summary>A number of several characters of an unspaced script, or of words, is one number.</summary>
    private readonly int NumberEnd(int token)
    {
        while (token < _tokens.Length && (token == 0 || IsNumber(token)))
            token++;
        return token;
    }

    private readonly bool IsCurrency(int token) => token < _tokens.Length && (_tokens[token].Kind == TokenKind.Currency || Has(token, WordClasses.Currency));

    /// <summary>An amount with its currency before it or behind it.</summary>
    private readonly int PriceEnd(int token)
    {
        int at = token;
        bool before = false;
        while (at < _tokens.Length && (IsCurrency(at) || (before && _tokens[at].Kind == TokenKind.Punctuation)))
        {
            before = true;
            at++;
        }

        if (at >= _tokens.Length || !IsNumber(at))
            return -1;
        at++;
        if (IsCurrency(at))
            return at + 1;
        // "4.99 US $", "12,- €": one mark or short word may stand between.
        if (!before && at + 1 < _tokens.Length && _tokens[at].Kind == TokenKind.Punctuation && IsCurrency(at + 1))
            return at + 2;
        return before ? at : -1;
    }

    private readonly int PeriodEnd(int token)
    {
        for (int at = token; at < _tokens.Length && at < token + 4; at++)
        {
            if (Has(at, WordClasses.Period))
                return at + 1;
            if (!Has(at, WordClasses.Per) && !IsNumber(at) && _tokens[at].Kind != TokenKind.Punctuation)
                return -1;
        }

        return -1;
    }

    /// <summary>A run of words with a capital, small function words between them; in scripts without case a few words.</summary>
    private readonly int OutletEnd(int token)
    {
        if ((_tokens[token].Flags & TokenFlags.Unspaced) != 0)
            return RunEnd(token, MaxUnspacedOutletTokens, unspaced: true);
        if (_tokens[token].Kind != TokenKind.Word)
            return _tokens[token].Kind == TokenKind.Url ? token + 1 : -1;
        if (IsCaseless(token))
            return RunEnd(token, MaxPersonTokens, unspaced: false);
        int end = -1;
        for (int at = token; at < _tokens.Length && at < token + (2 * MaxOutletTokens); at++)
        {
            Token t = _tokens[at];
            bool title = (t.Flags & TokenFlags.Title) != 0 || (t.Kind == TokenKind.Number && at > token);
            if (title)
                end = at + 1;
            else if (at == token || !(t.Kind == TokenKind.Punctuation ? IsInner(at) : Has(at, WordClasses.Stop)))
                break;
        }

        return end;
    }

    private readonly int PersonEnd(int token)
    {
        if ((_tokens[token].Flags & TokenFlags.Unspaced) != 0)
            return RunEnd(token, MaxPersonTokens, unspaced: true);
        if (_tokens[token].Kind == TokenKind.Word && IsCaseless(token))
            return RunEnd(token, MaxPersonTokens, unspaced: false);
        int words = 0;
        int end = -1;
        for (int at = token; at < _tokens.Length && words < MaxPersonTokens; at++)
        {
            if ((_tokens[at].Flags & TokenFlags.Title) != 0)
            {
                words++;
                end = at + 1;
            }
            else if (at == token || !(IsInner(at) || Has(at, WordClasses.Particle)))
                break;
        }

        return end;
    }

    private readonly int RunEnd(int token, int most, bool unspaced)
    {
        int at = token;
        while (at < _tokens.Length && at < token + most && _tokens[at].Kind == TokenKind.Word && (_tokens[at].Flags & TokenFlags.Unspaced) != 0 == unspaced)
            at++;
        return at;
    }

    private readonly bool IsCaseless(int token) => SlotShapes.IsCaseless(_text[_tokens[token].Start]);

    private readonly bool IsInner(int token) => _text[_tokens[token].Start] is '.' or '\'' or '’' or '-' or '&' or '+';

    private readonly bool IsDomain(int token) =>
        token + 2 < _tokens.Length && _tokens[token].Kind == TokenKind.Word && Text(token + 1) is "." && (_tokens[token + 1].Flags & TokenFlags.SpaceBefore) == 0
        && _tokens[token + 2].Kind == TokenKind.Word && (_tokens[token + 2].Flags & TokenFlags.SpaceBefore) == 0;

    private readonly int DomainEnd(int token)
    {
        int at = token + 1;
        while (at + 1 < _tokens.Length && Text(at) is "." or "/" && (_tokens[at].Flags & TokenFlags.SpaceBefore) == 0 && (_tokens[at + 1].Flags & TokenFlags.SpaceBefore) == 0
               && _tokens[at + 1].Kind is TokenKind.Word or TokenKind.Number)
            at += 2;
        return at;
    }

    /// <summary>Numbers, months, weekdays and the marks between them, with a number among them.</summary>
    private readonly int DateEnd(int token)
    {
        const int MostTokens = 10;
        int end = -1;
        bool number = false;
        int parts = 0;
        for (int at = token; at < _tokens.Length && at < token + MostTokens; at++)
        {
            Token t = _tokens[at];
            if (t.Kind == TokenKind.Number || Has(at, WordClasses.Month | WordClasses.Weekday) || IsDateCharacter(at))
            {
                number |= t.Kind == TokenKind.Number;
                parts++;
                end = at + 1;
            }
            else if (at == token || !(t.Kind == TokenKind.Punctuation || Has(at, WordClasses.Stop) || t.Length <= 2))
                break;
        }

        return number && (parts > 1 || Text(token).IndexOfAny('.', ':') > 0) ? end : -1;
    }

    private readonly bool IsDateCharacter(int token) => SlotShapes.IsDateCharacter(_text[_tokens[token].Start]);

    private readonly int TimeEnd(int token)
    {
        if (_tokens[token].Kind != TokenKind.Number)
            return -1;
        bool clock = Text(token).IndexOfAny(':', '.') > 0;
        int next = token + 1;
        if (next < _tokens.Length && _tokens[next].Kind == TokenKind.Word && Text(next) is "am" or "pm" or "AM" or "PM" or "a" or "p" or "Uhr" or "h" or "GMT" or "IST" or "ET" or "BST" or "UTC" or "CET")
            return next + 1;
        return clock ? next : -1;
    }

    private readonly ReadOnlySpan<char> Text(int token) => _text.AsSpan(_tokens[token].Start, _tokens[token].Length);

    private readonly bool IsMark(int token, char mark)
    {
        char c = _text[_tokens[token].Start];
        return c == mark || Folding.Fold(c) == mark;
    }

    /// <summary>The first word from here, marks skipped.</summary>
    private readonly int WordFrom(int token) => token < _tokens.Length ? _signs.WordFrom(token) : token;

    private readonly int SkipCommas(int token)
    {
        while (token < _tokens.Length && _tokens[token].Kind == TokenKind.Punctuation && !EndsSentence(token))
            token++;
        return token;
    }

    private readonly bool EndsSentence(int token) =>
        _tokens[token].Kind == TokenKind.Punctuation && _text[_tokens[token].Start] is '.' or '!' or '?' or '。' or '！' or '？' or '।' or '؟';

    private static (int First, int Last) WordBounds(ReadOnlySpan<Token> tokens)
    {
        int first = 0;
        while (first < tokens.Length && tokens[first].Kind == TokenKind.Punctuation)
            first++;
        int last = tokens.Length - 1;
        while (last >= 0 && tokens[last].Kind == TokenKind.Punctuation)
            last--;
        return (first, last);
    }
}
