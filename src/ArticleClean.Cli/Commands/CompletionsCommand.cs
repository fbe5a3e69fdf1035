using System.CommandLine;
using System.Text;
using ArticleClean.Cli.Completing;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean completions</c> and <c>man</c>: what shells and man want to know of the command line.</summary>
internal static class CompletionsCommand
{
    public static Command Create()
    {
        Argument<string> shell = new("SHELL") { Description = string.Join(", ", CompletionScripts.Shells) };
        shell.CompletionSources.Add(_ => CompletionScripts.Shells.Select(s => new System.CommandLine.Completions.CompletionItem(s)));
        ExampleCommand command = new("completions", "Print the script that lets a shell complete commands, options and values.", """
            source <(articleclean completions bash)                              for this session
            articleclean completions bash > ~/.local/share/bash-completion/completions/articleclean
            articleclean completions zsh > "${fpath[1]}/_articleclean"
            articleclean completions fish > ~/.config/fish/completions/articleclean.fish
            articleclean completions pwsh >> $PROFILE
            """)
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(shell);
            return Print(CompletionScripts.For(name) ?? throw Errors.BadOptionValue("completions", name, string.Join(", ", CompletionScripts.Shells)));
        });
        return command;
    }

    public static Command CreateManual()
    {
        ExampleCommand command = new("man", "Print the manual page.", """
            articleclean man | man -l -
            articleclean man > ~/.local/share/man/man1/articleclean.1
            """);
        command.SetAction(_ => Print(ManualPage.Of(CommandLineRoot.For([]))));
        return command;
    }

    private static int Print(string text)
    {
        using Stream output = StandardStreams.OpenOutput();
        output.Write(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        return ExitCode.Done;
    }
}
