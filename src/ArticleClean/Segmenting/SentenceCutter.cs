namespace ArticleClean.Segmenting;

/// <summary>
/// Cuts a range of one line into sentences, left to right. Whether a sentence ends depends on that sentence and on how
/// the next one begins, on nothing else: taking whole sentences out leaves the cuts between the others where they were,
/// but for pieces without a clear end (an abbreviation, a lost full stop), which need a function word after them.
/// </summary>
internal ref struct SentenceCutter(ReadOnlySpan<char> text, int start, int end)
{
    /// <summary>A sentence that trails off needs this many characters, or an ellipsis is a pause in it.</summary>
    private const int MinTrailingOff = 20;

    /// <summary>Bullets between shorter pieces separate tags or menu items, which stay together.</summary>
    private const int MinItem = 40;

    /// <summary>Thai has no sentence marks; a space after this many characters is taken for one.</summary>
    private const int MinThaiSentence = 60;

    private readonly ReadOnlySpan<char> _text = text;
    private readonly int _end = end;
    private int _position = start;
    private int _candidate = start - 1;

    /// <summary>The next sentence without white space at its edges; false when there is none.</summary>
    public bool MoveNext(out TextSpan sentence)
    {
        int first = SkipSpace(_position);
        if (first >= _end)
        {
            sentence = default;
            return false;
        }

        int last = FindEnd(first);
        _position = last;
        while (char.IsWhiteSpace(_text[last - 1]))
            last--;
        sentence = TextSpan.FromBounds(first, last);
        return true;
    }

    private int FindEnd(int first)
    {
        int from = first;
        while (true)
        {
            int at = NextCandidate(from);
            if (Marks.IsThai(_text[first]) && ThaiEnd(first, at) is int thai && thai < at)
                return thai;
            if (at == _end || EndsAt(first, at, out from))
                return at == _end ? _end : from;
        }
    }

    /// <summary>The next candidate, or the end; what was found is kept, since sentences may end before it.</summary>
    private int NextCandidate(int from)
    {
        if (from > _candidate)
        {
            int found = Marks.Candidates.IndexIn(_text[from.._end]);
            _candidate = found < 0 ? _end : from + found;
        }

        return _candidate;
    }

    private readonly int ThaiEnd(int first, int end)
    {
        int from = first + MinThaiSentence;
        while (from < end)
        {
            int space = _text[from..end].IndexOf(' ');
            if (space < 0)
                return end;
            int at = from + space;
            int head = SkipSpace(at);
            if (Marks.IsThai(_text[at - 1]) && head < end && Marks.IsThai(_text[head]))
                return at;
            from = at + 1;
        }

        return end;
    }

    /// <summary>Whether a sentence from <paramref name="first"/> ends at the candidate; <paramref name="next"/> is its end, or where to look on.</summary>
    private readonly bool EndsAt(int first, int at, out int next)
    {
        char mark = _text[at];
        next = at + 1;
        if (char.IsLetter(mark))
        {
            if (!LostEnd.Before(_text, first, at, _end, out int cut))
                return false;
            next = cut;
            return true;
        }

        if (mark is '\t')
            return true;
        if (mark is '•')
        {
            next = at - first >= MinItem ? at : at + 1;
            return at - first >= MinItem;
        }

        if (mark is '→')
        {
            int head = SkipSpace(next);
            return at > first && head < _end && BeginsSentence(head);
        }

        if (mark is ';' or '\u037E')
            return at > first && Marks.IsGreek(_text[at - 1]) && next < _end && char.IsWhiteSpace(_text[next])
                && BeginsSentence(SkipSpace(next));

        SentenceEnd stop = SentenceEnd.Read(_text, first, at, _end);
        next = stop.End;
        int begin = SkipSpace(next);
        if (begin >= _end)
        {
            next = _end;
            return true;
        }

        bool ends = stop.Kind switch
        {
            TerminatorKind.Full => stop.MayEndBefore(begin),
            TerminatorKind.Ellipsis => begin > next && at - first >= MinTrailingOff && Marks.IsLetter(_text[at - 1]) && BeginsSentence(begin),
            _ => BeginsSentence(begin) && (begin > next ? stop.EndsBefore(begin) : stop.EndsGluedTo(begin)),
        };
        return ends && !IsWithinTime(at, begin) && !Enclosure.Holds(_text, first, next, _end);
    }

    /// <summary>"2024.03.14. 오전 9:31": a date in Korean closes with a stop, and its hour goes on behind it.</summary>
    private readonly bool IsWithinTime(int at, int begin) =>
        _text[at] == '.' && at > 0 && char.IsAsciiDigit(_text[at - 1]) && begin + 1 < _end && _text[begin] == '오' && _text[begin + 1] is '전' or '후';

    private readonly bool BeginsSentence(int at) => SentenceEnd.BeginsSentence(_text, at, _end);

    private readonly int SkipSpace(int at)
    {
        while (at < _end && char.IsWhiteSpace(_text[at]))
            at++;
        return at;
    }
}
