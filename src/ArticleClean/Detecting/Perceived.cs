using ArticleClean.Deciding;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting;

/// <summary>A document with what the rules find in it and its language (null: not known).</summary>
internal sealed record Perceived(Segmented Document, List<Finding> Phrases, string? Language, Lexicon Lexicon)
{
    /// <summary>
    /// The findings that would convict their segment with no other evidence for it, in order: weight at
    /// <see cref="Decider.OwnEvidence"/> or above, as it holds for the segment and the document's language, less what guards say.
    /// </summary>
    public IEnumerable<Finding> Convicting()
    {
        Dictionary<int, int> guards = [];
        foreach (Finding finding in Phrases)
        {
            if (finding.Weight < 0)
                guards[finding.Segment] = guards.GetValueOrDefault(finding.Segment) + finding.Weight;
        }

        foreach (Finding finding in Phrases)
        {
            if (finding is { Weight: > 0, Cue: StatusCue.None } && finding.Reach is not (FindingReach.Weak or FindingReach.Names)
                && Weigh(finding) + guards.GetValueOrDefault(finding.Segment) >= Decider.OwnEvidence)
                yield return finding;
        }
    }

    private int Weigh(Finding finding) =>
        EvidenceScale.Weigh(Document, finding, SegmentShape.Of(Document, Lexicon, finding.Segment)) * LanguageFit.Percent(finding.Rule, Language) / 100;
}
