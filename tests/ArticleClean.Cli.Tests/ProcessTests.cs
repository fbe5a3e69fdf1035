using System.Diagnostics;
using System.Text;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>How runs begin, are interrupted and end.</summary>
public sealed class ProcessTests
{
    private const string Posix = "signals and shells are POSIX's";

    [SkippableFact]
    public void A_reader_that_leaves_ends_the_run_silently_with_141()
    {
        Skip.If(OperatingSystem.IsWindows(), Posix);
        using Workplace place = new();
        // More than a pipe holds, and nothing in it that a cleaner would take for a copy.
        place.With("long.txt", "The harbour council voted to widen the old pier, officials said.\n" + string.Concat(Enumerable.Range(1, 4000).Select(day =>
            $"On day {day} of the work the council counted {day * 7 % 31} boats and {day * 13 % 97} cranes at the pier, the harbour master said.\n")));

        Ran ran = Tool.Shell(place.Folder, "{ articleclean clean long.txt; echo $? > code; } | head -c 10");

        Assert.Equal("141\n", place.Read("code"));
        Assert.Equal("", ran.Error);
        Assert.Equal("The harbou", ran.Text);
    }

    [SkippableFact]
    public void A_reader_of_records_that_leaves_ends_the_run_before_the_input_ends()
    {
        Skip.If(OperatingSystem.IsWindows(), Posix);
        using Workplace place = new();

        // The input never ends: only a run that notices its reader's leave does.
        Ran ran = Tool.Shell(
            place.Folder,
            """{ yes '{"text":"Rain fell on the town."}' 2>/dev/null | { articleclean clean - --format jsonl; echo $? > code; } } | head -1""");

        Assert.Equal("141\n", place.Read("code"));
        Assert.Equal("", ran.Error);
    }

    [SkippableTheory]
    [InlineData("INT", 130)]
    [InlineData("TERM", 143)]
    public async Task A_signal_leaves_no_temporary_file_and_no_half_file(string signal, int exitCode)
    {
        Skip.If(OperatingSystem.IsWindows(), Posix);
        using Workplace place = new();
        string line = "{\"text\":\"" + string.Concat(Enumerable.Repeat("Rain fell on the town. ", 200)) + "\"}\n";
        using Process process = Tool.StartWithSignals(place.Folder, "clean", "-", "--format", "jsonl", "-o", "out.jsonl");
        await process.StandardInput.WriteAsync(line);
        await process.StandardInput.FlushAsync();
        await Until(() => place.Files().Count > 0);
        Assert.All(place.Files(), f => Assert.StartsWith(".articleclean-", f, StringComparison.Ordinal));

        using (Process kill = Process.Start("kill", ["-s", signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Empty(place.Files());
    }

    [Fact]
    public void A_failed_output_leaves_nothing_behind()
    {
        using Workplace place = new();
        place.With("in/a.txt", Workplace.Article);
        Directory.CreateDirectory(place.PathOf("out/a.txt/x"));

        Ran ran = place.Run("clean", "in", "-o", "out", "--force");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("'out/a.txt' cannot be written", ran.Error.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.DoesNotContain(place.Files(), f => f.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [SkippableFact]
    public void A_full_disk_is_named_and_leaves_no_half_file()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs a small file system");
        using Workplace place = new();
        for (int i = 0; i < 8; i++)
            place.With($"in/{i}.txt", string.Concat(Enumerable.Range(0, 400).Select(n => $"On day {n} the rain fell on town {i}.\n")));
        Ran ran = Tool.Shell(
            place.Folder,
            "mkdir small && unshare -rm sh -c 'mount -t tmpfs -o size=128k none small || exit 99; articleclean clean in -o small -j 1; code=$?; find small -name \"*.tmp\" | wc -l; ls small | wc -l; exit $code'");
        Skip.If(ran.ExitCode is 99 or 1, "no mount namespaces here");

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("No space left on device", ran.Error, StringComparison.Ordinal);
        Assert.StartsWith("0\n", ran.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\n0\n", ran.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bytes_and_messages()
    {
        using Workplace place = new();
        for (int i = 0; i < 60; i++)
            place.With($"in/{i % 7}/{i}.txt", i % 10 == 3 ? "\0\0\0\0" : Workplace.Article.Replace("March", $"week {i}", StringComparison.Ordinal));

        Ran one = place.Run("clean", "in", "-o", "one", "-j", "1", "-v");
        Ran eight = place.Run("clean", "in", "-o", "eight", "-j", "8", "-v");

        Assert.Equal(2, one.ExitCode);
        Assert.Equal(one.Error.Replace("one/", "eight/", StringComparison.Ordinal), eight.Error);
        IReadOnlyList<string> files = [.. place.Files().Where(f => f.StartsWith("one", StringComparison.Ordinal))];
        Assert.Equal(54 * 2, files.Count);
        foreach (string file in files)
            Assert.Equal(place.Bytes(file), place.Bytes("eight" + file[3..]));
    }

    [Fact]
    public void Records_come_in_order_whatever_the_number_of_threads()
    {
        using Workplace place = new();
        StringBuilder records = new();
        for (int i = 0; i < 500; i++)
            records.Append(System.Globalization.CultureInfo.InvariantCulture, $"{{\"id\":{i},\"text\":\"{string.Concat(Enumerable.Repeat("Rain fell. ", i % 50))}\"}}\n");
        place.With("in.jsonl", records.ToString());

        Ran one = place.Run("clean", "in.jsonl", "-j", "1");
        Ran eight = place.Run("clean", "in.jsonl", "-j", "8");

        Assert.Equal(0, one.ExitCode);
        Assert.Equal(500, one.Output.Count(b => b == '\n'));
        Assert.Equal(one.Output, eight.Output);
    }

    [SkippableFact]
    public void What_follows_in_the_shell_is_written_behind_the_body()
    {
        Skip.If(OperatingSystem.IsWindows(), Posix);
        using Workplace place = new();
        place.With("a.txt", "Rain fell on the town.\n");

        Tool.Shell(place.Folder, "{ articleclean clean a.txt; articleclean clean a.txt; echo end; } > all");

        Assert.Equal("Rain fell on the town.\nRain fell on the town.\nend\n", place.Read("all"));
    }

    [SkippableFact]
    public void Memory_does_not_grow_with_the_number_of_records()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "reads /proc");
        using Workplace place = new();

        long few = PeakKilobytes(place, 2_000), many = PeakKilobytes(place, 40_000);

        Assert.True(many < few + 60_000, $"{few} KB for 2,000 records, {many} KB for 40,000");
    }

    private static long PeakKilobytes(Workplace place, int records)
    {
        Ran ran = Tool.Shell(
            place.Folder,
            $$"""
            yes '{"text":"Rain fell on the town and the river rose above the old bridge, officials said on Tuesday."}' | head -n {{records}} > in
            articleclean clean - --format jsonl -j 4 < in > out & pid=$!
            peak=0
            while [ -r /proc/$pid/status ]; do
              now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' /proc/$pid/status 2>/dev/null)
              [ -n "$now" ] && peak=$now
              sleep 0.02
            done
            wait $pid; echo $peak
            """);
        Assert.Equal(records, File.ReadLines(place.PathOf("out")).Count());
        return long.Parse(ran.Text, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task Until(Func<bool> condition)
    {
        for (int i = 0; i < 300 && !condition(); i++)
            await Task.Delay(100);
        Assert.True(condition());
    }
}
