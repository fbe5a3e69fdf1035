using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting;

/// <summary>A claim about a segment with its evidence.</summary>
/// <param name="Segment">Index into <see cref="Segmented.Segments"/>.</param>
/// <param name="Rule">Full id of the rule: <c>en/paywall.limit-reached</c>, <c>structure/share-bar</c>, <c>model/line</c>.</param>
/// <param name="Category">What it says the segment is; <see cref="Category.Keep"/> speaks for the article.</param>
/// <param name="Weight">Thousandths of log-odds that the segment is not the article; negative speaks for the article.</param>
/// <param name="Evidence">What was seen, in the document's text; empty for the model.</param>
internal sealed record Finding(int Segment, string Rule, Category Category, int Weight, TextSpan Evidence)
{
    /// <summary>How far the claim reaches.</summary>
    public FindingReach Reach { get; init; }

    /// <summary>The evidence may be cut out of the middle of a segment.</summary>
    public bool Cut { get; init; }

    /// <summary>After such a segment the article does not go on.</summary>
    public bool Ends { get; init; }

    /// <summary>What it tells the judge of the document's status.</summary>
    public StatusCue Cue { get; init; }
}

/// <summary>How far a claim reaches.</summary>
internal enum FindingReach : byte
{
    /// <summary>The segment, as much as the evidence covers it.</summary>
    Segment,
    /// <summary>The segment whatever the evidence covers: the engine judged the whole of it.</summary>
    Whole,
    /// <summary>The segment is a heading; the same holds for the short segments that follow it.</summary>
    Heads,
    /// <summary>Circumstantial: convicts only with another cue or boilerplate neighbours.</summary>
    Weak,
    /// <summary>Says what the segment would be called if it goes, and nothing on whether it goes.</summary>
    Names,
}

/// <summary>An engine: pure, thread-safe, one finding per claim, in any order.</summary>
internal interface IDetector
{
    void Detect(Segmented document, List<Finding> findings);
}
