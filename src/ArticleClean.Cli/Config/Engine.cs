using ArticleClean.Detecting.Phrases;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Config;

/// <summary>A cleaner and the options it was made with.</summary>
internal sealed record Engine(ArticleCleaner Cleaner, CleanOptions Options)
{
    private readonly Lazy<ToolInfo> _tool = new(() => ToolInfo.Of(Options));

    /// <summary>What sidecars say about the program and what its decisions depend on.</summary>
    public ToolInfo Tool => _tool.Value;

    /// <summary>Makes a cleaner; own rules that do not load, and rules that are off and nowhere, are a <see cref="Failure"/>.</summary>
    public static Engine Create(CleanOptions options)
    {
        try
        {
            Engine engine = new(new ArticleCleaner(options), options);
            foreach (string off in options.RulesOff)
            {
                if (!engine.Cleaner.HasRule(off))
                    throw Errors.UnknownRule("rules.off of a configuration", off, []);
            }

            return engine;
        }
        catch (RulePackException cause)
        {
            throw Errors.BadRules(cause);
        }
    }
}
