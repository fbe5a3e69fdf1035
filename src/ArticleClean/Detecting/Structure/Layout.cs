using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>A document as the structure detectors see it: how each segment looks, and where the running text stands.</summary>
internal sealed class Layout
{
    /// <summary>What a line that is no sentence takes from a stretch of running text, in words.</summary>
    private const int FurnitureCost = 3;

    /// <summary>What a short sentence adds to it.</summary>
    private const int ShortSentenceGain = 2;

    /// <summary>No sentence adds more.</summary>
    private const int MaxGain = 40;

    /// <summary>Less running text is no article yet.</summary>
    private const int ArticleWords = 60;

    /// <summary>A title has so many words.</summary>
    private const int TitleWords = 4;

    /// <inheritdoc cref="TitleWords"/>
    private const int MostTitleWords = 22;

    /// <summary>A rule of so much weight claims its segment.</summary>
    private const int ClaimWeight = 3000;

    private readonly bool[] _named;

    private Layout(Segmented document, RuleSet rules, List<Finding> phrases)
    {
        (Document, Rules) = (document, rules);
        Looks = new Look[document.Segments.Length];
        for (int i = 0; i < Looks.Length; i++)
            Looks[i] = Look.Of(document, rules.Lexicon, i);
        (BodyStart, BodyEnd) = DensestStretch(Looks);
        while (FirstProse < Looks.Length && !Looks[FirstProse].IsProse)
            FirstProse++;
        for (int words = 0; ArticleBegun < Looks.Length && words < ArticleWords; ArticleBegun++)
            words += Looks[ArticleBegun].IsProse ? Looks[ArticleBegun].Words : 0;
        _named = new bool[Looks.Length];
        Claims = new Category[Looks.Length];
        foreach (Finding finding in phrases)
        {
            // "(Photo: A. Lund, reporter)" is a credit, though a rule of bylines knows its end.
            if (LanguageFit.Percent(finding.Rule, document.Language) == LanguageFit.AllPercent && finding is { Weight: >= ClaimWeight, Reach: FindingReach.Segment or FindingReach.Heads, Cue: StatusCue.None }
                && !(finding.Evidence.Length == 1 && !char.IsLetterOrDigit(document.Document.Text[finding.Evidence.Start]))
                && !(finding.Category == Category.Byline && Claims[finding.Segment] is Category.Credit or Category.Caption))
                Claims[finding.Segment] = finding.Category;
            _named[finding.Segment] |= finding.Weight > 0 && finding.Reach != FindingReach.Names;
        }
    }

    public Segmented Document { get; }
    public RuleSet Rules { get; }
    public Look[] Looks { get; }

    /// <summary>The first segment of the stretch with the most running text, and the one after its last; equal when there is none.</summary>
    public int BodyStart { get; }

    /// <inheritdoc cref="BodyStart"/>
    public int BodyEnd { get; }

    /// <summary>The first segment of running text, the number of segments when there is none.</summary>
    public int FirstProse { get; }

    /// <summary>The first segment with the beginning of an article before it, the number of segments when there is none: what is looked for below the article is looked for from here on.</summary>
    public int ArticleBegun { get; }

    /// <summary>What a rule says each segment is; <see cref="Category.Keep"/> where none says anything.</summary>
    public Category[] Claims { get; }

    /// <summary>The document is text, where a line's place and shape are all there is to see.</summary>
    public bool IsText => Document.Document.Html is null;

    public int Count => Looks.Length;

    public static Layout Of(Segmented document, RuleSet rules, List<Finding> phrases) => new(document, rules, phrases);

    public bool IsOutside(int segment) => segment < BodyStart || segment >= BodyEnd;

    public ReadOnlySpan<char> TextOf(int segment) => Document.TextOf(segment);

    public ReadOnlySpan<Token> TokensOf(int segment) =>
        Document.Tokens.Slice(Document.Segments[segment].FirstToken, Document.Segments[segment].EndToken);

    public WordClasses ClassesOf(Token token) => Rules.Lexicon.ClassesOf(token.Symbol);

    public char CharOf(Token token) => Document.Document.Text[token.Start];

    public int LineOf(int segment) => Document.Segments[segment].Line;

    /// <summary>The segment after the last of a segment's line.</summary>
    public int EndOfLine(int segment)
    {
        int line = LineOf(segment);
        do
            segment++;
        while (segment < Count && LineOf(segment) == line);
        return segment;
    }

    /// <summary>Whether two segments stand in one block: no more than one blank line between each pair of neighbours is not asked, only nearness.</summary>
    public bool AreNear(int first, int second) => Math.Abs(LineOf(second) - LineOf(first)) <= 2 * Math.Abs(second - first);

    /// <summary>Some rule, weak or not, knows words of the segment.</summary>
    public bool IsNamed(int segment) => _named[segment];

    public bool IsClaimed(int segment) => Claims[segment] != Category.Keep;

    /// <summary>Whether a line could be the title of a story: some words and no full stop.</summary>
    public bool IsTitleLine(int segment)
    {
        Look look = Looks[segment];
        return look.Whole && !look.Ends && !look.Introduces && look.Words is >= TitleWords and <= MostTitleWords;
    }

    /// <summary>A claim about the whole segment.</summary>
    public Finding Whole(int segment, string rule, Category category, int weight) =>
        new(segment, rule, category, weight, Document.Segments[segment].Span) { Reach = FindingReach.Whole };

    /// <summary>A circumstantial claim about the segment.</summary>
    public Finding Weak(int segment, string rule, Category category, int weight) =>
        new(segment, rule, category, weight, Document.Segments[segment].Span) { Reach = FindingReach.Weak };

    /// <summary>The contiguous stretch with the largest sum (Kadane): sentences add their words, other lines take some.</summary>
    private static (int Start, int End) DensestStretch(Look[] looks)
    {
        int best = 0, bestStart = 0, bestEnd = 0, sum = 0, start = 0;
        for (int i = 0; i < looks.Length; i++)
        {
            Look look = looks[i];
            int gain = look.IsProse ? Math.Min(look.Words, MaxGain) : look.Ends ? ShortSentenceGain : -FurnitureCost;
            if (sum <= 0)
                (sum, start) = (0, i);
            sum += gain;
            if (sum > best)
                (best, bestStart, bestEnd) = (sum, start, i + 1);
        }

        return (bestStart, bestEnd);
    }
}
