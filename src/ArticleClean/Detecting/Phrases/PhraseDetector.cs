using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>The rule packs as an engine.</summary>
internal sealed class PhraseDetector : IDetector
{
    /// <summary>A rule marked <c>whole</c> counts from this share of the segment's words, in percent.</summary>
    private const int WholePercent = 75;

    private readonly RuleSet _rules;

    /// <summary>Per rule what is asked of it at every match, beside each other: the rules themselves lie all over the memory.</summary>
    private readonly Use[] _uses;

    /// <summary>What is to be done with a match.</summary>
    [Flags]
    private enum Use : byte
    {
        None = 0,
        Off = 1,
        /// <summary>The rest of the segment belongs to the match.</summary>
        Rest = 2,
        /// <summary>The match has to be most of its segment.</summary>
        Whole = 4,
    }

    public PhraseDetector(RuleSet rules, RulesOff off)
    {
        _rules = rules;
        _uses = new Use[rules.Rules.Length];
        for (int i = 0; i < _uses.Length; i++)
        {
            RuleTraits traits = rules.Rules[i].Traits;
            _uses[i] = (traits.Rest ? Use.Rest : Use.None) | (traits.Whole ? Use.Whole : Use.None);
            _uses[i] |= off.Contains(rules.Rules[i].Id) ? Use.Off : Use.None;
        }
    }

    public void Detect(Segmented document, List<Finding> findings)
    {
        int longest = 0;
        foreach (ref readonly Segment segment in document.Segments.AsSpan())
            longest = Math.Max(longest, segment.TokenCount);
        TokenSigns signs = new(_rules, longest);
        for (int s = 0; s < document.Segments.Length; s++)
        {
            ref readonly Segment segment = ref document.Segments[s];
            Detect(document, s, document.Tokens.Slice(segment.FirstToken, segment.EndToken), signs, findings);
        }
    }

    private void Detect(Segmented document, int index, ReadOnlySpan<Token> tokens, TokenSigns signs, List<Finding> findings)
    {
        int firstOfSegment = findings.Count;
        signs.Read(document.Document.Text, tokens);
        if (signs.HasWords)
            Match(document, index, tokens, signs, findings);
        if (_rules.Patterns.Count > 0)
            MatchPatterns(document, index, firstOfSegment, findings);
    }

    private void Match(Segmented document, int index, ReadOnlySpan<Token> tokens, TokenSigns signs, List<Finding> findings)
    {
        int firstOfSegment = findings.Count;
        SymbolFilter present = signs.Present;
        TemplateMatcher matcher = new(_rules, document.Document.Text, tokens, signs);
        // The tables are larger than a near cache. All places are found first, so that the templates are on their way
        // meanwhile; the program of the next one sets out while this one is run.
        ReadOnlySpan<Candidate> candidates = signs.Candidates(tokens);
        for (int c = 0; c < candidates.Length; c++)
        {
            ref readonly Anchor anchor = ref _rules.Anchors[candidates[c].Anchor];
            ref readonly CompiledTemplate compiled = ref _rules.Templates[anchor.Template];
            if (c + 1 < candidates.Length)
                NearCache.Fetch(in _rules.Program[_rules.Templates[_rules.Anchors[candidates[c + 1].Anchor].Template].Entry]);
            if (compiled.CanMatch(present) && (_uses[compiled.Rule] & Use.Off) == 0 && matcher.TryMatch(compiled, candidates[c].Token, anchor.Lead, out int first, out int last))
                Report(document, index, tokens, compiled.Rule, first, last, firstOfSegment, findings);
        }
    }

    private void MatchPatterns(Segmented document, int index, int firstOfSegment, List<Finding> findings)
    {
        for (int p = 0; p < _rules.Patterns.Count; p++)
        {
            (System.Text.RegularExpressions.Regex pattern, int rule) = _rules.Patterns[p];
            if ((_uses[rule] & Use.Off) != 0)
                continue;
            TextSpan span = document.Segments[index].Span;
            foreach (System.Text.RegularExpressions.ValueMatch match in pattern.EnumerateMatches(document.TextOf(index)))
            {
                if (match.Length > 0)
                    Add(document, index, rule, new TextSpan(span.Start + match.Index, match.Length), firstOfSegment, findings, isGlued: false);
                break;
            }
        }
    }

