using System.Text.RegularExpressions;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>What the README says of the library and of the commands is true.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Join(Tool.Repository, "README.md"));

    [Fact]
    public void The_library_example_prints_what_the_readme_says()
    {
        string code = CSharpBlock().Match(Readme).Groups["code"].Value;
        string expected = OutputBlock().Match(Readme).Groups["text"].Value;
        using Workplace place = new Workplace()
            .With("Example.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
                  <ItemGroup><Reference Include="{Path.Join(AppContext.BaseDirectory, "ArticleClean.dll")}" /></ItemGroup>
                </Project>
                """)
            .With("Program.cs", code);
        Ran ran = Tool.Shell(place.Folder, "dotnet run -v q");
        Assert.True(ran.ExitCode == 0, ran.Text + ran.Error);
        Assert.Equal(expected, ran.Text);
    }

    [Fact]
    public void The_scrape_that_the_readme_shows_gives_the_body_that_it_shows()
    {
        using Workplace place = new Workplace().With("scrape.txt", Block("## Before and after")).With("body.txt", Block("The body:"));

        Assert.Equal(place.Read("body.txt"), place.Run("clean", "scrape.txt").Text);
    }

    [Fact]
    public void The_library_example_is_five_lines_at_most() =>
        Assert.InRange(CSharpBlock().Match(Readme).Groups["code"].Value.Split('\n').Count(line => line.Trim().Length > 0), 1, 5);

    [Fact]
    public void Every_command_that_the_readme_names_exists()
    {
        using Workplace place = new();
        string[] commands = [.. Commands().Matches(Readme).Select(m => m.Groups["name"].Value).Distinct()];
        Assert.NotEmpty(commands);
        foreach (string command in commands)
            Assert.Equal(0, Tool.Run(place.Folder, command, "--help").ExitCode);
    }

    [Fact]
    public void The_configuration_and_the_own_rules_that_the_readme_shows_are_taken()
    {
        using Workplace place = new Workplace()
            .With("articleclean.json", Block("## Configuration"))
            .With("house.rules", Block("## Own rules"));

        Ran dump = place.Run("clean", "--dump-config"), test = place.Run("rules", "test");

        Assert.Equal((0, ""), (dump.ExitCode, dump.Error));
        Assert.Contains("harbour-gazette.example", dump.Text, StringComparison.Ordinal);
        Assert.True(test.ExitCode == 0, test.Text + test.Error);
    }

    /// <summary>The first indented block below a line.</summary>
    private static string Block(string heading)
    {
        IEnumerable<string> lines = Readme[Readme.IndexOf($"\n{heading}\n", StringComparison.Ordinal)..].Split('\n');
        return string.Join('\n', lines
            .SkipWhile(line => !line.StartsWith("    ", StringComparison.Ordinal))
            .TakeWhile(line => line.Length == 0 || line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Length == 0 ? line : line[4..])).TrimEnd('\n') + "\n";
    }

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("prints\n\n```\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex OutputBlock();

    [GeneratedRegex("articleclean (?<name>[a-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Commands();
}
