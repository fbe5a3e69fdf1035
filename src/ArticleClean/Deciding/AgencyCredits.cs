using System.Collections.Immutable;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Agencies that the document credits: in notices, credits, bylines and datelines, and as sources in the text.</summary>
internal sealed class AgencyCredits(RuleSet rules)
{
    /// <summary>Words between an agency and the verb that makes it a source.</summary>
    private const int SourceReach = 3;

    /// <summary>The agencies in order of their first credit, each once, by the name that the shared lexicon gives first.</summary>
    public ImmutableArray<string> Find(Segmented document, Verdict[] verdicts)
    {
        List<string> found = [];
        for (int i = 0; i < verdicts.Length; i++)
        {
            Segment segment = document.Segments[i];
            for (int t = segment.FirstToken; t < segment.EndToken; t++)
            {
                if ((rules.Lexicon.ClassesOf(document.Tokens[t].Symbol) & WordClasses.AgencyStart) == 0)
                    continue;
                int end = rules.AgencyEnd(document.Tokens, t, segment.EndToken, out string? name);
                if (end <= t)
                    continue;
                if (name is not null && !found.Contains(name) && IsCredited(document, segment, verdicts[i], t, end))
                    found.Add(name);
                t = end - 1;
            }
        }

        return [.. found];
    }

    private bool IsCredited(Segmented document, Segment segment, Verdict verdict, int first, int end)
    {
        // Names of agencies are proper names: "ap", "pa" and "ani" in lower case are words.
        Token token = document.Tokens[first];
        string text = document.Document.Text;
        if ((token.Flags & (TokenFlags.Title | TokenFlags.Unspaced)) == 0 && char.IsLower(text[token.Start]))
            return false;
        if (verdict.Fate == Fate.Remove && verdict.Category is Category.Syndication or Category.Credit or Category.Byline or Category.Caption)
            return true;
        if (verdict.Fate == Fate.Remove && verdict.Category != Category.Timestamp)
            return false;
        return IsBracketed(text, document.Tokens, segment, first, end) || IsSource(document, segment, first, end);
    }

    /// <summary>"KYIV (Reuters) —", "... in Sanok. (PAP)", "— AFP", "PARIS, AFP -".</summary>
    private static bool IsBracketed(string text, TokenList tokens, Segment segment, int first, int end)
    {
        char before = first > segment.FirstToken ? text[tokens[first - 1].Start] : '\0';
        char after = end < segment.EndToken ? text[tokens[end].Start] : '\0';
        bool near = first - segment.FirstToken <= 8 || end == segment.EndToken || (end == segment.EndToken - 1);
        if (before is '(' or '（' or '[' or '【' && after is ')' or '）' or ']' or '】' or '/' or '-' or ',')
            return near;
        bool dash = after is '-' or '–' or '—' or ':' && first - segment.FirstToken <= 5;
        return dash && before is ',' or '/' or '(' or '.' or '\0' && (segment.EndToken - end) > 6;
    }

    /// <summary>"TASS reported", "told AFP", "according to Xinhua", "quoted by Sputnik".</summary>
    private bool IsSource(Segmented document, Segment segment, int first, int end)
    {
        for (int t = Math.Max(segment.FirstToken, first - SourceReach); t < Math.Min(segment.EndToken, end + SourceReach); t++)
        {
            if (t >= first && t < end)
                continue;
            if (document.Tokens[t].Kind == TokenKind.Punctuation && document.Document.Text[document.Tokens[t].Start] is '.' or ';')
            {
                if (t >= end)
                    return false;
                continue;
            }

            if ((rules.Lexicon.ClassesOf(document.Tokens[t].Symbol) & WordClasses.Reporting) != 0)
                return true;
        }

        return false;
    }
}
