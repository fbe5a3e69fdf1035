namespace ArticleClean.Cli.Config;

/// <summary>The values that options and the configuration file share.</summary>
internal static class OptionValues
{
    public const string Stances = "careful, balanced, eager";
    public const string Actions = "remove, keep, flag";
    public const string Formats = "text, html, jsonl";

    public static bool TryStance(string value, out Stance stance)
    {
        (bool known, stance) = value switch
        {
            "careful" => (true, Stance.Careful),
            "balanced" => (true, Stance.Balanced),
            "eager" => (true, Stance.Eager),
            _ => (false, default),
        };
        return known;
    }

    public static bool TryAction(string value, out CategoryAction action)
    {
        (bool known, action) = value switch
        {
            "remove" => (true, CategoryAction.Remove),
            "keep" => (true, CategoryAction.Keep),
            "flag" => (true, CategoryAction.Flag),
            _ => (false, default),
        };
        return known;
    }

    /// <summary>Parses the id of a category that can be removed.</summary>
    public static bool TryCategory(string value, out Category category) =>
        CategoryIds.TryParse(value, out category) && category != Category.Keep;

    public static string Id(this Stance stance) => stance switch
    {
        Stance.Careful => "careful",
        Stance.Eager => "eager",
        _ => "balanced",
    };

    public static string Id(this CategoryAction action) => action switch
    {
        CategoryAction.Keep => "keep",
        CategoryAction.Flag => "flag",
        _ => "remove",
    };
}
