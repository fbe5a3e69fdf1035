using System.CommandLine;

namespace ArticleClean.Cli.Commands;

/// <summary>Reads options that are on or off. The parser's own way is compiled at each start.</summary>
internal static class Flags
{
    /// <summary>Whether an option was given, and not as <c>--option false</c>.</summary>
    public static bool Has(this ParseResult parsed, Option<bool> option) =>
        parsed.GetResult(option) is { Implicit: false } given && (given.Tokens.Count == 0 || parsed.GetValue(option));
}
