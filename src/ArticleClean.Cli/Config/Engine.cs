namespace ArticleClean.Cli.Config;

/// <summary>A cleaner and the options it was made with.</summary>
internal sealed record Engine(ArticleCleaner Cleaner, CleanOptions Options)
{
    /// <summary>Makes a cleaner; own rules that do not load are a <see cref="Failure"/> that names the configuration.</summary>
    public static Engine Create(CleanOptions options, string? configuration) => new(new ArticleCleaner(options), options);
}
