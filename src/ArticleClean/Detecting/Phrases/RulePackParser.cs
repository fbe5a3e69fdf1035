using System.Buffers;
using System.Globalization;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Reads a pack's text; a mistake is a <see cref="RulePackException"/> with file and line.</summary>
internal static class RulePackParser
{
    /// <summary>The list whose lines are agencies: the name first, other spellings behind it.</summary>
    public const string AgencyList = "agency";

    private const string StatusPrefix = "status.";

    private static readonly SearchValues<char> CategoryCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz-");
    private static readonly SearchValues<char> ListNameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    public static RulePack Parse(RuleSource source)
    {
        string language = source.Name.EndsWith(".rules", StringComparison.Ordinal) ? source.Name[(source.Name.LastIndexOf('/') + 1)..^6] : source.Name;
        Dictionary<string, List<TemplateNode>> lists = [];
        List<string> agencyNames = [];
        List<string> agencySpellings = [];
        List<Rule> rules = [];
        HashSet<string> ids = [];
        (string Id, RuleTraits Traits, int Line)? open = null;
        List<RuleTemplate> templates = [];
        List<RuleExample> examples = [];

        void Close()
        {
            if (open is not { } header)
                return;
            if (templates.Count == 0)
                throw new RulePackException(source.Name, header.Line, $"the rule '{header.Id}' has no template");
            rules.Add(new Rule($"{language}/{header.Id}", header.Traits, [.. templates], [.. examples], source, header.Line));
            templates.Clear();
            examples.Clear();
        }

        int number = 0;
        foreach (string raw in source.Text.Split('\n'))
        {
            number++;
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '@')
                AddList(lists, agencyNames, agencySpellings, line, source.Name, number);
            else if (IsHeader(line))
            {
                Close();
                (string id, RuleTraits traits) = ParseHeader(line, source.Name, number);
                if (!ids.Add(id))
                    throw new RulePackException(source.Name, number, $"the rule '{id}' stands twice in this pack");
                open = (id, traits, number);
            }
            else if (open is null)
                throw new RulePackException(source.Name, number, "a template stands before the first [category.name]");
            else if (line[0] is '+' or '-' && line.Length > 1 && line[1] == ' ')
                examples.Add(new RuleExample(line[2..].Trim(), line[0] == '+', number));
            else
                templates.Add(new RuleTemplate(line, TemplateParser.Parse(line, source.Name, number), number));
        }

        Close();
        return new RulePack(language, lists, agencyNames, rules) { AgencySpellings = agencySpellings };
    }

    /// <summary>A header is <c>[category.name attributes]</c>; a template may begin with an optional group, which has no dot.</summary>
    private static bool IsHeader(string line) =>
        line[0] == '[' && line[^1] == ']' && line.IndexOf('.', StringComparison.Ordinal) is > 1 and int dot
        && !line.AsSpan(1, dot - 1).ContainsAnyExcept(CategoryCharacters) && line.IndexOf(']', StringComparison.Ordinal) == line.Length - 1;

    private static void AddList(Dictionary<string, List<TemplateNode>> lists, List<string> agencyNames, List<string> agencySpellings, string line, string file, int number)
    {
        int equals = line.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? "" : line[1..equals].Trim();
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(ListNameCharacters))
            throw new RulePackException(file, number, "a list is written '@name = a | b c | d*', its name in lower case");
        List<TemplateNode> options = TemplateParser.ParseList(line[(equals + 1)..].Trim(), file, number);
        if (name == AgencyList)
        {
            string[] spellings = line[(equals + 1)..].Split('|', StringSplitOptions.TrimEntries);
            agencyNames.AddRange(Enumerable.Repeat(spellings[0], options.Count));
            agencySpellings.AddRange(spellings);
        }

        if (lists.TryGetValue(name, out List<TemplateNode>? present))
            present.AddRange(options);
        else
            lists.Add(name, options);
    }

    private static (string Id, RuleTraits Traits) ParseHeader(string line, string file, int number)
    {
        string[] parts = line[1..^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string id = parts[0];
        int dot = id.IndexOf('.', StringComparison.Ordinal);
        Category category = Category.Keep;
        StatusCue cue = StatusCue.None;
        if (id.StartsWith(StatusPrefix, StringComparison.Ordinal))
            cue = ParseCue(id, file, number);
        else if (!CategoryIds.TryParse(id.AsSpan(0, dot), out category))
            throw new RulePackException(file, number, $"'{id[..dot]}' is no category");
        if (id.Length == dot + 1)
            throw new RulePackException(file, number, "a rule has a name after its category: [category.name]");

        int? weight = null;
        HashSet<string> words = [];
        foreach (string part in parts.Skip(1))
        {
            if (int.TryParse(part, CultureInfo.InvariantCulture, out int value) && value is > 0 and <= RuleTraits.MaxWeight)
                weight = value;
            else if (part is "weak" or "names" or "heads" or "cut" or "whole" or "rest" or "end")
                words.Add(part);
            else
                throw new RulePackException(file, number, $"'{part}' is no attribute of a rule: weak, names, heads, cut, whole, rest, end, or a weight from 1 to {RuleTraits.MaxWeight}");
        }

        bool weak = words.Contains("weak") || words.Contains("names");
        return (id, new RuleTraits(category, cue, weight ?? (weak ? RuleTraits.DefaultWeakWeight : RuleTraits.DefaultWeight), words.Contains("weak"),
            words.Contains("heads"), words.Contains("cut"), words.Contains("whole"), words.Contains("rest"), words.Contains("end"), words.Contains("names")));
    }

    private static StatusCue ParseCue(string id, string file, int number)
    {
        string name = id[StatusPrefix.Length..];
        (string Name, StatusCue Cue)[] known =
        [
            ("withheld-rest", StatusCue.WithheldRest), ("remaining", StatusCue.Remaining), ("bot-wall", StatusCue.BotWall),
            ("consent-wall", StatusCue.ConsentWall), ("login-wall", StatusCue.LoginWall), ("error-page", StatusCue.ErrorPage),
            ("script-required", StatusCue.ScriptRequired), ("listing", StatusCue.Listing),
        ];
        foreach ((string start, StatusCue cue) in known)
        {
            if (name.StartsWith(start, StringComparison.Ordinal))
                return cue;
        }

        throw new RulePackException(file, number, $"'{name}' is no cue for the status: {string.Join(", ", known.Select(k => k.Name))}");
    }
}
