using System.Globalization;
using System.Runtime.CompilerServices;
using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Segmenting;

/// <summary>Cuts text into tokens. The hash of a token is FNV-1a over its folded characters, 64 bits.</summary>
internal sealed class Lexer
{
    private const ulong HashStart = 0xcbf29ce484222325;
    private const ulong HashPrime = 0x100000001b3;

    /// <summary>No prefix of a rule is longer.</summary>
    private const int MaxPrefix = 32;

    /// <summary>Words that wait for their place to come near, a power of two.</summary>
    private const int MostWaiting = 8;

    private readonly string _text;
    private readonly Lexicon _lexicon;
    /// <summary>The hash after each of the first characters of the word that is read; index 0 is not used.</summary>
    private readonly ulong[] _states = new ulong[MaxPrefix + 1];

    private readonly RecentWords _recent;

    /// <summary>The last short words that were read, in a ring.</summary>
    private readonly Waiting[] _waiting = new Waiting[MostWaiting];

    /// <summary>Short words that were read.</summary>
    private int _read;

    private Token[] _tokens;
    private int _count;

    private Lexer(string text, Lexicon lexicon, int capacity)
    {
        // Uncleared: no token is read before it is written.
        (_text, _lexicon, _tokens) = (text, lexicon, GC.AllocateUninitializedArray<Token>(capacity));
        _recent = lexicon.TakeRecentWords();
    }

    private TokenList Finish()
    {
        for (int i = Math.Max(0, _read - MostWaiting); i < _read; i++)
            Settle(_waiting[i & (MostWaiting - 1)]);
        _lexicon.GiveBack(_recent);
        return new TokenList(_tokens, _count);
    }

    /// <summary>The tokens of a text taken as one segment, without symbols.</summary>
    public static TokenList Tokenize(string text)
    {
        Lexer lexer = new(text, Lexicon.Empty, (text.Length / 4) + 4);
        lexer.Run(0, text.Length);
        return lexer.Finish();
    }

    /// <summary>The tokens of the segments of a text; fills in where each segment's tokens stand. No token crosses a segment.</summary>
    public static TokenList Tokenize(string text, Segment[] segments, Lexicon lexicon)
    {
        Lexer lexer = new(text, lexicon, (text.Length / 4) + 4);
        for (int i = 0; i < segments.Length; i++)
        {
            int first = lexer._count;
            lexer.Run(segments[i].Span.Start, segments[i].Span.End);
            segments[i] = segments[i] with { FirstToken = first, EndToken = lexer._count };
        }

        return lexer.Finish();
    }

    /// <summary>The hash of a folded word.</summary>
    public static ulong Hash(ReadOnlySpan<char> folded)
    {
        ulong hash = HashStart;
        foreach (char c in folded)
            hash = (hash ^ c) * HashPrime;
        return hash;
    }

    private void Run(int start, int end)
    {
        ReadOnlySpan<char> text = _text;
        bool space = true;
        int at = start;
        while (at < end)
        {
            char c = text[at];
            if (c == ' ' || char.IsWhiteSpace(c))
            {
                space = true;
                at++;
                continue;
            }

            TokenFlags flags = space ? TokenFlags.SpaceBefore : TokenFlags.None;
            space = false;
            CharKind kind = KindOf(c);
            if (kind == CharKind.Letter)
            {
                at = c is 'h' or 'H' or 'w' or 'W' && UrlEnd(text, at, end) is > 0 and int urlEnd
                    ? Add(at, urlEnd, TokenKind.Url, flags)
                    : ShortWord(text, at, end, flags);
            }
            else if (kind == CharKind.Unspaced)
                at = Add(at, at + 1, TokenKind.Word, flags | TokenFlags.Unspaced);
            else if (kind == CharKind.Digit)
                at = Number(text, at, end, flags);
            else if (kind == CharKind.Surrogate)
                at = Surrogate(text, at, end, flags);
            else if (c is > '\0' and < (char)0x80 and not '@')
                at = Ascii(c, at, kind == CharKind.Currency ? TokenKind.Currency : TokenKind.Punctuation, flags);
            else if (kind == CharKind.Currency)
                at = Add(at, at + 1, TokenKind.Currency, flags);
            else if (c == '@' && HandleEnd(text, at, end) is > 0 and int handleEnd)
                at = Add(at, handleEnd, TokenKind.Handle, flags);
            else if (Folding.Fold(c) == '\0')
                at++; // invisible: belongs to no token
            else
                at = Add(at, at + 1, TokenKind.Punctuation, flags);
        }
    }

