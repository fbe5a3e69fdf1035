namespace ArticleClean.Detecting.Phrases;

/// <summary>A pack as it stands in its file: lists and rules in order.</summary>
/// <param name="AgencyNames">For each alternative of the list <c>agency</c> the name it stands for: the first of its line.</param>
internal sealed record RulePack(
    string Language, IReadOnlyDictionary<string, List<TemplateNode>> Lists, IReadOnlyList<string> AgencyNames, IReadOnlyList<Rule> Rules)
{
    /// <summary>The agencies as the pack writes them: one written in capitals alone has to stand in capitals.</summary>
    public IReadOnlyList<string> AgencySpellings { get; init; } = [];
}

/// <summary>A rule with its templates and its own examples.</summary>
internal sealed record Rule(
    string Id, RuleTraits Traits, IReadOnlyList<RuleTemplate> Templates, IReadOnlyList<RuleExample> Examples, RuleSource Source, int Line);

/// <summary>A template as written and as parsed.</summary>
internal sealed record RuleTemplate(string Text, TemplateNode Root, int Line);

/// <summary>A line that the rule must hit (<see cref="Hits"/>) or must not.</summary>
internal sealed record RuleExample(string Text, bool Hits, int Line);

/// <summary>What the header of a rule says.</summary>
/// <param name="Category">What the rule removes; <see cref="Category.Keep"/> for guards and for cues.</param>
/// <param name="Cue">What the rule tells the judge of the document's status.</param>
/// <param name="Weight">Thousandths of log-odds, positive.</param>
/// <param name="Names">The rule names what goes for other reasons, and convicts nothing.</param>
internal sealed record RuleTraits(
    Category Category, StatusCue Cue, int Weight, bool Weak, bool Heads, bool Cut, bool Whole, bool Rest, bool Ends, bool Names = false)
{
    /// <summary>Convicts alone when it covers the segment.</summary>
    public const int DefaultWeight = 5000;

    /// <summary>Needs another cue or boilerplate neighbours.</summary>
    public const int DefaultWeakWeight = 1500;

    public const int MaxWeight = 8000;
}

/// <summary>What a rule of the pseudo-category <c>status</c> says about the document.</summary>
internal enum StatusCue : byte
{
    None,
    /// <summary>The rest is withheld from the reader.</summary>
    WithheldRest,
    /// <summary>So much of the text remains.</summary>
    Remaining,
    BotWall,
    ConsentWall,
    LoginWall,
    ErrorPage,
    ScriptRequired,
    Listing,
}

/// <summary>A rule pack that does not load; the message starts with <c>file(line): </c>.</summary>
public sealed class RulePackException : Exception
{
    public RulePackException() { }
    public RulePackException(string message) : base(message) { }
    public RulePackException(string message, Exception innerException) : base(message, innerException) { }

    internal RulePackException(string file, int line, string problem) : base($"{file}({line}): {problem}") { }
}
