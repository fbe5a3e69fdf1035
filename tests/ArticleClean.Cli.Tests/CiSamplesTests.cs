using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>The samples for CI do what they say: the steps of the action, of the workflow and of the hook are run as they stand there.</summary>
public sealed partial class CiSamplesTests
{
    private static readonly string Samples = Path.Join(Tool.Repository, "samples", "ci");

    private static readonly string[] Action = File.ReadAllLines(Path.Join(Samples, "action.yml"));

    [SkippableFact]
    public void The_workflow_annotates_what_is_new_and_fails()
    {
        using Workplace place = Repository();

        Ran ran = Step(place, "Check", WorkflowInputs());

        Assert.Equal(1, ran.ExitCode);
        string[] errors = [.. ran.Text.Split('\n').Where(line => line.StartsWith("::error ", StringComparison.Ordinal))];
        Assert.Contains(errors, e => e.Contains("market.txt,line=1,title=not-article", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Contains("market.txt,line=1,title=min-words", StringComparison.Ordinal));
        Assert.Contains(errors, e => e.Contains("council.txt,line=7,endLine=7,col=1,endColumn=40,title=newsletter (house/newsletter.valley-paper)", StringComparison.Ordinal));
        Assert.DoesNotContain("ferry.txt", ran.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Share on Facebook", ran.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("drafts", ran.Text, StringComparison.Ordinal);
        Assert.Contains("house/newsletter.valley-paper", place.Read("articleclean.sarif"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_workflow_passes_when_the_new_scrapes_are_in_order()
    {
        using Workplace place = Repository();
        File.Delete(place.PathOf("scrapes/harbour-gazette/market.txt"));
        place.With("scrapes/valley-times/council.txt", place.Read("scrapes/valley-times/council.txt").Replace("Read the valley on paper every Thursday\n", "", StringComparison.Ordinal));

        Ran ran = Step(place, "Check", WorkflowInputs());

        Assert.True(ran.ExitCode == 0, ran.Text + ran.Error);
        Assert.DoesNotContain("::error", ran.Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_own_rules_pass_their_examples()
    {
        using Workplace place = Repository();

        Ran ran = Step(place, "Test own rules", []);

        Assert.True(ran.ExitCode == 0, ran.Text + ran.Error);
        Assert.Contains("house/newsletter.valley-paper", place.Run("rules", "list", "house/*").Text, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(".pre-commit-hooks.yaml")]
    [InlineData("repository/.pre-commit-config.yaml")]
    public void The_hook_is_given_the_files_that_it_asks_for_and_fails_on_a_bot_wall(string definition)
    {
        using Workplace place = Repository();
        string[] yaml = File.ReadAllLines(Path.Join(Samples, definition));
        string entry = Value(yaml, "entry"), files = Value(yaml, "files").Trim('\'');
        string[] given = [.. place.Files().Where(f => Regex.IsMatch(f, files, RegexOptions.None, TimeSpan.FromSeconds(5)))];
        Assert.Equal(5, given.Length);

        Ran ran = Shell(place, $"{entry} {string.Join(' ', given)}", []);

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("market.txt:1:1: not-article verdict/bot-wall", ran.Text, StringComparison.Ordinal);
    }

    private static Workplace Repository()
    {
        Workplace place = new();
        string repository = Path.Join(Samples, "repository");
        foreach (string file in Directory.EnumerateFiles(repository, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            place.With(Path.GetRelativePath(repository, file), File.ReadAllBytes(file));
        return place;
    }

    /// <summary>The inputs that the sample's workflow gives the action.</summary>
    private static Dictionary<string, string> WorkflowInputs()
    {
        string[] workflow = File.ReadAllLines(Path.Join(Samples, "repository", ".github", "workflows", "scrapes.yml"));
        int uses = Array.FindIndex(workflow, line => line.EndsWith("uses: ./.github/actions/articleclean", StringComparison.Ordinal));
        return workflow[(uses + 2)..].TakeWhile(line => line.StartsWith("          ", StringComparison.Ordinal))
            .Select(line => line.Trim().Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
    }

    /// <summary>Runs a step of the action as GitHub's runner does: bash with -e and pipefail, expressions replaced.</summary>
    private static Ran Step(Workplace place, string name, Dictionary<string, string> inputs)
    {
        int start = Array.FindIndex(Action, line => line.Trim() == $"- name: {name}");
        int end = Array.FindIndex(Action, start + 1, line => line.StartsWith("    - ", StringComparison.Ordinal));
        string[] step = Action[start..(end < 0 ? Action.Length : end)];
        int run = Array.FindIndex(step, line => line.Trim() == "run: |");
        Dictionary<string, string> environment = step[..run].Select(line => EnvironmentLine().Match(line)).Where(m => m.Success)
            .ToDictionary(m => m.Groups["name"].Value, m => ValueOf(place, m.Groups["expression"].Value, inputs), StringComparer.Ordinal);
        return Shell(place, string.Join('\n', step[(run + 1)..].Select(line => line.Length > 8 ? line[8..] : "")), environment);
    }

    private static string ValueOf(Workplace place, string expression, Dictionary<string, string> inputs)
    {
        if (expression == "runner.temp")
            return place.PathOf(".temp");
        string input = expression["inputs.".Length..];
        if (inputs.TryGetValue(input, out string? given))
            return given;
        int declared = Array.FindIndex(Action, line => line == $"  {input}:");
        return Value(Action[declared..], "default").Trim('\'');
    }

    private static Ran Shell(Workplace place, string script, Dictionary<string, string> environment)
    {
        StringBuilder text = new();
        foreach ((string name, string value) in environment)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"export {name}='{value}'\n");
        place.With(".step.sh", text.Append(script).Append('\n').ToString());
        Ran ran = Tool.Shell(place.Folder, "command -v bash >/dev/null || exit 99; bash --noprofile --norc -eo pipefail .step.sh");
        Skip.If(ran.ExitCode == 99, "bash is not there");
        return ran;
    }

    private static string Value(string[] yaml, string key) =>
        yaml.Select(line => line.Trim()).First(line => line.StartsWith($"{key}: ", StringComparison.Ordinal))[(key.Length + 2)..];

    [GeneratedRegex(@"^ {8}(?<name>[A-Z_]+): \$\{\{ (?<expression>[a-z.-]+) \}\}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex EnvironmentLine();
}
