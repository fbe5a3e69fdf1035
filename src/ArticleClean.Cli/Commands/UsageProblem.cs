using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace ArticleClean.Cli.Commands;

/// <summary>What is wrong with a command line, in the words of the parser.</summary>
internal static class UsageProblem
{
    /// <summary>The message, or null when the line can be run (help and version always can).</summary>
    public static string? Of(ParseResult parsed, string[] arguments)
    {
        string? unknown = parsed.Errors.Count == 0 ? UnknownOption(parsed) : null;
        string? valued = FlagWithValue(parsed, arguments);
        string? empty = parsed.Errors.Count == 0 ? EmptyValue(parsed) : null;
        if (parsed.Action is not ParseErrorAction && unknown is null && valued is null && empty is null)
            return null;
        List<string> lines = [];
        if (valued is not null)
            lines.Add($"error: '{Terminal.OneLine.Escape(valued)}': the option takes no value");
        if (unknown is not null)
            lines.Add($"error: '{Terminal.OneLine.Escape(unknown)}' is no option; after -- it is a file's name");
        if (empty is not null)
            lines.Add($"error: {empty}: the value is empty");
        foreach (ParseError error in parsed.Errors)
        {
            string line = $"error: {Terminal.OneLine.Escape(error.Message)}";
            if (!lines.Contains(line))
                lines.Add(line);
        }

        lines.Add($"See '{Name(parsed.CommandResult)} --help'.");
        return string.Join('\n', lines);
    }

    /// <summary>An argument before <c>--</c> that looks like an option, which the parser takes for a path.</summary>
    private static string? UnknownOption(ParseResult parsed)
    {
        int afterDashes = 0;
        for (int i = parsed.Tokens.Count - 1; i >= 0 && parsed.Tokens[i].Type != TokenType.DoubleDash; i--)
            afterDashes++;
        if (afterDashes == parsed.Tokens.Count)
            afterDashes = 0;

        List<string> values = [];
        foreach (Argument argument in parsed.CommandResult.Command.Arguments)
        {
            foreach (Token token in parsed.GetResult(argument)?.Tokens ?? [])
                values.Add(token.Value);
        }

        for (int i = 0; i < values.Count - afterDashes; i++)
        {
            if (values[i].Length > 1 && values[i][0] == '-')
                return values[i];
        }

        return null;
    }

    /// <summary>The argument, or the option that takes one value, that is given as <c>""</c>, which a shell makes of an unset variable.</summary>
    private static string? EmptyValue(ParseResult parsed)
    {
        foreach (Argument argument in parsed.CommandResult.Command.Arguments)
        {
            foreach (Token token in parsed.GetResult(argument)?.Tokens ?? [])
            {
                if (token.Value.Length == 0)
                    return argument.Name;
            }
        }

        foreach (Option option in parsed.CommandResult.Command.Options)
        {
            if (option.ValueType == typeof(string) && parsed.GetResult(option)?.Tokens is [{ Value.Length: 0 }])
                return option.Name;
        }

        return null;
    }

    /// <summary>A flag written as <c>--flag=value</c>, whose value the parser would take for a path.</summary>
    private static string? FlagWithValue(ParseResult parsed, string[] arguments)
    {
        foreach (string argument in arguments)
        {
            if (argument == "--")
                break;
            int end = argument.StartsWith('-') ? argument.AsSpan().IndexOfAny('=', ':') : -1;
            if (end > 0 && IsFlag(parsed.CommandResult.Command, argument[..end]))
                return argument;
        }

        return null;
    }

    private static bool IsFlag(Command command, string name)
    {
        foreach (Option option in command.Options)
        {
            if (option is Flag && (option.Name == name || option.Aliases.Contains(name)))
                return true;
        }

        return false;
    }

    private static string Name(SymbolResult result) => result switch
    {
        CommandResult { Parent: { } parent } command => $"{Name(parent)} {command.Command.Name}",
        _ => "articleclean",
    };
}
