namespace ArticleClean.Cli.Config;

/// <summary>What one place says about the options: the command line, a file, or a section of it. What is null or absent is not said.</summary>
internal sealed record SettingsLayer
{
    public static SettingsLayer Empty { get; } = new();

    public Stance? Stance { get; init; }
    public IReadOnlyDictionary<Category, CategoryAction> Actions { get; init; } = CleanOptions.Default.Actions;
    public IReadOnlyList<string> RulesOff { get; init; } = [];
    public IReadOnlyList<RuleSource> OwnRules { get; init; } = [];
    public bool? Markdown { get; init; }
    public long? MaxBytes { get; init; }

    /// <summary>The options with this layer laid over them.</summary>
    public CleanOptions Over(CleanOptions options) => options with
    {
        Stance = Stance ?? options.Stance,
        Actions = Actions.Count == 0 ? options.Actions : Merge(options.Actions, Actions),
        RulesOff = [.. options.RulesOff, .. RulesOff],
        OwnRules = [.. options.OwnRules, .. OwnRules],
        Markdown = Markdown ?? options.Markdown,
        MaxBytes = MaxBytes ?? options.MaxBytes,
    };

    private static Dictionary<Category, CategoryAction> Merge(
        IReadOnlyDictionary<Category, CategoryAction> under, IReadOnlyDictionary<Category, CategoryAction> over)
    {
        Dictionary<Category, CategoryAction> merged = new(under);
        foreach ((Category category, CategoryAction action) in over)
            merged[category] = action;
        return merged;
    }
}
