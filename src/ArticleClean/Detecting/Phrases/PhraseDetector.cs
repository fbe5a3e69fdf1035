using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>The rule packs as an engine.</summary>
internal sealed class PhraseDetector : IDetector
{
    /// <summary>A rule marked <c>whole</c> counts from this share of the segment's words, in percent.</summary>
    private const int WholePercent = 75;

    private readonly RuleSet _rules;
    private readonly bool[] _off;

    public PhraseDetector(RuleSet rules, IReadOnlyList<string> rulesOff)
    {
        _rules = rules;
        _off = new bool[rules.Rules.Length];
        for (int i = 0; i < _off.Length && rulesOff.Count > 0; i++)
        {
            foreach (string pattern in rulesOff)
                _off[i] |= Matches(rules.Rules[i].Id, pattern);
        }
    }

    private static bool Matches(string id, string pattern) =>
        pattern.EndsWith('*') ? id.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal) : id == pattern;

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
        // The tables are larger than a near cache. All places are found first, so that the templates are on their way meanwhile.
        foreach (Candidate candidate in signs.Candidates(tokens))
        {
            ref readonly Anchor anchor = ref _rules.Anchors[candidate.Anchor];
            ref readonly CompiledTemplate compiled = ref _rules.Templates[anchor.Template];
            if (compiled.CanMatch(present) && !_off[compiled.Rule] && matcher.TryMatch(compiled, candidate.Token, anchor.Lead, out int first, out int last))
                Report(document, index, tokens, compiled.Rule, first, last, firstOfSegment, findings);
        }
    }

    private void MatchPatterns(Segmented document, int index, int firstOfSegment, List<Finding> findings)
    {
        for (int p = 0; p < _rules.Patterns.Count; p++)
        {
            (System.Text.RegularExpressions.Regex pattern, int rule) = _rules.Patterns[p];
            if (_off[rule])
                continue;
            TextSpan span = document.Segments[index].Span;
            foreach (System.Text.RegularExpressions.ValueMatch match in pattern.EnumerateMatches(document.TextOf(index)))
            {
                if (match.Length > 0)
                    Add(document, index, rule, new TextSpan(span.Start + match.Index, match.Length), firstOfSegment, findings);
                break;
            }
        }
    }

    private void Report(
        Segmented document, int index, ReadOnlySpan<Token> tokens, int rule, int first, int end, int firstOfSegment, List<Finding> findings)
    {
        RuleTraits traits = _rules.Rules[rule].Traits;
        if (traits.Rest)
            end = tokens.Length;
        if (traits.Whole && !Covers(tokens, first, end))
            return;
        Add(document, index, rule, TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End), firstOfSegment, findings);
    }

    private static bool Covers(ReadOnlySpan<Token> tokens, int first, int end)
    {
        int words = 0;
        int covered = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation)
                continue;
            words++;
            covered += i >= first && i < end ? 1 : 0;
        }

        return covered * 100 >= words * WholePercent;
    }

    /// <summary>One finding per rule and segment, the one with the longest evidence.</summary>
    private void Add(Segmented document, int index, int rule, TextSpan evidence, int firstOfSegment, List<Finding> findings)
    {
        CompiledRule compiled = _rules.Rules[rule];
        int at = firstOfSegment;
        while (at < findings.Count && findings[at].Rule != compiled.Id)
            at++;
        if (at == findings.Count)
            findings.Add(NewFinding(index, compiled, evidence));
        else if (findings[at].Evidence.Length < evidence.Length)
            findings[at] = NewFinding(index, compiled, evidence);
    }

    private static Finding NewFinding(int index, CompiledRule rule, TextSpan evidence)
    {
        RuleTraits traits = rule.Traits;
        int weight = traits.Cue != StatusCue.None ? 0 : traits.Category == Category.Keep ? -traits.Weight : traits.Weight;
        FindingReach reach = traits.Names ? FindingReach.Names : traits.Weak ? FindingReach.Weak : traits.Heads ? FindingReach.Heads : FindingReach.Segment;
        return new Finding(index, rule.Id, traits.Category, weight, evidence) { Reach = reach, Cut = traits.Cut, Ends = traits.Ends, Cue = traits.Cue };
    }
}
