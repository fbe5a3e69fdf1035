using System.Text;
using System.Text.Json;
using ArticleClean.Cli.Files;

namespace ArticleClean.Cli.Config;

/// <summary>Reads <c>articleclean.json</c>: JSON with comments; an unknown key or value is an error with file and line.</summary>
internal ref struct ConfigReader
{
    /// <summary>What the name of the rules that stand in the file itself ends in.</summary>
    public const string InlineRules = "/own.rules";

    private readonly string _path;
    private readonly string _folder;
    private readonly ReadOnlySpan<byte> _json;
    private Utf8JsonReader _reader;

    private ConfigReader(string path, ReadOnlySpan<byte> json)
    {
        _path = path;
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _json = json;
        _reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>Reads a file.</summary>
    public static ConfigFile Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(path, cause);
        }

        ReadOnlySpan<byte> json = bytes;
        if (json.StartsWith("\uFEFF"u8))
            json = json[3..];
        ConfigReader reader = new(path, json);
        try
        {
            return reader.ReadFile();
        }
        catch (JsonException cause)
        {
            string message = cause.Message.Split(" LineNumber:")[0];
            throw Errors.Configuration(path, (int)(cause.LineNumber ?? 0) + 1, message);
        }
    }

    private ConfigFile ReadFile()
    {
        SettingsLayer layer = SettingsLayer.Empty;
        List<SiteSection> sites = [];
        List<PathSection> paths = [];
        List<Glob> excludes = [];
        _reader.Read();
        BeginObject("the file");
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (NextKey(seen) is { } key)
        {
            switch (key)
            {
                case "$schema":
                    String(key);
                    break;
                case "sites":
                    BeginObject(key);
                    for (HashSet<string> hosts = []; NextKey(hosts) is { } host;)
                        sites.Add(new SiteSection(host, ReadSection($"sites.{host}")));
                    break;
                case "paths":
                    BeginObject(key);
                    for (HashSet<string> patterns = []; NextKey(patterns) is { } pattern;)
                        paths.Add(new PathSection(new Glob(pattern), ReadSection($"paths.{pattern}")));
                    break;
                case "exclude":
                    excludes.AddRange(Strings(key).ConvertAll(p => new Glob(p)));
                    break;
                case "maxBytes":
                    layer = layer with { MaxBytes = Number(key) };
                    break;
                default:
                    layer = ReadLayerKey(key, layer)
                        ?? throw Unknown(key, "$schema, stance, actions, rules, markdown, maxBytes, sites, paths, exclude");
                    break;
            }
        }

        if (_reader.Read())
            throw Problem("nothing may follow the closing brace");
        return new ConfigFile { Path = _path, Folder = _folder, Base = layer, Sites = sites, Paths = paths, Excludes = excludes };
    }

    private SettingsLayer ReadSection(string name)
    {
        BeginObject(name);
        SettingsLayer layer = SettingsLayer.Empty;
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (NextKey(seen) is { } key)
            layer = ReadLayerKey(key, layer) ?? throw Unknown(key, "stance, actions, rules, markdown");
        return layer;
    }

    private SettingsLayer? ReadLayerKey(string key, SettingsLayer layer) => key switch
    {
        "stance" => layer with { Stance = ReadStance() },
        "actions" => layer with { Actions = ReadActions() },
        "rules" => ReadRules(layer),
        "markdown" => layer with { Markdown = Boolean(key) },
        _ => null,
    };

    private Stance ReadStance()
    {
        string value = String("stance");
        return OptionValues.TryStance(value, out Stance stance) ? stance : throw BadValue(value, OptionValues.Stances);
    }

    private Dictionary<Category, CategoryAction> ReadActions()
    {
        BeginObject("actions");
        Dictionary<Category, CategoryAction> actions = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (NextKey(seen) is { } id)
        {
            if (!OptionValues.TryCategory(id, out Category category))
                throw Problem($"'{id}' is no category");
            string value = String(id);
            if (!OptionValues.TryAction(value, out CategoryAction action))
                throw BadValue(value, OptionValues.Actions);
            actions[category] = action;
        }

        return actions;
    }

    private SettingsLayer ReadRules(SettingsLayer layer)
    {
        BeginObject("rules");
        List<string> off = [];
        List<RuleSource> own = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        while (NextKey(seen) is { } key)
        {
            switch (key)
            {
                case "off":
                    off = Strings(key);
                    break;
                case "files":
                    foreach (string file in Strings(key))
                        own.Add(ReadRuleFile(file));
                    break;
                case "own":
                    own.Add(ReadInlineRules());
                    break;
                default:
                    throw Unknown(key, "off, files, own");
            }
        }

        return layer with { RulesOff = off, OwnRules = own };
    }

    /// <summary>A list of a pack's lines, each set at the line where it stands in this file, so that load errors name that.</summary>
    private RuleSource ReadInlineRules()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
            throw Problem("own must be a list of strings, the lines of a pack");
        StringBuilder text = new();
        int line = 1;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            for (; line < Line; line++)
                text.Append('\n');
            text.Append(String("own").ReplaceLineEndings(" ")).Append('\n');
            line++;
        }

        return new RuleSource($"{_path}{InlineRules}", text.ToString());
    }

    private readonly RuleSource ReadRuleFile(string file)
    {
        string path = Path.Combine(_folder, file);
        try
        {
            return new RuleSource(file.Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(path, Encoding.UTF8));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Problem($"the rules '{file}' cannot be read");
        }
    }

    private readonly void BeginObject(string name)
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
            throw Problem($"{name} must be an object");
    }

    /// <summary>Moves to the value of the next key of the current object; null at its end.</summary>
    private string? NextKey(HashSet<string> seen)
    {
        _reader.Read();
        if (_reader.TokenType == JsonTokenType.EndObject)
            return null;
        string key = _reader.GetString()!;
        if (!seen.Add(key))
            throw Problem($"'{key}' stands twice");
        _reader.Read();
        return key;
    }

    private readonly string String(string key) =>
        _reader.TokenType == JsonTokenType.String ? _reader.GetString()! : throw Problem($"{key} must be a string");

    private readonly bool Boolean(string key) =>
        _reader.TokenType is JsonTokenType.True or JsonTokenType.False ? _reader.GetBoolean() : throw Problem($"{key} must be true or false");

    private readonly long Number(string key) =>
        _reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out long value) && value > 0
            ? value
            : throw Problem($"{key} must be a whole number above 0");

    private List<string> Strings(string key)
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
            throw Problem($"{key} must be a list of strings");
        List<string> strings = [];
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
            strings.Add(String(key));
        return strings;
    }

    private readonly Failure Unknown(string key, string known) => Problem($"unknown key '{key}' (known: {known})");

    private readonly Failure BadValue(string value, string known) => Problem($"'{value}' is not one of {known}");

    private readonly Failure Problem(string problem) => Errors.Configuration(_path, Line, problem);

    private readonly int Line => 1 + _json[..(int)_reader.TokenStartIndex].Count((byte)'\n');
}
