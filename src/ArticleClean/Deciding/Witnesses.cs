using System.Collections.Immutable;
using ArticleClean.Detecting;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>
/// The findings that weigh on each segment, as chains through one list: most segments stay, and nobody asks why, so that
/// reasons with their excerpts are made of few.
/// </summary>
internal sealed class Witnesses(Segmented document, int segments)
{
    private readonly Rows<Witness> _all = new(2 * segments);

    /// <summary>Per segment the number of its last witness, from 1; 0 for none.</summary>
    private readonly int[] _last = new int[segments];

    /// <summary>A finding that weighs on a segment.</summary>
    /// <param name="Rule">What it counts as, which a heading above says in its own name.</param>
    /// <param name="Before">Number of the one before it on the same segment, 0 for none.</param>
    private readonly record struct Witness(Finding Finding, string Rule, int Weight, int Before);

    /// <summary>Takes one; those of a segment in the order in which they come.</summary>
    public void Add(int segment, Finding finding, string rule, int weight)
    {
        _all.Add(new Witness(finding, rule, weight, _last[segment]));
        _last[segment] = _all.Count;
    }

    /// <summary>Why a segment got its verdict, the strongest reason first; the run that it stands in where nothing speaks for itself.</summary>
    public ImmutableArray<Reason> Of(int segment, int score)
    {
        if (_last[segment] == 0)
            return [new Reason(EngineRules.Run, null, score)];
        List<Reason> reasons = [];
        for (int at = _last[segment]; at != 0; at = _all[at - 1].Before)
            reasons.Add(new Reason(_all[at - 1].Rule, Excerpt(_all[at - 1].Finding), _all[at - 1].Weight));
        reasons.Reverse();
        reasons.Sort((a, b) => b.Weight != a.Weight ? b.Weight.CompareTo(a.Weight) : string.CompareOrdinal(a.Rule, b.Rule));
        return [.. reasons];
    }

    private string? Excerpt(Finding finding) =>
        finding.Evidence.Length == 0 ? null : document.Document.Text.Substring(finding.Evidence.Start, finding.Evidence.Length);
}
