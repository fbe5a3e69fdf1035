using ArticleClean.Cli.Files;

namespace ArticleClean.Cli.Config;

/// <summary>What is in force for an input before its site is known.</summary>
/// <param name="File">The configuration file, or null.</param>
/// <param name="PathSections">Indices of the file's path sections that match.</param>
internal sealed record Settings(ConfigFile? File, IReadOnlyList<int> PathSections)
{
    public static Settings Default { get; } = new(null, []);
}

/// <summary>
/// Finds what is in force: the command line over the nearest configuration file (sites over paths over its top level)
/// over the defaults; and shares one cleaner among all inputs with the same options. Thread-safe.
/// </summary>
internal sealed class SettingsSource(SettingsLayer commandLine, bool isolated)
{
    // Folders come in order, so few of them are asked for again after this many others; the cache stays small.
    private const int MaxCachedFolders = 4096;

    // Plain dictionaries under one lock: what is asked for is nearly always there, and the concurrent ones are loaded at each start.
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ConfigFile?> _byFolder = [];
    private readonly Dictionary<string, ConfigFile> _byPath = [];
    private readonly Dictionary<string, Engine> _engines = [];

    /// <summary>What is in force for a file; <c>-</c> counts as a file of the current folder.</summary>
    public Settings For(InputFile file)
    {
        if (isolated)
            return Settings.Default;
        string path = file.Path;
        ConfigFile? config = ForFolder(Path.GetDirectoryName(path) ?? "");
        if (config is null)
            return Settings.Default;
        List<int> sections = [];
        if (config.Paths.Count > 0 && config.Below(path) is { } below)
        {
            for (int i = 0; i < config.Paths.Count; i++)
            {
                if (config.Paths[i].Pattern.Excludes(below, Path.GetFileName(path)))
                    sections.Add(i);
            }
        }

        return new Settings(config, sections);
    }

    /// <summary>Whether the configuration leaves an entry of a folder out of walks.</summary>
    public bool IsExcluded(InputFolder folder, string name) =>
        !isolated && ForFolder(folder.Below.Length == 0 ? folder.Root : folder.Path("")) is { Excludes.Count: > 0 } config && config.IsExcluded(folder.Path(name), name);

    /// <summary>The options for a document of a site (null: none).</summary>
    public CleanOptions Options(Settings settings, string? site)
    {
        CleanOptions options = CleanOptions.Default;
        if (settings.File is { } file)
        {
            options = file.Base.Over(options);
            foreach (int section in settings.PathSections)
                options = file.Paths[section].Layer.Over(options);
            if (site is not null)
            {
                foreach (SiteSection section in file.Sites)
                {
                    if (section.Matches(site))
                        options = section.Layer.Over(options);
                }
            }
        }

        return commandLine.Over(options);
    }

    /// <summary>The cleaner for a document of a site (null: none), with its options.</summary>
    public Engine EngineFor(Settings settings, string? site)
    {
        string key = Key(settings, site);
        lock (_gate)
        {
            if (!_engines.TryGetValue(key, out Engine? engine))
                _engines.Add(key, engine = Engine.Create(Options(settings, site)));
            return engine;
        }
    }

    /// <summary>Every own rule of the configuration of a file, those of its sections too.</summary>
    public IReadOnlyList<RuleSource> AllOwnRules(InputFile file)
    {
        if (For(file).File is not { } config)
            return commandLine.OwnRules;
        List<RuleSource> rules = [.. config.Base.OwnRules];
        foreach (SiteSection section in config.Sites)
            rules.AddRange(section.Layer.OwnRules);
        foreach (PathSection section in config.Paths)
            rules.AddRange(section.Layer.OwnRules);
        return rules;
    }

    private static string Key(Settings settings, string? site)
    {
        if (settings.File is not { } file)
            return "";
        string key = file.Path;
        foreach (int section in settings.PathSections)
            key += $"\0p{section}";
        for (int i = 0; site is not null && i < file.Sites.Count; i++)
        {
            if (file.Sites[i].Matches(site))
                key += $"\0s{i}";
        }

        return key;
    }

    private ConfigFile? ForFolder(string folder)
    {
        lock (_gate)
        {
            if (_byFolder.TryGetValue(folder, out ConfigFile? known))
                return known;
            ConfigFile? config = Find(Path.GetFullPath(folder.Length == 0 ? "." : folder));
            if (_byFolder.Count >= MaxCachedFolders)
                _byFolder.Clear();
            _byFolder[folder] = config;
            return config;
        }
    }

    private ConfigFile? Find(string full)
    {
        for (string? folder = full; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string path = Path.Join(folder, ConfigFile.Name);
            if (_byPath.TryGetValue(path, out ConfigFile? known))
                return known;
            if (File.Exists(path))
                return _byPath[path] = Read(path);
        }

        return null;
    }

    private static ConfigFile Read(string path)
    {
        string shown = Path.GetRelativePath(".", path);
        ConfigFile config = ConfigReader.Read(shown.StartsWith("..", StringComparison.Ordinal) ? path : shown);
        return config;
    }
}
