namespace ArticleClean.Detecting.Phrases;

/// <summary>The findings of the rules, one per rule and segment: that with the longest evidence. Not thread-safe.</summary>
internal sealed class RuleFindings(RuleSet rules, List<Finding> findings)
{
    /// <summary>The rules of the segment's findings, beside each other: the findings lie all over the memory.</summary>
    private readonly Rows<int> _rules = new();

    private int _first = findings.Count;
    private int _segment;

    /// <summary>What is added from now on was found in a segment.</summary>
    public void Begin(int segment)
    {
        (_first, _segment) = (findings.Count, segment);
        _rules.Clear();
    }

    /// <summary>Takes a match of a rule.</summary>
    /// <param name="isGlued">Something else of the segment follows the evidence, without a mark between them.</param>
    public void Add(int rule, TextSpan evidence, bool isGlued)
    {
        int at = 0;
        while (at < _rules.Count && !IsSame(_rules[at], rule))
            at++;
        if (at == _rules.Count)
        {
            _rules.Add(rule);
            findings.Add(NewFinding(rules.Rules[rule], evidence, isGlued));
        }
        else if (findings[_first + at].Evidence.Length < evidence.Length)
        {
            findings[_first + at] = NewFinding(rules.Rules[rule], evidence, isGlued);
        }
    }

    /// <summary>A pack of one's own may have a rule of the name of a built-in one.</summary>
    private bool IsSame(int one, int other) => one == other || (rules.HasNamesakes && rules.Rules[one].Id == rules.Rules[other].Id);

    private Finding NewFinding(CompiledRule rule, TextSpan evidence, bool isGlued)
    {
        RuleTraits traits = rule.Traits;
        int weight = traits.Cue != StatusCue.None ? 0 : traits.Category == Category.Keep ? -traits.Weight : traits.Weight;
        FindingReach reach = traits.Names ? FindingReach.Names : traits.Weak ? FindingReach.Weak : traits.Heads ? FindingReach.Heads : FindingReach.Segment;
        return new Finding(_segment, rule.Id, traits.Category, weight, evidence) { Reach = reach, Cut = traits.Cut || isGlued, Ends = traits.Ends, Cue = traits.Cue };
    }
}