    /// <summary>Reads a word that was read before, if it is short and of ASCII letters; else as any other.</summary>
    private int ShortWord(ReadOnlySpan<char> text, int start, int end, TokenFlags flags)
    {
        if (!AsciiLetters.TryRead(text, start, out AsciiLetters letters) || start + letters.Length > end)
            return Word(text, start, end, flags);
        int at = start + letters.Length;
        if (at < end && (text[at] == '@' || (text[at] >= 0x80 && KindOf(text[at]) is CharKind.Letter or CharKind.Mark)))
            return Word(text, start, end, flags);
        flags |= (TokenFlags)((letters.Title * (int)TokenFlags.Title) | (letters.Caps * (int)TokenFlags.Caps));
        Push(new Token(start, letters.Length, 0, 0, TokenKind.Word, flags));
        NearCache.Fetch(in _recent[letters.Head, letters.Tail]);
        // The table is larger than the nearest cache: by the time that a word is looked up, its place is near.
        ref Waiting place = ref _waiting[_read++ & (MostWaiting - 1)];
        if (_read > MostWaiting)
            Settle(place);
        place = new Waiting(letters.Head, letters.Tail, _count - 1);
        return at;
    }

    /// <summary>Looks up a word that waits, and says of its token what it is.</summary>
    private void Settle(in Waiting word)
    {
        ref RecentWords.Word recent = ref _recent[word.Head, word.Tail];
        if (recent.Head != word.Head || recent.Tail != word.Tail)
            recent = Look(word.Head, word.Tail);
        _tokens[word.Token] = _tokens[word.Token] with { Fold = recent.Fold, Symbol = recent.Symbol };
        // The rules ask for it soon.
        NearCache.Fetch(in _lexicon.Symbols[recent.Symbol]);
    }

    /// <summary>A word by its letters, from the lexicon.</summary>
    private RecentWords.Word Look(ulong head, ulong tail)
    {
        ulong hash = HashStart;
        int length = 0;
        for (ulong left = head, more = tail; left != 0; left = (left >> 8) | (more << 56), more >>= 8)
        {
            hash = (hash ^ (left & 0xFF)) * HashPrime;
            _states[++length] = hash;
        }

        return new RecentWords.Word(head, tail, hash, _lexicon.Look(hash, _states.AsSpan(0, length + 1)));
    }

    /// <summary>A short word whose token does not know yet what it is.</summary>
    private readonly record struct Waiting(ulong Head, ulong Tail, int Token);

    private int Word(ReadOnlySpan<char> text, int start, int end, TokenFlags flags)
    {
        ulong[] states = _states;
        ulong hash = HashStart;
        int length = 0;
        int upper = 0;
        int letters = 0;
        int at = start;
        for (; at < end; at++)
        {
            char c = text[at];
            if (c < 0x80)
            {
                if ((uint)((c | 0x20) - 'a') > 'z' - 'a')
                    break;
                upper += (c & 0x20) == 0 ? 1 : 0;
                letters++;
                hash = (hash ^ (char)(c | 0x20)) * HashPrime;
            }
            else
            {
                CharKind kind = KindOf(c);
                if (kind is not (CharKind.Letter or CharKind.Mark))
                    break;
                char folded = Folding.Fold(c);
                if (folded == '\0')
                    continue;
                if (kind == CharKind.Letter)
                {
                    letters++;
                    upper += char.IsUpper(c) ? 1 : 0;
                }

                hash = (hash ^ folded) * HashPrime;
            }

            if (++length <= MaxPrefix)
                states[length] = hash;
        }

        if (at < end && text[at] == '@' && HandleEnd(text, at, end) is > 0 and int mailEnd)
            return Add(start, mailEnd, TokenKind.Handle, flags);
        if (char.IsUpper(text[start]))
            flags |= TokenFlags.Title;
        if (letters >= 2 && upper == letters)
            flags |= TokenFlags.Caps;
        Push(new Token(start, at - start, hash, _lexicon.Symbol(hash, states.AsSpan(0, Math.Min(length + 1, MaxPrefix + 1))), TokenKind.Word, flags));
        return at;
    }

    private int Number(ReadOnlySpan<char> text, int start, int end, TokenFlags flags)
    {
        ulong hash = HashStart;
        int at = start;
        while (at < end)
        {
            char c = text[at];
            if (KindOf(c) == CharKind.Digit)
                hash = (hash ^ Folding.Fold(c)) * HashPrime;
            else if (!(c is '.' or ',' or ':' or '\'' or '’' or '\u00A0' or '\u202F' && at + 1 < end && KindOf(text[at + 1]) == CharKind.Digit && at > start
                       && (c is not ('\u00A0' or '\u202F') || IsGroupOfThree(text, at + 1, end))))
                break;
            at++;
        }

        Push(new Token(start, at - start, hash, _lexicon.Symbol(hash), TokenKind.Number, flags));
        return at;
    }

