
namespace ArticleClean.Segmenting;

/// <summary>What kind of mark ends a sentence.</summary>
internal enum TerminatorKind : byte
{
    /// <summary>A full stop, which may also mark an abbreviation or a number.</summary>
    Dot,
    /// <summary>Exclamation and question marks.</summary>
    Strong,
    /// <summary>Marks that need no space after them (full-width, danda).</summary>
    Full,
    /// <summary>Dots in a row.</summary>
    Ellipsis,
}

/// <summary>
/// A possible end of a sentence: its marks with the closing quotes, brackets and footnote marks that belong to it.
/// </summary>
internal readonly ref struct SentenceEnd
{
    private static readonly CharSet RomanDigits = new("IVXLCivxlc");

    /// <summary>No more quotes, brackets and marks than this open a sentence.</summary>
    private const int MaxOpening = 40;

    /// <summary>An opening mark is looked for no farther back.</summary>
    private const int MaxQuotation = 1000;

    private readonly ReadOnlySpan<char> _text;
    private readonly int _first;
    private readonly int _mark;
    private readonly int _limit;

    private SentenceEnd(ReadOnlySpan<char> text, int first, int mark, int limit, int end, TerminatorKind kind)
    {
        _text = text;
        _first = first;
        _mark = mark;
        _limit = limit;
        End = end;
        Kind = kind;
    }

    /// <summary>After the marks and what closes with them.</summary>
    public int End { get; }

    public TerminatorKind Kind { get; }

    /// <summary>Reads the marks that start at <paramref name="mark"/> in a sentence that starts at <paramref name="first"/>.</summary>
    public static SentenceEnd Read(ReadOnlySpan<char> text, int first, int mark, int limit)
    {
        int end = mark;
        int dots = 0;
        bool strong = false, full = false;
        for (; end < limit && Marks.IsTerminator(text[end]); end++)
        {
            if (text[end] == '.')
                dots++;
            else if (text[end] == '…')
                dots += 3;
            else if (Marks.IsFullStop(text[end]))
                full = true;
            else
                strong = true;
        }

        TerminatorKind kind = full ? TerminatorKind.Full
            : strong ? TerminatorKind.Strong
            : dots > 1 ? TerminatorKind.Ellipsis
            : TerminatorKind.Dot;
        return new SentenceEnd(text, first, mark, limit, SkipClosing(text, first, end, limit), kind);
    }

    /// <summary>Whether a sentence can begin at <paramref name="at"/>: after opening marks, anything but a small letter.</summary>
    public static bool BeginsSentence(ReadOnlySpan<char> text, int at, int limit)
    {
        limit = Math.Min(limit, at + MaxOpening);
        for (; at < limit; at++)
        {
            char c = text[at];
            if (char.IsLower(c))
                return IsCamelName(text, at, limit);
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                return true;
            if (c is ',' or ';' or ':' or '…' or '.')
                return false;
        }

        return true;
    }

    /// <summary>For marks that need no space: everything ends there but a quotation that the sentence goes on after.</summary>
    public bool MayEndBefore(int begin)
    {
        char c = _text[begin];
        if (c is ',' or '、' or '，' or '،')
            return false;
        bool closed = Marks.IsCloser(_text[End - 1]);
        return !(closed && begin == End && Marks.IsHiragana(c));
    }

    /// <summary>Whether the sentence ends where white space and a possible beginning follow.</summary>
    public bool EndsBefore(int begin)
    {
        if (Kind == TerminatorKind.Strong)
            return true;
        ReadOnlySpan<char> word = WordBefore();
        if (word.IsEmpty)
            return _mark > _first;
        char head = _text[begin];
        if (IsListMarker(word))
            return false;
        if (char.IsDigit(word[^1]))
            return !char.IsDigit(head) && !IsOrdinal(word, begin);
        return StopOf(word) switch
        {
            StopKind.Never => false,
            StopKind.UnlessNumber => !char.IsDigit(head),
            StopKind.BeforeFunctionWord => FunctionWords.Contains(WordAt(begin)) || IsCyrillicUnit(word),
            _ => true,
        };
    }

    /// <summary>Whether the sentence ends though the next word stands without a space.</summary>
    public bool EndsGluedTo(int begin)
    {
        if (_mark == _first)
            return false;
        ReadOnlySpan<char> next = WordAt(begin);
        if (next.IsEmpty)
            return false;
        ReadOnlySpan<char> word = WordBefore();
        char head = _text[SkipOpeners(begin)];
        if (Kind == TerminatorKind.Strong)
            return char.IsLetter(head) && !char.IsLower(head) && !IsAddress(begin);
        if (word.IsEmpty)
            return char.IsUpper(head) && next.Length > 1 && !IsAddress(begin);
        if (Marks.IsIndic(word[^1]) || word.Length < 2)
            return false;
        if (char.IsUpper(head))
        {
            bool caps = next.Length > 1 && char.IsUpper(next[1]);
            if (char.IsDigit(word[^1]))
                return !caps && next.Length > 1 && !Months.Contains(next) && word.IndexOfAny('.', '-') < 0 && !IsAddress(begin);
            if (!char.IsLower(word[^1]) || word.Contains('.'))
                return false;
            return !IsDomainEnd(next) && StopOf(word) is StopKind.Ends or StopKind.UnlessNumber
                && !(char.IsUpper(word[0]) && caps) && !IsAddress(begin);
        }

        return char.IsLetter(head) && !char.IsLower(head) && char.IsLetter(word[^1]) && !char.IsAscii(word[^1]);
    }

    private static StopKind StopOf(ReadOnlySpan<char> word)
    {
        StopKind kind = Abbreviations.KindOf(word);
        if (kind != StopKind.Ends)
            return kind;
        int dot = LastOf(word, '.', '-');
        if (dot >= 0 && word[dot] == '.')
            return word.Length - dot <= 4 ? StopKind.BeforeFunctionWord : StopKind.Ends;
        if (dot >= 0)
            return Abbreviations.KindOf(word[(dot + 1)..]);
        return word.Length == 1 && !Marks.IsUnspaced(word[0]) ? StopKind.BeforeFunctionWord : StopKind.Ends;
    }

    /// <summary>"1." or "a." with nothing before it.</summary>
    private bool IsListMarker(ReadOnlySpan<char> word)
    {
        int start = _mark - word.Length;
        return start - _first <= 1 && word.Length <= 3 && (word.Length == 1 || char.IsDigit(word[0]) || IsRoman(word));
    }

    private static bool IsRoman(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (!RomanDigits.Contains(c))
                return false;
        }

        return true;
    }

    /// <summary>"am 3. Mai", "der 2. Bundesliga": a number of one or two digits before a month or after a word that orders.</summary>
    private bool IsOrdinal(ReadOnlySpan<char> word, int begin)
    {
        if (word.Length > 2)
            return false;
        if (Months.Contains(WordAt(begin)))
            return true;
        int end = _mark - word.Length;
        while (end > _first && char.IsWhiteSpace(_text[end - 1]))
            end--;
        int start = end;
        while (start > _first && Marks.IsLetter(_text[start - 1]))
            start--;
        return OrdinalContext.Contains(_text[start..end]);
    }

    /// <summary>"2019 г.", "300 руб.": a unit after its number goes on with a small letter, or ends.</summary>
    private bool IsCyrillicUnit(ReadOnlySpan<char> word)
    {
        int end = _mark - word.Length;
        return word[0] is >= '\u0400' and <= '\u04FF' && end >= _first + 2 && char.IsWhiteSpace(_text[end - 1]) && char.IsDigit(_text[end - 2]);
    }

    /// <summary>The letters, digits, inner dots and hyphens that end at the mark.</summary>
    private ReadOnlySpan<char> WordBefore()
    {
        int start = _mark;
        int floor = Math.Max(_first, _mark - 40);
        while (start > floor && (Marks.IsLetter(_text[start - 1]) || char.IsDigit(_text[start - 1]) || _text[start - 1] is '.' or '-' or '\'' or '’' or '\u00AD'))
            start--;
        return _text[start.._mark].TrimStart("'’-.");
    }

    private ReadOnlySpan<char> WordAt(int begin)
    {
        int start = SkipOpeners(begin);
        int end = start;
        while (end < _limit && end - start < 40 && (Marks.IsLetter(_text[end]) || char.IsDigit(_text[end])))
            end++;
        return _text[start..end];
    }

    private int SkipOpeners(int at)
    {
        while (at + 1 < _limit && Marks.IsOpener(_text[at]))
            at++;
        return at;
    }

    /// <summary>Whether the run without spaces around the mark is an address or a path.</summary>
    private bool IsAddress(int begin)
    {
        int start = _mark;
        int floor = Math.Max(_first, _mark - 120);
        while (start > floor && !char.IsWhiteSpace(_text[start - 1]))
            start--;
        ReadOnlySpan<char> before = _text[start.._mark];
        if (before.Contains("://", StringComparison.Ordinal) || before.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || before.Contains('@'))
            return true;
        int end = begin;
        while (end < _limit && end - begin < 40 && (Marks.IsLetter(_text[end]) || char.IsDigit(_text[end])))
            end++;
        return end < _limit && _text[end] is '/' or '(' or '=' or '_'
            || end + 1 < _limit && _text[end] == '.' && char.IsLetter(_text[end + 1]) && char.IsLower(_text[end + 1]);
    }

    private static bool IsDomainEnd(ReadOnlySpan<char> word) => word.Length <= 4 && (
        word.Equals("com", StringComparison.OrdinalIgnoreCase) || word.Equals("org", StringComparison.OrdinalIgnoreCase)
        || word.Equals("net", StringComparison.OrdinalIgnoreCase) || word.Equals("gov", StringComparison.OrdinalIgnoreCase)
        || word.Equals("edu", StringComparison.OrdinalIgnoreCase) || word.Equals("info", StringComparison.OrdinalIgnoreCase)
        || word.Equals("pdf", StringComparison.OrdinalIgnoreCase) || word.Equals("js", StringComparison.OrdinalIgnoreCase)
        || word.Equals("io", StringComparison.OrdinalIgnoreCase) || word.Equals("ai", StringComparison.OrdinalIgnoreCase)
        || word.Equals("tv", StringComparison.OrdinalIgnoreCase));

    /// <summary>A name that begins with a small letter, like those of phones: small, then capital.</summary>
    private static bool IsCamelName(ReadOnlySpan<char> text, int at, int limit) =>
        at + 1 < limit && char.IsUpper(text[at + 1]);

    private static int SkipClosing(ReadOnlySpan<char> text, int first, int at, int limit)
    {
        int marks = at;
        while (at < limit)
        {
            char c = text[at];
            if (Marks.IsSuperscript(c))
                at++;
            else if (c == '[' && Footnote(text, at, limit) is int length and > 0)
                at += length;
            else if (Marks.IsCloser(c) && !OpensHere(text, first, marks, at, limit))
                at++;
            else if (char.IsWhiteSpace(c) && at + 1 < limit && text[at + 1] == '»' && !(at + 2 < limit && char.IsLetter(text[at + 2])) && IsOpenGuillemet(text[Math.Max(first, at - MaxQuotation)..at]))
                at += 2;
            else
                break;
        }

        return at;
    }

    /// <summary>A mark that can open and close, glued between two sentences: opens when none is open.</summary>
    private static bool OpensHere(ReadOnlySpan<char> text, int first, int marks, int at, int limit)
    {
        first = Math.Max(first, at - MaxQuotation);
        char c = text[at];
        if (at != marks || at + 1 >= limit || !char.IsLetterOrDigit(text[at + 1]))
            return false;
        return c switch
        {
            '"' => text[first..at].Count('"') % 2 == 0,
            '“' => text[first..at].LastIndexOf('„') < 0,
            '»' => LastOf(text[first..at], '«', '»') < 0,
            '\'' => text[first..at].LastIndexOf(" '") < 0,
            _ => false,
        };
    }

    private static int LastOf(ReadOnlySpan<char> text, char one, char other)
    {
        int last = text.Length - 1;
        while (last >= 0 && text[last] != one && text[last] != other)
            last--;
        return last;
    }

    private static bool IsOpenGuillemet(ReadOnlySpan<char> sentence)
    {
        int last = LastOf(sentence, '«', '»');
        return last >= 0 && sentence[last] == '«';
    }

    /// <summary>Length of "[12]", 0 when there is none.</summary>
    private static int Footnote(ReadOnlySpan<char> text, int at, int limit)
    {
        int end = at + 1;
        while (end < limit && end - at < 4 && char.IsAsciiDigit(text[end]))
            end++;
        return end > at + 1 && end < limit && text[end] == ']' ? end + 1 - at : 0;
    }
}
