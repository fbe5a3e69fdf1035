using ArticleClean.Detecting;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Findings to verdicts: the only place that looks at neighbours.</summary>
internal static class Decider
{
    public static Decision Decide(Segmented document, IReadOnlyList<Finding> findings, CleanOptions options)
    {
        Verdict[] verdicts = new Verdict[document.Segments.Length];
        Array.Fill(verdicts, new Verdict(Fate.Keep, Category.Keep, 0, []));
        return new Decision(document, verdicts, [], new DocumentStatus(StatusValue.Complete, null, 500, []), ArticleMetadata.None);
    }
}
