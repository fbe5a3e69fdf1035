using System.Text.Json;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Config;

/// <summary><c>--dump-config</c>: what is in force, as a configuration file.</summary>
internal static class ConfigDump
{
    /// <summary>Prints what is in force for the first path, or for the current folder.</summary>
    public static int Print(SettingsSource source, IReadOnlyList<string> paths)
    {
        string path = paths.Count == 0 ? "-" : paths[0];
        // A folder's configuration is that of the files in it.
        InputFile file = Directory.Exists(path) ? new InputFile(new InputFolder(path, ""), "-", Named: false) : InputFile.Of(path);
        Settings settings = source.For(file);
        CleanOptions options = source.Options(settings, site: null);

        using Stream output = StandardStreams.OpenOutput();
        using (Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = ReadableJsonEncoder.Instance }))
        {
            json.WriteCommentValue(settings.File is { } config ? $" {OneLine.Escape(config.Path)}, the command line and the defaults " : " the command line and the defaults ");
            json.WriteStartObject();
            Write(json, options);
            json.WriteNumber("maxBytes", options.MaxBytes);
            WriteSections(json, settings.File);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter json, CleanOptions options)
    {
        json.WriteString("stance", options.Stance.Id());
        json.WriteStartObject("actions");
        foreach (Category category in CategoryIds.Removable)
            json.WriteString(category.Id(), options.ActionOf(category).Id());
        json.WriteEndObject();
        WriteRules(json, options.RulesOff, options.OwnRules);
        json.WriteBoolean("markdown", options.Markdown);
    }

    private static void WriteRules(Utf8JsonWriter json, IReadOnlyList<string> off, IReadOnlyList<RuleSource> own)
    {
        json.WriteStartObject("rules");
        WriteStrings(json, "off", off);
        WriteStrings(json, "files", [.. own.Where(r => !r.Name.EndsWith(ConfigReader.InlineRules, StringComparison.Ordinal)).Select(r => r.Name)]);
        WriteStrings(json, "own", [.. own.Where(r => r.Name.EndsWith(ConfigReader.InlineRules, StringComparison.Ordinal))
            .SelectMany(r => r.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))]);
        json.WriteEndObject();
    }

    private static void WriteSections(Utf8JsonWriter json, ConfigFile? file)
    {
        json.WriteStartObject("sites");
        foreach (SiteSection section in file?.Sites ?? [])
            WriteLayer(json, section.Host, section.Layer);
        json.WriteEndObject();
        json.WriteStartObject("paths");
        foreach (PathSection section in file?.Paths ?? [])
            WriteLayer(json, section.Pattern.Pattern, section.Layer);
        json.WriteEndObject();
        WriteStrings(json, "exclude", [.. (file?.Excludes ?? []).Select(g => g.Pattern)]);
    }

    private static void WriteLayer(Utf8JsonWriter json, string name, SettingsLayer layer)
    {
        json.WriteStartObject(name);
        if (layer.Stance is { } stance)
            json.WriteString("stance", stance.Id());
        if (layer.Actions.Count > 0)
        {
            json.WriteStartObject("actions");
            foreach ((Category category, CategoryAction action) in layer.Actions)
                json.WriteString(category.Id(), action.Id());
            json.WriteEndObject();
        }

        if (layer.RulesOff.Count + layer.OwnRules.Count > 0)
            WriteRules(json, layer.RulesOff, layer.OwnRules);
        if (layer.Markdown is { } markdown)
            json.WriteBoolean("markdown", markdown);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
