using System.Text;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Reports;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>What a person sees on a terminal.</summary>
public sealed class TerminalReportTests
{
    [Fact]
    public void The_line_is_shown_with_marks_below_what_would_go()
    {
        string text = "Rain fell on the town, officials said. Sign up for our newsletter now. More.";
        Assert.Equal(
            "a.txt:1:40: newsletter x/y a newsletter's prompt\n"
            + "    1 | …wn, officials said. Sign up for our newsletter now. More.\n"
            + "      |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n",
            Shown(text, "Sign up for our newsletter now"));
    }

    [Fact]
    public void Marks_stand_below_wide_characters()
    {
        string shown = Shown("速報 購読する", "購読する");
        Assert.EndsWith("    1 | 速報 購読する\n      |      ^^^^^^^^\n", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lines_are_cut_and_control_characters_escaped()
    {
        string[] lines = Shown("a\u001b[31m" + new string('x', 500), "\u001b[31m" + new string('x', 500)).Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 100));
        Assert.All(lines, line => Assert.DoesNotContain('\u001b', line));
    }

    [Fact]
    public void Colours_come_only_where_they_are_wanted()
    {
        Assert.True(TerminalStyle.Of(_ => null).HasColour);
        Assert.False(TerminalStyle.Of(name => name == "NO_COLOR" ? "1" : null).HasColour);
        Assert.False(TerminalStyle.Of(name => name == "TERM" ? "dumb" : null).HasColour);
        Assert.Contains("\u001b[1;31mnewsletter\u001b[0m", Shown("Sign up", "Sign up", new TerminalStyle(HasColour: true)), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_category_and_verdict_has_a_text()
    {
        foreach (Category category in CategoryIds.Removable)
            Assert.NotEmpty(CategoryText.Of(category.Id()).Help);
        Assert.All(Verdicts.Ids.Take(6), verdict => Assert.NotEmpty(CategoryText.Of(verdict).Help));
    }

    private static string Shown(string text, string removed, TerminalStyle? style = null)
    {
        int column = text.IndexOf(removed, StringComparison.Ordinal) + 1;
        (int endLine, int endColumn) = TextPlace.EndOf(removed, 1, column);
        CheckedFile file = new("a.txt", ".")
        {
            Text = text,
            Findings =
            [
                new CheckFinding
                {
                    Category = "newsletter", Rule = "x/y", Message = "a newsletter's prompt", Confidence = 999, Fails = true,
                    Segment = new RemovedSegment("newsletter", "x/y", null, 999, 0, 1, 1, column, endLine, endColumn, removed, 1),
                },
            ],
        };
        using MemoryStream output = new();
        using TextReport report = new(output, style ?? new TerminalStyle(HasColour: false));
        report.Add(file);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
