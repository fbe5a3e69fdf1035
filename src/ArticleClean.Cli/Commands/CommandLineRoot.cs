using System.CommandLine;

namespace ArticleClean.Cli.Commands;

/// <summary>A command by its name, which is made when the command line may mean it.</summary>
internal sealed record CommandEntry(string Name, Func<Command> Create);

/// <summary>The program's commands.</summary>
internal static class CommandLineRoot
{
    private static readonly CommandEntry[] Entries =
    [
        new("clean", CleanCommand.Create),
        new("check", CheckCommand.Create),
        new("eval", EvalCommand.Create),
        new("explain", ExplainCommand.Create),
        new("restore", RestoreCommand.Create),
        new("rules", RulesCommand.Create),
        new("schema", SchemaCommand.Create),
        new("completions", CompletionsCommand.Create),
        new("man", CompletionsCommand.CreateManual),
    ];

    /// <summary>
    /// The root for a command line. One that begins with a command's name or asks for the version needs no other commands,
    /// and making them all takes longer than cleaning a text.
    /// </summary>
    public static RootCommand For(string[] arguments)
    {
        RootCommand root = new("Cleans scraped news articles, says what it took out, and can give it back to the byte.");
        bool isPlain = arguments is [var first, ..] && (first == "--version" || Find(first) is not null);
        foreach (CommandEntry entry in Entries)
        {
            if (!isPlain || Array.IndexOf(arguments, entry.Name) >= 0)
                root.Add(entry.Create());
        }

        HelpWithExamples.AddTo(root);
        return root;
    }

    private static CommandEntry? Find(string name)
    {
        foreach (CommandEntry entry in Entries)
        {
            if (entry.Name == name)
                return entry;
        }

        return null;
    }
}
