using System.Globalization;
using System.Text;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>What the world does to a run over many files: it takes files away, kills it, nests its pages.</summary>
public sealed class HardshipTests
{
    // A pipe that is an input holds the run at a known place: opening it to write waits until the run has come to it.
    private const string Pipes = "pipes and signals are POSIX's";

    [SkippableFact]
    public void A_file_that_vanishes_in_the_run_is_named_and_the_others_are_done()
    {
        Skip.If(OperatingSystem.IsWindows(), Pipes);
        using Workplace place = Folder(3);

        Ran ran = Tool.Shell(place.Folder, """
            mkfifo slow
            articleclean clean slow in/0.txt in/1.txt in/2.txt -o out -j 1 & run=$!
            exec 3> slow
            rm in/1.txt
            echo "Rain fell on the town." >&3
            exec 3>&-
            wait $run
            """);

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("'in/1.txt' cannot be read: it does not exist (any more)", ran.Error, StringComparison.Ordinal);
        Assert.Contains("3 done, 0 skipped, 1 failed", ran.Error, StringComparison.Ordinal);
        Assert.True(place.Has("out/0.txt") && place.Has("out/2.txt") && !place.Has("out/1.txt"));
    }

    [SkippableTheory]
    [InlineData("KILL", 137)]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public void A_run_that_was_ended_leaves_whole_files_and_is_resumed(string signal, int exitCode)
    {
        Skip.IfNot(OperatingSystem.IsLinux(), Pipes);
        using Workplace place = Folder(20);
        place.With("late.txt", Workplace.Article);

        Ran ended = Tool.Shell(place.Folder, $"""
            mkfifo slow
            env --default-signal=INT articleclean clean in slow late.txt -o out -j 1 & run=$!
            exec 3> slow
            kill -s {signal} $run
            wait $run
            """);

        Assert.Equal(exitCode, ended.ExitCode);
        string[] left = [.. place.Files().Where(f => f.StartsWith("out/", StringComparison.Ordinal))];
        Assert.Equal(40, left.Length);
        Assert.DoesNotContain(left, f => f.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.Equal(0, place.Run("restore", "out", "-o", "back", "-q").ExitCode);
        for (int i = 0; i < 20; i++)
            Assert.Equal(place.Bytes($"in/{i}.txt"), place.Bytes($"back/{i}.txt"));

        Ran resumed = place.Run("clean", "in", "late.txt", "-o", "out", "--resume");

        Assert.Equal((0, "1 done, 20 skipped, 0 failed"), (resumed.ExitCode, resumed.Error[..28]));
        Assert.True(place.Has("out/late.txt"));
    }

    [Fact]
    public void A_page_of_a_hundred_thousand_nested_elements_is_cleaned_with_its_text_in_order()
    {
        const int Depth = 100_000;
        using Workplace place = new();
        StringBuilder page = new("<!doctype html><html lang=en><body><p>The harbour council voted on Tuesday to widen the pier, officials said.</p>");
        for (int i = 0; i < Depth; i++)
            page.Append("<div>").Append(i % 25_000 == 0 ? string.Create(CultureInfo.InvariantCulture, $"<p>On day {i} of the work the river rose above the old bridge, the harbour master said.</p>") : "");
        page.Insert(page.Length, "</div>", Depth).Append("<p>The work will last about a year, according to the mayor of the town.</p>");
        place.With("deep.html", page.ToString());

        Ran ran = place.Run("clean", "deep.html");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        string[] order = ["council voted", "On day 0", "On day 25000", "On day 50000", "On day 75000", "The work will last"];
        int[] places = [.. order.Select(words => ran.Text.IndexOf(words, StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    private static Workplace Folder(int files)
    {
        Workplace place = new();
        for (int i = 0; i < files; i++)
            place.With($"in/{i}.txt", Workplace.Article.Replace("March", $"week {i}", StringComparison.Ordinal));
        return place;
    }
}