    private static bool IsGroupOfThree(ReadOnlySpan<char> text, int at, int end)
    {
        int n = 0;
        while (at + n < end && KindOf(text[at + n]) == CharKind.Digit)
            n++;
        return n == 3;
    }

    private int Surrogate(ReadOnlySpan<char> text, int at, int end, TokenFlags flags)
    {
        if (!char.IsHighSurrogate(text[at]) || at + 1 >= end || !char.IsLowSurrogate(text[at + 1]))
            return Add(at, at + 1, TokenKind.Punctuation, flags);
        int rune = char.ConvertToUtf32(text[at], text[at + 1]);
        return rune is >= 0x20000 and <= 0x3FFFF
            ? Add(at, at + 2, TokenKind.Word, flags | TokenFlags.Unspaced)
            : Add(at, at + 2, TokenKind.Punctuation, flags);
    }

    /// <summary>A mark of ASCII, which is its own folded form.</summary>
    private int Ascii(char c, int at, TokenKind kind, TokenFlags flags)
    {
        Push(new Token(at, 1, (HashStart ^ c) * HashPrime, _lexicon.SymbolOfAscii(c), kind, flags));
        return at + 1;
    }

    private int Add(int start, int end, TokenKind kind, TokenFlags flags)
    {
        ulong hash = Hash(_text, start, end);
        int symbol = kind is TokenKind.Url or TokenKind.Handle ? 0 : _lexicon.Symbol(hash);
        Push(new Token(start, end - start, hash, symbol, kind, flags));
        return end;
    }

    private static ulong Hash(string text, int start, int end)
    {
        ulong hash = HashStart;
        for (int i = start; i < end; i++)
        {
            char folded = Folding.Fold(text[i]);
            if (folded != '\0')
                hash = (hash ^ folded) * HashPrime;
        }

        return hash;
    }

    private void Push(Token token)
    {
        if (_count == _tokens.Length)
            Array.Resize(ref _tokens, (_count * 2) + 16);
        _tokens[_count++] = token;
    }

    /// <summary>The end of an address that starts here, 0 when there is none.</summary>
    private static int UrlEnd(ReadOnlySpan<char> text, int start, int end)
    {
        if (start + 1 >= end || (text[start + 1] | 0x20) is not ('t' or 'w'))
            return 0;
        ReadOnlySpan<char> rest = text[start..end];
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase))
            return 0;
        int at = start;
        while (at < end && !char.IsWhiteSpace(text[at]) && text[at] is not ('<' or '>' or '"' or '”' or '»' or ')'))
            at++;
        while (at > start && text[at - 1] is '.' or ',' or ';' or '!' or '?' or ':')
            at--;
        return at;
    }

    /// <summary>The end of a handle or of the host part of a mail address whose @ stands here, 0 when there is none.</summary>
    private static int HandleEnd(ReadOnlySpan<char> text, int at, int end)
    {
        int start = ++at;
        while (at < end && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.' or '-'))
            at++;
        while (at > start && text[at - 1] is '.' or '-')
            at--;
        return at > start ? at : 0;
    }

    internal enum CharKind : byte
    {
        Other,
        Letter,
        Mark,
        Digit,
        Unspaced,
        Currency,
        Surrogate,
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static CharKind KindOf(char c)
    {
        if (c < 0x80)
        {
            return (uint)((c | 0x20) - 'a') <= 'z' - 'a' ? CharKind.Letter
                : (uint)(c - '0') <= 9 ? CharKind.Digit
                : c == '$' ? CharKind.Currency : CharKind.Other;
        }

        return KindOfOther(c);
    }

    private static CharKind KindOfOther(char c)
    {
        if (c is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF'))
            return CharKind.Unspaced;
        if (c is (>= '\u3040' and <= '\u30FA') or (>= '\u30FC' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or '々')
            return CharKind.Unspaced;
        if (char.IsSurrogate(c))
            return CharKind.Surrogate;
        return char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharKind.Letter,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharKind.Mark,
            UnicodeCategory.DecimalDigitNumber => CharKind.Digit,
            UnicodeCategory.CurrencySymbol => CharKind.Currency,
            UnicodeCategory.Format when Folding.Fold(c) == '\0' => CharKind.Mark,
            _ => CharKind.Other,
        };
    }
}
