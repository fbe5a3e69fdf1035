using System.CommandLine;
using ArticleClean.Cli.Commands;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>Shells complete what the command line takes, and the manual tells of all of it.</summary>
public sealed class CompletionTests
{
    [SkippableTheory]
    [InlineData("articleclean ch", "check")]
    [InlineData("articleclean check --output-f", "--output-file --output-format")]
    [InlineData("articleclean check --output-format ", "github gitlab json jsonl junit sarif text")]
    [InlineData("articleclean check --output-format s", "sarif")]
    [InlineData("articleclean check --select paywall,not", "paywall,not-article")]
    [InlineData("articleclean clean --stance c", "careful")]
    [InlineData("articleclean clean scr", "scrapes")]
    [InlineData("articleclean rules ", "list show test")]
    [InlineData("articleclean completions ", "bash fish pwsh zsh")]
    public void Bash_completes_with_the_sourced_script(string line, string expected)
    {
        using Workplace place = new();
        place.With("scrapes/a.txt", "x").With("t.sh", """
            source <(articleclean completions bash)
            complete -p articleclean >/dev/null || exit 3
            COMP_LINE=$1 COMP_POINT=${#1}
            read -ra COMP_WORDS <<< "$1"
            [[ $1 == *' ' ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _articleclean
            echo "${COMPREPLY[*]}"
            """);
        Ran ran = Tool.Shell(place.Folder, $"command -v bash >/dev/null || exit 99; bash t.sh '{line}'");
        Skip.If(ran.ExitCode == 99, "bash is not there");

        Assert.Equal("", ran.Error);
        Assert.Equal(expected + "\n", ran.Text);
    }

    [SkippableFact]
    public void Zsh_completes_with_the_sourced_script()
    {
        using Workplace place = new();
        place.With("t.zsh", """
            compdef() { :; }
            compadd() { print -l -- ${(P)argv[-1]}; }
            source <(articleclean completions zsh)
            words=(articleclean check --output-format s) CURRENT=4
            _articleclean
            words=(articleclean ru) CURRENT=2
            _articleclean
            """);
        Ran ran = Tool.Shell(place.Folder, "command -v zsh >/dev/null || exit 99; zsh t.zsh");
        Skip.If(ran.ExitCode == 99, "zsh is not there");

        Assert.Equal("", ran.Error);
        Assert.Equal("sarif\nrules\n", ran.Text);
    }

    [SkippableFact]
    public void Fish_completes_with_the_sourced_script()
    {
        using Workplace place = new();
        Ran ran = Tool.Shell(
            place.Folder,
            "command -v fish >/dev/null || exit 99; HOME=$PWD fish -c 'articleclean completions fish | source; complete -C \"articleclean check --output-format s\"; complete -C \"articleclean ru\"'");
        Skip.If(ran.ExitCode == 99, "fish is not there");

        Assert.Equal("", ran.Error);
        Assert.Equal("sarif\nrules\n", ran.Text);
    }

    [SkippableFact]
    public void PowerShell_completes_with_the_sourced_script()
    {
        using Workplace place = new();
        place.With("t.ps1", """
            articleclean completions pwsh | Out-String | Invoke-Expression
            $line = 'articleclean check --output-format s'
            (TabExpansion2 -inputScript $line -cursorColumn $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }
            """);
        Ran ran = Tool.Shell(place.Folder, "command -v pwsh >/dev/null || exit 99; pwsh -NoProfile t.ps1");
        Skip.If(ran.ExitCode == 99, "PowerShell is not there");

        Assert.Equal("sarif\n", ran.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_unknown_shell_is_named()
    {
        using Workplace place = new();
        Ran ran = place.Run("completions", "tcsh");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("bash, zsh, fish, pwsh", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_manual_has_every_command_and_option()
    {
        using Workplace place = new();
        string page = place.Run("man").Text.Replace("\\-", "-", StringComparison.Ordinal);

        foreach (Command command in CommandLineRoot.For([]).Subcommands)
        {
            Assert.Contains($".SS \"articleclean {command.Name}", page, StringComparison.Ordinal);
            foreach (Option option in command.Options)
                Assert.Contains(option.Name, page, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public void The_manual_is_roff_without_a_warning()
    {
        using Workplace place = new();
        Ran ran = Tool.Shell(place.Folder, "command -v groff >/dev/null || exit 99; articleclean man | groff -man -Tutf8 -ww > page && grep -c 'articleclean check' page");
        Skip.If(ran.ExitCode == 99, "groff is not there");

        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
    }
}
