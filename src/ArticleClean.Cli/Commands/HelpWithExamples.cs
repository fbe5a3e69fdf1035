using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ArticleClean.Cli.Commands;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand(string name, string description, string examples) : Command(name, description)
{
    /// <summary>Lines as one would type them, each followed by what it does.</summary>
    public string Examples { get; } = examples;
}

/// <summary>The parser's help with the examples of the command behind it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private const int Width = 100;

    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root)
    {
        foreach (Option option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
            {
                // The width of a terminal would make the same help differ from place to place.
                help.MaxWidth = Width;
                option.Action = new HelpWithExamples(help);
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ExampleCommand { Examples: var examples })
        {
            output.WriteLine("Examples:");
            foreach (string line in examples.Split('\n'))
                output.WriteLine($"  {line}");
            output.WriteLine();
        }

        return code;
    }
}
