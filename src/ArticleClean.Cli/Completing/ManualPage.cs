using System.CommandLine;
using System.Globalization;
using System.Text;
using ArticleClean.Cli.Commands;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Completing;

/// <summary>The manual page, from the commands' own definitions.</summary>
/// <remarks>man(7): https://man7.org/linux/man-pages/man7/man.7.html</remarks>
internal sealed class ManualPage
{
    private const string Name = "articleclean";

    private readonly StringBuilder _page = new();

    /// <summary>The page in roff.</summary>
    public static string Of(RootCommand root)
    {
        ManualPage page = new();
        page.Write(root);
        return page._page.ToString();
    }

    private void Write(RootCommand root)
    {
        _page.Append(CultureInfo.InvariantCulture, $".TH ARTICLECLEAN 1 \"\" \"articleclean {ToolInfo.LibraryVersion}\" \"User Commands\"\n");
        Section("NAME");
        Line($"{Name} - clean scraped news articles, and check them");
        Section("SYNOPSIS");
        _page.Append(CultureInfo.InvariantCulture, $".B {Name}\n.I COMMAND\n.RI [ ARGUMENT ...]\n.RI [ OPTION ...]\n");
        Section("DESCRIPTION");
        Line(root.Description ?? "");
        Section("COMMANDS");
        foreach (Command command in root.Subcommands)
            Write(command, Name);
        Section("EXIT STATUS");
        Item("0", "Done; for check: nothing was found.");
        Item("1", "check found something.");
        Item("2", "Usage, configuration, or a file that could not be processed.");
        Item("130, 141, 143", "Interrupted, standard output closed, terminated; no half file stays.");
        Section("FILES");
        Item("articleclean.json", "Configuration, found upward from each input; 'articleclean schema config' prints its schema.");
        Item(".gitignore, .articlecleanignore", "What clean and check leave out below a folder that is named.");
        Item("NAME.removed.json", "The account of what was removed from NAME; 'articleclean schema' prints its schema.");
        Section("ENVIRONMENT");
        Item("NO_COLOR", "No colours.");
        Item("XDG_CACHE_HOME", "Where check keeps verdicts on unchanged files.");
    }

    private void Write(Command command, string above)
    {
        if (command.Hidden)
            return;
        string name = $"{above} {command.Name}";
        StringBuilder usage = new(name);
        foreach (Argument argument in command.Arguments)
        {
            string shown = argument.Arity.MaximumNumberOfValues > 1 ? $"{argument.Name}..." : argument.Name;
            usage.Append(' ').Append(argument.Arity.MinimumNumberOfValues == 0 ? $"[{shown}]" : shown);
        }

        _page.Append(CultureInfo.InvariantCulture, $".SS {Quoted(usage.ToString())}\n");
        Line(command.Description ?? "");
        foreach (Argument argument in command.Arguments)
            Item(argument.Name, argument.Description ?? "");
        foreach (Option option in command.Options)
        {
            if (!option.Hidden)
                Item(Usage(option), option.Description ?? "");
        }

        if (command is ExampleCommand { Examples: var examples })
        {
            _page.Append(".PP\nExamples:\n.PP\n.nf\n.RS 4\n");
            foreach (string line in examples.Split('\n'))
                Line(line.TrimEnd('\r'));
            _page.Append(".RE\n.fi\n");
        }

        foreach (Command inner in command.Subcommands)
            Write(inner, name);
    }

    private static string Usage(Option option)
    {
        string names = string.Join(", ", option.Aliases.Where(a => a[0] == '-').Append(option.Name));
        return option.Arity.MaximumNumberOfValues == 0 || option.HelpName is null ? names : $"{names} {option.HelpName}";
    }

    private void Section(string title) => _page.Append(CultureInfo.InvariantCulture, $".SH {Quoted(title)}\n");

    private void Item(string term, string text)
    {
        _page.Append(CultureInfo.InvariantCulture, $".TP\n.B {Quoted(term)}\n");
        Line(text);
    }

    private void Line(string text) => _page.Append(Escaped(text, atStart: true)).Append('\n');

    private static string Quoted(string text) => $"\"{Escaped(text, atStart: false).Replace("\"", "\\(dq", StringComparison.Ordinal)}\"";

    /// <summary>Text that roff takes for text: a dot or a quote at the begin of a line would be a request.</summary>
    private static string Escaped(string text, bool atStart)
    {
        string escaped = text
            .Replace("\\", "\\e", StringComparison.Ordinal)
            .Replace("-", "\\-", StringComparison.Ordinal)
            .Replace("'", "\\(aq", StringComparison.Ordinal)
            .Replace("`", "\\(ga", StringComparison.Ordinal)
            .Replace("^", "\\(ha", StringComparison.Ordinal)
            .Replace("~", "\\(ti", StringComparison.Ordinal);
        return atStart && escaped.StartsWith('.') ? $"\\&{escaped}" : escaped;
    }
}
