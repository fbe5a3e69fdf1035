using ArticleClean.Cli.Files;

namespace ArticleClean.Cli.Checking;

/// <summary>Which findings are reported, and which of them make the exit code 1.</summary>
internal sealed record Selection(Selectors Select, Selectors Ignore, Selectors FailOn)
{
    /// <summary>What an article rightly has: worth a note, and no reason to fail.</summary>
    private static readonly string[] Notes = ["headline", "byline", "timestamp", "caption", "credit"];

    /// <summary>The selection of the options' values; empty lists stand for the defaults.</summary>
    public static Selection Of(IReadOnlyList<string> select, IReadOnlyList<string> ignore, IReadOnlyList<string> failOn) => new(
        select.Count == 0 ? Selectors.All : Selectors.Parse("--select", select),
        Selectors.Parse("--ignore", ignore),
        failOn.Count == 0 ? Selectors.AllBut(Notes) : Selectors.Parse("--fail-on", failOn));

    /// <summary>Whether findings of a category and rule are reported.</summary>
    public bool Includes(string category, string rule) => Select.Match(category, rule) && !Ignore.Match(category, rule);
}

/// <summary>A list of categories, verdicts, kinds, rules (with <c>*</c>) and groups, as it stands in an option.</summary>
internal sealed class Selectors
{
    private const string AllGroup = "all";
    private const string SegmentGroup = "segments";
    private const string VerdictGroup = "verdicts";

    private readonly HashSet<string> _words;
    private readonly HashSet<string> _not;
    private readonly List<Glob> _rules = [];
    private readonly bool _all;

    private Selectors(IReadOnlyList<string> words, IReadOnlyList<string> not)
    {
        _words = new HashSet<string>(words, StringComparer.Ordinal);
        _not = new HashSet<string>(not, StringComparer.Ordinal);
        _all = _words.Contains(AllGroup);
        foreach (string word in words)
        {
            if (word.Contains('/', StringComparison.Ordinal))
                _rules.Add(new Glob(word));
        }
    }

    public static Selectors All { get; } = new([AllGroup], []);

    public static Selectors AllBut(IReadOnlyList<string> categories) => new([AllGroup], categories);

    /// <summary>Parses a list; a word that can match nothing is a <see cref="Failure"/>.</summary>
    public static Selectors Parse(string option, IReadOnlyList<string> words)
    {
        foreach (string word in words)
        {
            if (!word.Contains('/', StringComparison.Ordinal) && Array.IndexOf(Known, word) < 0)
                throw Errors.BadSelector(option, word, string.Join(", ", Known));
        }

        return new Selectors(words, []);
    }

    /// <summary>The words that may stand in a list besides rules.</summary>
    public static string[] Known { get; } =
        [AllGroup, SegmentGroup, VerdictGroup, .. CategoryIds.Removable.Select(c => c.Id()), .. Verdicts.Ids];

    /// <summary>The rules in the list, which may be patterns.</summary>
    public IReadOnlyList<Glob> Rules => _rules;

    public bool Match(string category, string rule)
    {
        if (_words.Count == 0 || (_not.Count > 0 && _not.Contains(category)))
            return false;
        if (_all)
            return true;
        bool isVerdict = Verdicts.IsRule(rule);
        if (_words.Contains(category) || _words.Contains(isVerdict ? VerdictGroup : SegmentGroup))
            return true;
        if (isVerdict && _words.Contains(rule[Verdicts.RulePrefix.Length..]))
            return true;
        foreach (Glob glob in _rules)
        {
            if (glob.Matches(rule))
                return true;
        }

        return false;
    }
}
