using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>The names of a byline without what introduces them, without roles, places and agencies.</summary>
internal sealed class BylineText(RuleSet rules)
{
    /// <summary>The names as they are written ("A and B", "A, B"); null when the line names nobody, or somebody who is not the author.</summary>
    public string? Names(string line)
    {
        Segment[] whole = [new Segment(new TextSpan(0, line.Length), 0, 0, 0, -1)];
        TokenList tokens = Lexer.Tokenize(line, whole, rules.Lexicon);
        int first = SkipMarks(tokens, 0);
        if (rules.NamedEnd(NamedList.BylineOther, tokens, first, tokens.Count) > first)
            return null;
        first = SkipIntroduction(line, tokens, first);
        int end = FindEnd(line, tokens, first);
        List<string> names = [];
        bool none = true;
        foreach ((int from, int to) in Pieces(line, tokens, first, end))
        {
            string? name = NameIn(line, tokens, from, to, none);
            none = false;
            if (name is not null)
                names.Add(name);
        }

        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static int SkipMarks(TokenList tokens, int at)
    {
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Punctuation)
            at++;
        return at;
    }

    /// <summary>"By", "Text: Von": the longest introduction, and a second behind a colon.</summary>
    private int SkipIntroduction(string line, TokenList tokens, int first)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            int end = rules.NamedEnd(NamedList.BylineBy, tokens, first, tokens.Count);
            if (end == first || end == tokens.Count)
                return first;
            bool hasColon = tokens[end].Kind == TokenKind.Punctuation;
            // "Reporter Ann Low": what may also be a role is no introduction of its own name without a colon.
            first = SkipMarks(tokens, end);
            if (!hasColon && (tokens[end].Flags & TokenFlags.Unspaced) == 0 && pass == 0 && line.Length > tokens[end].Start && char.IsLower(line[tokens[end].Start]))
                continue;
            if (!hasColon)
                return first;
        }

        return first;
    }

    /// <summary>Names end at a bar, a bracket, a dash, a figure, an address, a wide gap, or a word such as "for", "with", "aus".</summary>
    private int FindEnd(string line, TokenList tokens, int first)
    {
        for (int t = first; t < tokens.Count; t++)
        {
            Token token = tokens[t];
            if (t > first && line.AsSpan(tokens[t - 1].End, token.Start - tokens[t - 1].End) is ['\t', ..] or [_, _, ..])
                return t;
            bool spaced = (token.Flags & TokenFlags.SpaceBefore) != 0;
            char c = line[token.Start];
            bool stops = token.Kind is TokenKind.Number or TokenKind.Url or TokenKind.Handle
                || (token.Kind == TokenKind.Punctuation && (c is '|' or '•' or '·' or '(' or '（' or '—' or '–' or ';' or '；' or '@' or ':' or '：' or '/' or '／' || (c == '-' && spaced)));
            if (stops || (t > first && IsEndWord(line, tokens, t)))
                return t;
        }

        return tokens.Count;
    }

    private bool IsEndWord(string line, TokenList tokens, int at) =>
        !char.IsUpper(line[tokens[at].Start]) && rules.NamedEnd(NamedList.BylineEnd, tokens, at, tokens.Count) > at;

    private static IEnumerable<(int From, int To)> Pieces(string line, TokenList tokens, int first, int end)
    {
        int from = first;
        for (int t = first; t <= end; t++)
        {
            if (t < end && line[tokens[t].Start] is not (',' or '，' or '、' or '،'))
                continue;
            if (t > from)
                yield return (from, t);
            from = t + 1;
        }
    }

    /// <summary>The name in a piece between commas; a later piece of one word is a place.</summary>
    private string? NameIn(string line, TokenList tokens, int from, int to, bool isFirst)
    {
        for (int t = from; t < to; t++)
        {
            int end = rules.NamedEnd(NamedList.BylineRole, tokens, t, to);
            if (end == t)
                continue;
            bool isUnspaced = (tokens[t].Flags & TokenFlags.Unspaced) != 0;
            if (end < to && !isUnspaced)
                return isFirst ? NameIn(line, tokens, end, to, isFirst) : null;
            // 김하늘 기자: the role stands behind the name.
            if (isUnspaced && t > from)
                to = t;
            else if (isUnspaced && end < to)
                from = end;
            else
                return null;
            break;
        }

        bool isSpaced = (tokens[from].Flags & TokenFlags.Unspaced) == 0;
        int agencyEnd = (rules.Lexicon.ClassesOf(tokens[from].Symbol) & WordClasses.Agency) != 0 || (rules.Lexicon.ClassesOf(tokens[from].Symbol) & WordClasses.AgencyStart) != 0
            ? rules.AgencyEnd(tokens, from, to, out _) : from;
        bool isTheAgency = to - from > 1 && rules.AgencyEnd(tokens, from + 1, to, out _) == to;
        if (agencyEnd == to || isTheAgency || (!isFirst && isSpaced && (to - from == 1 || char.IsLower(line[tokens[from].Start]))))
            return null;
        return line[tokens[from].Start..tokens[to - 1].End];
    }
}
