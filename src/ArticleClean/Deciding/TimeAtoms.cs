using System.Globalization;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

internal enum TimeAtomKind : byte
{
    /// <summary>Digits; the value in <see cref="TimeAtom.Value"/>.</summary>
    Number,
    /// <summary>1 to 12.</summary>
    Month,
    Published,
    Updated,
    Am,
    Pm,
    /// <summary>Any other word.</summary>
    Word,
    /// <summary>A mark, or a character of an unspaced script; its code in <see cref="TimeAtom.Value"/>.</summary>
    Mark,
}

/// <summary>A piece of a line that tells a time; start and end are half-open, in the line.</summary>
internal readonly record struct TimeAtom(TimeAtomKind Kind, int Value, int Start, int End)
{
    public int Length => End - Start;
    public bool IsNumber => Kind == TimeAtomKind.Number;
    public bool IsMark(char mark) => Kind == TimeAtomKind.Mark && Value == mark;
}

/// <summary>Cuts a line into atoms: digits of any script, words that the lexicon's lists of months and labels know, marks.</summary>
internal static class TimeAtoms
{
    /// <summary>No number of a date is longer.</summary>
    private const int MostDigits = 9;

    private static readonly (NamedList List, TimeAtomKind Kind)[] Known =
    [
        (NamedList.TimePublished, TimeAtomKind.Published), (NamedList.TimeUpdated, TimeAtomKind.Updated),
        (NamedList.TimeAm, TimeAtomKind.Am), (NamedList.TimePm, TimeAtomKind.Pm),
    ];

    public static Rows<TimeAtom> Of(string text, RuleSet rules)
    {
        Segment[] whole = [new Segment(new TextSpan(0, text.Length), 0, 0, 0, -1)];
        TokenList tokens = Lexer.Tokenize(text, whole, rules.Lexicon);
        Rows<TimeAtom> atoms = new();
        int token = 0;
        int at = 0;
        while (at < text.Length)
        {
            while (token < tokens.Count && tokens[token].Start < at)
                token++;
            if (char.IsDigit(text[at]))
                at = Number(text, at, atoms);
            else if (char.IsLetter(text[at]) && token < tokens.Count && tokens[token].Start == at && Find(rules, tokens, token) is var (kind, value, end) && end > at)
            {
                atoms.Add(new TimeAtom(kind, value, at, end));
                at = end;
            }
            else if (Meridiem(text, at) is var half && half != TimeAtomKind.Word)
            {
                atoms.Add(new TimeAtom(half, 0, at, at + 3));
                at += 3;
            }
            else if (Marks.IsUnspaced(text[at]) || !char.IsLetter(text[at]))
            {
                if (!char.IsWhiteSpace(text[at]))
                    atoms.Add(new TimeAtom(TimeAtomKind.Mark, text[at], at, at + 1));
                at++;
            }
            else
                at = Word(text, at, atoms);
        }

        return atoms;
    }

    /// <summary>"a.m", "P.M": the lists hold words without marks.</summary>
    private static TimeAtomKind Meridiem(string text, int at)
    {
        if (at + 2 >= text.Length || text[at + 1] != '.' || text[at + 2] is not ('m' or 'M') || (at > 0 && char.IsLetter(text[at - 1])))
            return TimeAtomKind.Word;
        return text[at] switch
        {
            'a' or 'A' => TimeAtomKind.Am,
            'p' or 'P' => TimeAtomKind.Pm,
            _ => TimeAtomKind.Word,
        };
    }

    private static (TimeAtomKind Kind, int Value, int End) Find(RuleSet rules, TokenList tokens, int token)
    {
        (TimeAtomKind Kind, int Value, int End) best = default;
        int longest = token;
        foreach ((NamedList list, TimeAtomKind kind) in Known)
        {
            int end = rules.NamedEnd(list, tokens, token, tokens.Count);
            if (end > longest)
                (longest, best) = (end, (kind, 0, tokens[end - 1].End));
        }

        for (int month = 0; month < 12; month++)
        {
            int end = rules.NamedEnd((NamedList)((int)NamedList.Month1 + month), tokens, token, tokens.Count);
            if (end > longest)
                (longest, best) = (end, (TimeAtomKind.Month, month + 1, tokens[end - 1].End));
        }

        return best;
    }

    private static int Number(string text, int at, Rows<TimeAtom> atoms)
    {
        int start = at;
        int value = 0;
        for (; at < text.Length && char.IsDigit(text[at]) && at - start < MostDigits; at++)
            value = (value * 10) + (int)CharUnicodeInfo.GetNumericValue(text[at]);
        atoms.Add(new TimeAtom(TimeAtomKind.Number, value, start, at));
        return at;
    }

    private static int Word(string text, int at, Rows<TimeAtom> atoms)
    {
        int start = at;
        while (at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
               && !Marks.IsUnspaced(text[at]))
            at++;
        at = Math.Max(at, start + 1);
        atoms.Add(new TimeAtom(TimeAtomKind.Word, 0, start, at));
        return at;
    }
}
