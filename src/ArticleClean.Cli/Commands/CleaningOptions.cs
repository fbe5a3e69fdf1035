using System.CommandLine;
using System.Globalization;
using ArticleClean.Cli.Completing;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Commands;

/// <summary>The options that every command has which decides about documents.</summary>
internal sealed class CleaningOptions
{
    private readonly Option<string?> _stance = new("--stance") { Description = "How much evidence a removal needs: careful, balanced or eager", HelpName = "STANCE" };
    private readonly Option<string[]> _keep = new("--keep") { Description = "Categories that stay in the body", HelpName = "CATEGORY,..." };
    private readonly Option<string[]> _remove = new("--remove") { Description = "Categories that are removed", HelpName = "CATEGORY,..." };
    private readonly Option<string[]> _flag = new("--flag") { Description = "Categories that stay in the body and are listed", HelpName = "CATEGORY,..." };
    private readonly Option<string?> _encoding = new("--encoding") { Description = "The encoding of the input, instead of telling it from the bytes", HelpName = "NAME" };
    private readonly Option<string?> _url = new("--url") { Description = "The page's address, where it is known", HelpName = "URL" };
    private readonly Option<string?> _maxBytes = new("--max-bytes") { Description = "The largest document that is read (default 64 MiB)", HelpName = "N" };
    private readonly Flag _isolated = new("--isolated") { Description = "Ignore every articleclean.json" };
    private readonly Flag _dumpConfig = new("--dump-config") { Description = "Print the configuration that is in force, and end" };

    public void AddTo(Command command)
    {
        _stance.Offering("careful", "balanced", "eager");
        _keep.OfferingList(Categories);
        _remove.OfferingList(Categories);
        _flag.OfferingList(Categories);
        command.Add(_stance);
        command.Add(_keep);
        command.Add(_remove);
        command.Add(_flag);
        command.Add(_encoding);
        command.Add(_url);
        command.Add(_maxBytes);
        command.Add(_isolated);
        command.Add(_dumpConfig);
    }

    private static IEnumerable<string> Categories() => CategoryIds.Removable.Select(c => c.Id());

    public string? Encoding(ParseResult parsed) => parsed.GetValue(_encoding);

    public string? Url(ParseResult parsed) => parsed.GetValue(_url);

    public bool DumpConfig(ParseResult parsed) => parsed.Has(_dumpConfig);

    public SettingsSource Settings(ParseResult parsed, bool? markdown) =>
        new(Layer(parsed) with { Markdown = markdown }, parsed.Has(_isolated));

    /// <summary>The words of a repeatable option that takes lists.</summary>
    public static List<string> List(string[]? values)
    {
        List<string> words = [];
        foreach (string value in values ?? [])
            words.AddRange(value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        return words;
    }

    public static List<Glob> Globs(string[]? values)
    {
        List<Glob> globs = [];
        foreach (string value in values ?? [])
            globs.Add(new Glob(value));
        return globs;
    }

    public static long? Number(string option, string? value)
    {
        if (value is null)
            return null;
        return long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0
            ? number
            : throw Errors.BadNumber(option, value);
    }

    /// <summary>The value of <c>--jobs</c>: threads, one for each processor when it is not given.</summary>
    public static int Jobs(string? value) => (int)(Number("--jobs", value) is { } n ? Math.Min(n, MaxJobs) : Environment.ProcessorCount);

    // More threads than this only cost memory.
    private const int MaxJobs = 1024;

    private SettingsLayer Layer(ParseResult parsed)
    {
        List<string> keep = List(parsed.GetValue(_keep)), remove = List(parsed.GetValue(_remove)), flag = List(parsed.GetValue(_flag));
        Stance? stance = null;
        if (parsed.GetValue(_stance) is { } name)
            stance = OptionValues.TryStance(name, out Stance known) ? known : throw Errors.BadOptionValue("--stance", name, OptionValues.Stances);
        SettingsLayer layer = new() { Stance = stance, MaxBytes = Number("--max-bytes", parsed.GetValue(_maxBytes)) };
        return keep.Count + remove.Count + flag.Count == 0 ? layer : layer with { Actions = Actions(keep, remove, flag) };
    }

    private static Dictionary<Category, CategoryAction> Actions(List<string> keep, List<string> remove, List<string> flag)
    {
        Dictionary<Category, CategoryAction> actions = [];
        Add(actions, CategoryAction.Keep, "--keep", keep);
        Add(actions, CategoryAction.Remove, "--remove", remove);
        Add(actions, CategoryAction.Flag, "--flag", flag);
        return actions;
    }

    private static void Add(Dictionary<Category, CategoryAction> actions, CategoryAction action, string option, List<string> ids)
    {
        foreach (string id in ids)
        {
            if (!OptionValues.TryCategory(id, out Category category))
                throw Errors.BadOptionValue(option, id, string.Join(", ", CategoryIds.Removable.Select(c => c.Id())));
            if (!actions.TryAdd(category, action) && actions[category] != action)
                throw Errors.TwoActions(id);
        }
    }
}

/// <summary>The options that say how much is said.</summary>
internal sealed class LoggingOptions(string quiet = "Say nothing but errors")
{
    private readonly Flag _verbose = new("--verbose", "-v") { Description = "Say what is done with each file" };
    private readonly Flag _quiet = new("--quiet", "-q") { Description = quiet };
    private readonly Option<string?> _logFile = new("--log-file") { Description = "Write every event as a line of JSON to a file as well", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        command.Add(_verbose);
        command.Add(_quiet);
        command.Add(_logFile);
    }

    public bool IsQuiet(ParseResult parsed) => parsed.Has(_quiet);

    public RunLog Open(ParseResult parsed)
    {
        string? file = parsed.GetValue(_logFile);
        if (file is not null)
            Files.RunFiles.PrepareLog(file);
        return new RunLog(new LogOptions { Verbose = parsed.Has(_verbose), Quiet = parsed.Has(_quiet), File = file });
    }
}
