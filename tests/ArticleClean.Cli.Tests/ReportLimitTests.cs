using System.Text;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Reports;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>Reports hold no more than those who show them take, and say what they leave out.</summary>
public sealed class ReportLimitTests
{
    [Fact]
    public void GitHub_gets_ten_annotations_of_a_level_and_a_line_that_counts_the_rest()
    {
        string[] lines = Encoding.UTF8.GetString(Report(output => new GitHubReport(output), failing: 25, notes: 13)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(10, lines.Count(line => line.StartsWith("::error ", StringComparison.Ordinal)));
        Assert.Equal(10, lines.Count(line => line.StartsWith("::notice ", StringComparison.Ordinal)));
        Assert.Equal("::warning title=articleclean::25 findings and 13 notes in 1 file; without an annotation of their own: 18", lines[^1]);
        Assert.Equal(21, lines.Length);
    }

    [Fact]
    public void GitHub_gets_no_counting_line_where_everything_is_shown() =>
        Assert.DoesNotContain("::warning", Encoding.UTF8.GetString(Report(output => new GitHubReport(output), failing: 10, notes: 10)), StringComparison.Ordinal);

    [Theory]
    [InlineData(25_003, 2, 25_000, 0, 5)]
    [InlineData(20_000, 6_000, 20_000, 5_000, 1_000)]
    [InlineData(3, 4, 3, 4, 0)]
    public void Sarif_gets_what_fails_before_notes_and_says_how_much_is_left_out(int failing, int notes, int failingShown, int notesShown, int leftOut)
    {
        JToken run = JObject.Parse(Encoding.UTF8.GetString(Report(output => new SarifReport(output), failing, notes)))["runs"]![0]!;

        string?[] levels = [.. run["results"]!.Select(result => (string?)result["level"])];
        Assert.Equal(failingShown, levels.Count(level => level == "error"));
        Assert.Equal(notesShown, levels.Count(level => level == "note"));
        JToken notifications = run["invocations"]![0]!["toolExecutionNotifications"]!;
        Assert.Equal(
            leftOut == 0 ? [] : [$"{leftOut} more results are left out: GitHub takes 25000 of a run"],
            notifications.Select(n => (string?)n["message"]!["text"]));
    }

    private static byte[] Report(Func<Stream, Report> create, int failing, int notes)
    {
        CheckFinding[] findings =
        [
            .. Enumerable.Range(0, failing + notes).Select(i => new CheckFinding
            {
                Category = "paywall", Rule = "en/paywall.continue", Message = $"finding {i}", Confidence = 900, Fails = i < failing,
            }),
        ];
        CheckedFile file = new("a.txt", ".") { Findings = findings };
        using MemoryStream output = new();
        using (Report report = create(output))
        {
            report.Add(file);
            report.End(new CheckTotals().With(file));
        }

        return output.ToArray();
    }
}