    private void Report(
        Segmented document, int index, ReadOnlySpan<Token> tokens, int rule, int first, int end, int firstOfSegment, List<Finding> findings)
    {
        Use use = _uses[rule];
        bool isGlued = false;
        if ((use & Use.Rest) != 0)
        {
            int sentence = GluedSentence(document, tokens, end);
            isGlued = sentence < tokens.Length;
            end = sentence;
        }

        if ((use & Use.Whole) != 0 && !Covers(tokens, first, end))
            return;
        Add(document, index, rule, TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End), firstOfSegment, findings, isGlued);
    }

    /// <summary>
    /// Where a title ends and a sentence of the article is glued to it with no mark between them: "... find a mate The cub was
    /// released at dawn." A function word with a capital follows a word without one, and a sentence's length and end behind it.
    /// </summary>
    /// <returns>The first token of the sentence, the number of tokens when there is none.</returns>
    private int GluedSentence(Segmented document, ReadOnlySpan<Token> tokens, int end)
    {
        if (tokens[^1].Kind != TokenKind.Punctuation || document.Document.Text[tokens[^1].Start] is not ('.' or '!' or '?' or '…' or '"' or '”' or '»'))
            return tokens.Length;
        for (int i = end + MinTitleTokens; i + MinSentenceTokens <= tokens.Length && i <= end + MaxTitleTokens; i++)
        {
            if (IsSmallWord(tokens[i - 1]) && tokens[i].Kind == TokenKind.Word && (tokens[i].Flags & TokenFlags.Title) != 0
                && (_rules.Lexicon.ClassesOf(tokens[i].Symbol) & WordClasses.Stop) != 0 && (_rules.Lexicon.ClassesOf(tokens[i - 1].Symbol) & WordClasses.Stop) == 0)
                return i;
        }

        return tokens.Length;
    }

    private static bool IsSmallWord(Token token) => token.Kind == TokenKind.Word && (token.Flags & (TokenFlags.Title | TokenFlags.Caps | TokenFlags.Unspaced)) == 0;

    /// <summary>A title has so many tokens at least, and at most: a long segment that holds thousands of phrases is not read for each.</summary>
    private const int MinTitleTokens = 3;

    /// <inheritdoc cref="MinTitleTokens"/>
    private const int MaxTitleTokens = 40;

    /// <summary>A sentence has so many tokens at least, with its full stop.</summary>
    private const int MinSentenceTokens = 7;

    private static bool Covers(ReadOnlySpan<Token> tokens, int first, int end)
    {
        int words = 0;
        int covered = 0;
        // Counted no further than the phrase could cover: a long segment that holds thousands of phrases is not read for each.
        long most = (end - first) * 100L;
        for (int i = 0; i < tokens.Length && words * (long)WholePercent <= most; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
                continue;
            words++;
            covered += i >= first && i < end ? 1 : 0;
        }

        return covered * 100L >= words * (long)WholePercent;
    }

    /// <summary>One finding per rule and segment, the one with the longest evidence.</summary>
    private void Add(Segmented document, int index, int rule, TextSpan evidence, int firstOfSegment, List<Finding> findings, bool isGlued)
    {
        CompiledRule compiled = _rules.Rules[rule];
        int at = firstOfSegment;
        while (at < findings.Count && findings[at].Rule != compiled.Id)
            at++;
        if (at == findings.Count)
            findings.Add(NewFinding(index, compiled, evidence, isGlued));
        else if (findings[at].Evidence.Length < evidence.Length)
            findings[at] = NewFinding(index, compiled, evidence, isGlued);
    }

    private static Finding NewFinding(int index, CompiledRule rule, TextSpan evidence, bool isGlued)
    {
        RuleTraits traits = rule.Traits;
        int weight = traits.Cue != StatusCue.None ? 0 : traits.Category == Category.Keep ? -traits.Weight : traits.Weight;
        FindingReach reach = traits.Names ? FindingReach.Names : traits.Weak ? FindingReach.Weak : traits.Heads ? FindingReach.Heads : FindingReach.Segment;
        return new Finding(index, rule.Id, traits.Category, weight, evidence) { Reach = reach, Cut = traits.Cut || isGlued, Ends = traits.Ends, Cue = traits.Cue };
    }
}
