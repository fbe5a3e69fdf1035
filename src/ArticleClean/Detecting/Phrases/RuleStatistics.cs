using ArticleClean.Deciding;

namespace ArticleClean.Detecting.Phrases;

/// <summary>What the rules do in a collection of documents: what each finds, what becomes of it, and which say the same. Not thread-safe.</summary>
internal sealed class RuleStatistics
{
    /// <summary>Fewer hits than this in common may be chance.</summary>
    private const int FewestCommonHits = 5;

    private readonly Dictionary<string, RuleFigures> _figures;
    private readonly SortedDictionary<string, int> _documents = new(StringComparer.Ordinal);
    private ulong _segments;

    /// <summary>Statistics of these rules, by their ids; of others nothing is counted.</summary>
    public RuleStatistics(IEnumerable<string> rules) =>
        _figures = rules.Distinct().ToDictionary(id => id, id => new RuleFigures(id), StringComparer.Ordinal);

    /// <summary>The figures of all rules, in the order of the packs.</summary>
    public IReadOnlyCollection<RuleFigures> Rules => _figures.Values;

    /// <summary>How many documents of each language were seen; those of unknown language under <c>?</c>.</summary>
    public IReadOnlyDictionary<string, int> Documents => _documents;

    /// <summary>Counts a document.</summary>
    /// <param name="verdicts">One per segment.</param>
    /// <param name="labels">Whether the line of that index belongs to the article; null where there is no answer, or none for a line.</param>
    public void Add(Perceived perceived, ReadOnlySpan<Verdict> verdicts, IReadOnlyDictionary<int, bool>? labels)
    {
        string language = perceived.Language ?? "?";
        _documents[language] = _documents.GetValueOrDefault(language) + 1;
        foreach (Finding finding in perceived.Phrases)
        {
            if (_figures.TryGetValue(finding.Rule, out RuleFigures? figures))
                figures.Hit(Hash(_segments + (ulong)finding.Segment), verdicts[finding.Segment].Fate == Fate.Remove);
        }

        foreach (Finding finding in perceived.Convicting())
        {
            if (_figures.TryGetValue(finding.Rule, out RuleFigures? figures))
                figures.Convict(labels is not null && labels.TryGetValue(perceived.Document.Segments[finding.Segment].Line, out bool keep) ? keep : null);
        }

        _segments += (ulong)perceived.Document.Segments.Length;
    }

    /// <summary>For each rule that always fires on the same segments as an earlier one of its pack, that one. Packs share loan words, so twins of two packs mean nothing.</summary>
    public IReadOnlyDictionary<string, string> Twins()
    {
        Dictionary<(string Pack, int Hits, ulong Segments), string> first = [];
        Dictionary<string, string> twins = new(StringComparer.Ordinal);
        foreach (RuleFigures figures in Rules.Where(f => f.Hits >= FewestCommonHits))
        {
            (string, int, ulong) found = (Pack(figures.Rule), figures.Hits, figures.Segments);
            if (!first.TryAdd(found, figures.Rule))
                twins.Add(figures.Rule, first[found]);
        }

        return twins;
    }

    /// <summary>Per pack the number of its rules, and of those that found nothing here, so that only their own examples speak for them.</summary>
    public IReadOnlyList<(string Pack, int Rules, int Dead)> Dead() =>
        [.. Rules.GroupBy(f => Pack(f.Rule)).Select(g => (g.Key, g.Count(), g.Count(f => f.IsDead)))];

    private static string Pack(string rule) => rule.Split('/')[0];

    /// <summary>Spreads a segment's number over 64 bits, so that sums of different sets differ (SplitMix64's finaliser).</summary>
    private static ulong Hash(ulong n)
    {
        n += 0x9E3779B97F4A7C15;
        n = (n ^ (n >> 30)) * 0xBF58476D1CE4E5B9;
        n = (n ^ (n >> 27)) * 0x94D049BB133111EB;
        return n ^ (n >> 31);
    }
}

/// <summary>What a rule did.</summary>
internal sealed class RuleFigures(string rule)
{
    public string Rule { get; } = rule;

    /// <summary>Segments that it found.</summary>
    public int Hits { get; private set; }

    /// <summary>Those of them that were removed, on whatever evidence.</summary>
    public int Removed { get; private set; }

    /// <summary>Those that its own evidence would convict.</summary>
    public int Convicting { get; private set; }

    /// <summary>Of the convicting hits those on lines known to be the article's.</summary>
    public int Keep { get; private set; }

    /// <summary>Of the convicting hits those on lines known not to be the article's.</summary>
    public int Drop { get; private set; }

    /// <summary>Share of the hits that stayed in the body, in percent; 0 without hits.</summary>
    public double StayedPercent => Hits == 0 ? 0 : 100.0 * (Hits - Removed) / Hits;

    public bool IsDead => Hits == 0;

    /// <summary>A sum over the segments that it found, equal for equal sets.</summary>
    internal ulong Segments { get; private set; }

    internal void Hit(ulong segment, bool removed)
    {
        Hits++;
        Segments += segment;
        Removed += removed ? 1 : 0;
    }

    internal void Convict(bool? keep)
    {
        Convicting++;
        Keep += keep == true ? 1 : 0;
        Drop += keep == false ? 1 : 0;
    }
}
