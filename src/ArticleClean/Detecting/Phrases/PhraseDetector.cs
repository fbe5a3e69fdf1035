using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>The rule packs as an engine.</summary>
internal sealed class PhraseDetector : IDetector
{
    /// <summary>A rule marked <c>whole</c> counts from this share of the segment's words, in percent.</summary>
    private const int WholePercent = 75;

    /// <summary>The most words of a segment in which a match of so many words counts for a rule marked <c>whole</c>.</summary>
    public static int MostWordsOfWhole(int matched) => matched * 100 / WholePercent;

    /// <summary>What a longer segment has needed is not kept for the next document.</summary>
    private const int MostSpareTokens = 10_000;

    private readonly RuleSet _rules;

    /// <summary>For the next document: who takes it has it alone.</summary>
    private TokenSigns? _spare;

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
        TokenSigns signs = Interlocked.Exchange(ref _spare, null) ?? new TokenSigns(_rules);
        signs.Reserve(longest);
        RuleFindings found = new(_rules, findings);
        for (int s = 0; s < document.Segments.Length; s++)
        {
            ref readonly Segment segment = ref document.Segments[s];
            found.Begin(s);
            signs.Read(document.Document.Text, document.Tokens.Slice(segment.FirstToken, segment.EndToken));
            if (signs.HasWords)
                Match(document, document.Tokens.Slice(segment.FirstToken, segment.EndToken), signs, found);
            if (_rules.Patterns.Count > 0)
                MatchPatterns(document, s, found);
        }

        _spare = longest <= MostSpareTokens ? signs : null;
    }

    private void Match(Segmented document, ReadOnlySpan<Token> tokens, TokenSigns signs, RuleFindings found)
    {
        SymbolFilter present = signs.Present;
        TemplateMatcher matcher = new(_rules, document.Document.Text, tokens, signs);
        // The tables are larger than a near cache. All places are found first, so that the templates are on their way
        // meanwhile; the program of the next one sets out while this one is run.
        ReadOnlySpan<Candidate> candidates = signs.Candidates();
        for (int c = 0; c < candidates.Length; c++)
        {
            Candidate candidate = candidates[c];
            ref readonly CompiledTemplate compiled = ref _rules.Templates[candidate.Template];
            if (c + 1 < candidates.Length)
                NearCache.Fetch(in _rules.Program[_rules.Templates[candidates[c + 1].Template].Entry]);
            if (compiled.CanMatch(present) && (_uses[compiled.Rule] & Use.Off) == 0 && matcher.TryMatch(compiled, candidate.Token, candidate.Lead, out int first, out int last))
                Report(document, tokens, compiled.Rule, first, last, found);
        }
    }

    private void MatchPatterns(Segmented document, int index, RuleFindings found)
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
                    found.Add(rule, new TextSpan(span.Start + match.Index, match.Length), isGlued: false);
                break;
            }
        }
    }

    private void Report(Segmented document, ReadOnlySpan<Token> tokens, int rule, int first, int end, RuleFindings found)
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
        found.Add(rule, TextSpan.FromBounds(tokens[first].Start, tokens[end - 1].End), isGlued);
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

    /// <summary>Whether a match is most of its segment.</summary>
    internal static bool Covers(ReadOnlySpan<Token> tokens, int first, int end)
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
}
