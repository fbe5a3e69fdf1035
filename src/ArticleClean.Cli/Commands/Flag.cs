using System.CommandLine;

namespace ArticleClean.Cli.Commands;

/// <summary>An option that is on when it is given. Not the parser's option of a bool, which is compiled at each start.</summary>
internal sealed class Flag : Option<string?>
{
    public Flag(string name, params string[] aliases) : base(name, aliases) => Arity = ArgumentArity.Zero;
}

/// <summary>Reads flags.</summary>
internal static class Flags
{
    /// <summary>Whether a flag was given.</summary>
    public static bool Has(this ParseResult parsed, Flag flag) => parsed.GetResult(flag) is { Implicit: false };
}
