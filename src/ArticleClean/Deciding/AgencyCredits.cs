using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>An agency that is credited, by the name that the shared lexicon gives first, and how: <c>dateline</c>, <c>source</c>, or the category of the line.</summary>
internal sealed record AgencyCredit(string Name, string From);

/// <summary>Agencies that the document credits: in notices, credits, bylines and datelines, and as sources in the text.</summary>
internal sealed class AgencyCredits(RuleSet rules)
{
    /// <summary>An agency in brackets stands so near the line's begin in a dateline, in tokens.</summary>
    private const int DatelineReach = 9;

    /// <summary>A dateline without brackets ("PARIS, AFP -") is shorter.</summary>
    private const int OpenDatelineReach = 6;

    /// <summary>What follows a dateline is a sentence, of so many tokens at least.</summary>
    private const int SentenceTokens = 7;

    /// <summary>Words between an agency and what makes it the source.</summary>
    private const int SourceReach = 2;

    /// <summary>The agencies in order of their first credit, each once.</summary>
    public List<AgencyCredit> Find(Segmented document, Verdict[] verdicts)
    {
        List<AgencyCredit> found = [];
        HashSet<string> others = [];
        for (int i = 0; i < verdicts.Length; i++)
        {
            Segment segment = document.Segments[i];
            for (int t = segment.FirstToken; t < segment.EndToken; t++)
            {
                if ((rules.Lexicon.ClassesOf(document.Tokens[t].Symbol) & WordClasses.AgencyStart) == 0)
                    continue;
                int end = rules.AgencyEnd(document.Tokens, t, segment.EndToken, out string? name);
                if (end <= t || name is null)
                    continue;
                Mention mention = new(document, segment, t, end);
                if (verdicts[i].Fate != Fate.Remove && mention.IsName && NamesAnother(mention))
                    others.Add(name);
                if (mention.IsName && How(mention, verdicts[i]) is { } how)
                    found.Add(new AgencyCredit(name, how));
                t = end - 1;
            }
        }

        List<AgencyCredit> credits = [];
        foreach (AgencyCredit credit in found)
        {
            bool isKnown = (credit.From == Source && others.Contains(credit.Name)) || credits.Exists(c => c.Name == credit.Name);
            if (!isKnown)
                credits.Add(credit);
        }

        return credits;
    }

    private const string Source = "source";

    private string? How(Mention mention, Verdict verdict)
    {
        if (verdict.Fate == Fate.Remove)
        {
            return verdict.Category is Category.Syndication or Category.Credit or Category.Byline or Category.Caption ? verdict.Category.Id()
                : verdict.Category == Category.Timestamp && mention.IsBracketed ? "dateline" : null;
        }

        return mention.IsCredit ? "dateline" : IsSource(mention) ? Source : null;
    }

    /// <summary>"TASS reported", "told AFP", "according to Xinhua", "quoted by Sputnik".</summary>
    private bool IsSource(Mention mention)
    {
        TokenList tokens = mention.Document.Tokens;
        bool isAmbiguous = rules.NamedEnd(NamedList.AgencyAmbiguous, tokens, mention.First, mention.End) == mention.End;
        bool isCaps = (tokens[mention.First].Flags & (TokenFlags.Caps | TokenFlags.Unspaced)) != 0;
        if (isAmbiguous && !isCaps)
            return false;
        for (int t = Math.Max(mention.Segment.FirstToken, mention.First - SourceReach - 2); t < mention.First; t++)
        {
            int end = rules.NamedEnd(NamedList.AgencySource, tokens, t, mention.First);
            if (end > t && mention.First - end <= SourceReach && !mention.HasStop(end, mention.First))
                return true;
        }

        if (isAmbiguous)
            return false;
        int next = rules.NamedEnd(NamedList.AgencyNoun, tokens, mention.End, mention.Segment.EndToken);
        for (int t = next; t < Math.Min(next + SourceReach, mention.Segment.EndToken) && !mention.HasStop(mention.End, t + 1); t++)
        {
            if (rules.NamedEnd(NamedList.AgencyVerb, tokens, t, mention.Segment.EndToken) > t)
                return true;
            if ((rules.Lexicon.ClassesOf(tokens[t].Symbol) & WordClasses.Stop) == 0)
                return false;
        }

        return false;
    }

    /// <summary>"PTI leaders", "AFP officers", "PTI, the party ...": the letters stand for somebody else in this document.</summary>
    private bool NamesAnother(Mention mention)
    {
        TokenList tokens = mention.Document.Tokens;
        string text = mention.Document.Document.Text;
        int t = mention.End;
        if (t >= mention.Segment.EndToken || (tokens[mention.First].Flags & TokenFlags.Caps) == 0)
            return false;
        if (text[tokens[t].Start] == ',')
        {
            return t + 1 < mention.Segment.EndToken && text.AsSpan(tokens[t + 1].Start, tokens[t + 1].Length) is "the" or "a" or "an"
                && rules.NamedEnd(NamedList.AgencyNoun, tokens, Math.Min(t + 2, mention.Segment.EndToken), mention.Segment.EndToken) == Math.Min(t + 2, mention.Segment.EndToken);
        }

        return tokens[t].Kind == TokenKind.Word && char.IsAsciiLetterLower(text[tokens[t].Start])
            && (rules.Lexicon.ClassesOf(tokens[t].Symbol) & (WordClasses.Stop | WordClasses.Reporting)) == 0
            && rules.NamedEnd(NamedList.AgencyNoun, tokens, t, mention.Segment.EndToken) == t
            && rules.NamedEnd(NamedList.AgencyVerb, tokens, t, mention.Segment.EndToken) == t;
    }

    /// <summary>An agency's name where it stands; tokens half-open.</summary>
    private readonly record struct Mention(Segmented Document, Segment Segment, int First, int End)
    {
        private char At(int token) => token >= Segment.FirstToken && token < Segment.EndToken ? Document.Document.Text[Document.Tokens[token].Start] : '\0';

        /// <summary>Names of agencies are proper names: "ap", "pa" and "ani" in lower case are words, but for "(dpa)".</summary>
        public bool IsName =>
            IsBracketed || (Document.Tokens[First].Flags & (TokenFlags.Title | TokenFlags.Unspaced)) != 0 || !char.IsLower(Document.Document.Text[Document.Tokens[First].Start]);

        public bool IsBracketed => At(First - 1) is '(' or '（' or '[' or '【' or '/' or '、' && At(End) is ')' or '）' or ']' or '】' or '/' or '-' or ',' or '–' or '—';

        /// <summary>"KYIV (Reuters) —", "... in Sanok. (PAP)", "PARIS, AFP -", "— AFP", "САМАРА, 3 мая - РИА Новости.".</summary>
        public bool IsCredit
        {
            get
            {
                if (IsBracketed)
                    return First - Segment.FirstToken <= DatelineReach || End >= Segment.EndToken - 1;
                bool isOpen = At(End) is '-' or '–' or '—' or ':' && First - Segment.FirstToken <= OpenDatelineReach && Segment.EndToken - End >= SentenceTokens;
                bool isLast = End == Segment.EndToken || (End == Segment.EndToken - 1 && At(End) == '.');
                bool isSignOff = isLast && At(First - 1) is '-' or '–' or '—';
                return isSignOff || (isOpen && At(First - 1) is ',' or '/' or '(' or '.' or '\0');
            }
        }

        public bool HasStop(int from, int to)
        {
            for (int t = from; t < to; t++)
            {
                if (At(t) is '.' or ';' or '。' or ',' or '،')
                    return true;
            }

            return false;
        }
    }
}
