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

    /// <summary>The lists of labels, and what their words are.</summary>
    private static readonly NamedList[] Labels = [NamedList.TimePublished, NamedList.TimeUpdated, NamedList.TimeAm, NamedList.TimePm];

    private static readonly TimeAtomKind[] LabelKinds = [TimeAtomKind.Published, TimeAtomKind.Updated, TimeAtomKind.Am, TimeAtomKind.Pm];

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
            else if (char.IsLetter(text[at]) && token < tokens.Count && tokens[token].Start == at && Find(rules, tokens, token) is var found && found.End > at)
            {
                atoms.Add(found with { Start = at });
                at = found.End;
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

    /// <summary>The longest word of the lists that begins at a token; its end is 0 when there is none.</summary>
    private static TimeAtom Find(RuleSet rules, TokenList tokens, int token)
    {
        TimeAtom best = default;
        int longest = token;
        for (int i = 0; i < Labels.Length; i++)
        {
            int end = rules.NamedEnd(Labels[i], tokens, token, tokens.Count);
            if (end > longest)
                (longest, best) = (end, new TimeAtom(LabelKinds[i], 0, 0, tokens[end - 1].End));
        }

        for (int month = 0; month < 12; month++)
        {
            int end = rules.NamedEnd((NamedList)((int)NamedList.Month1 + month), tokens, token, tokens.Count);
            if (end > longest)
                (longest, best) = (end, new TimeAtom(TimeAtomKind.Month, month + 1, 0, tokens[end - 1].End));
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
