using System.Text;
using ArticleClean.Cli.Diffing;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>Diffs go through <c>patch</c> and give what <c>clean</c> gives.</summary>
public sealed class DiffTests
{
    private static readonly string[] Lines =
    [
        "The harbour council voted on Tuesday to widen the old pier before the winter, officials said.",
        "The work will begin in March and will last about a year, according to the mayor of the town.",
        "Residents had asked for the change since the storm of last November broke two of the moorings.",
        "Subscribe to read the full story", "© 2024 Example Media. All rights reserved.", "Share on Facebook", "Home > News > Local",
        "The mayor &amp;nbsp; spoke on Monday, a witness said. Sign up for our free daily newsletter", "", "  ", "\tRain fell on the town, she said.", "By Anna Example",
    ];

    [SkippableFact]
    public void A_patched_text_is_what_clean_makes_of_it()
    {
        Skip.If(OperatingSystem.IsWindows(), "patch is a POSIX tool");
        using Workplace place = new();
        Random random = new(90125);
        string[] ends = ["\n", "\n", "\r\n", "\r"];
        for (int i = 0; i < 150; i++)
        {
            StringBuilder text = new(i % 7 == 0 ? "\uFEFF" : "");
            string end = ends[random.Next(ends.Length)];
            int count = random.Next(0, 14);
            for (int n = 0; n < count; n++)
                text.Append(Lines[random.Next(Lines.Length)]).Append(n + 1 == count && i % 3 == 0 ? "" : i % 10 == 9 ? ends[random.Next(ends.Length)] : end);
            byte[] bytes = Encoding.UTF8.GetBytes(text.ToString());
            place.With($"in/{i % 5}/t {i}.txt", i % 11 == 5 && bytes.Length > 0 ? [.. bytes, 0xFF, (byte)'x'] : bytes);
        }

        Assert.Equal(0, place.Run("clean", "in", "-o", "out", "-q").ExitCode);
        Ran diff = place.Run("check", "in", "--diff", "--exit-zero");
        Assert.Equal(0, diff.ExitCode);
        place.With("p", diff.Output);
        Ran patched = Tool.Shell(place.Folder, "command -v patch >/dev/null || exit 99; patch -p1 --binary --no-backup-if-mismatch < p");
        Skip.If(patched.ExitCode == 99, "patch is not there");

        Assert.True(patched.ExitCode == 0, patched.Text + patched.Error);
        string[] patchable = [.. place.Files().Where(f => f.StartsWith("in/", StringComparison.Ordinal) && !diff.Error.Contains($"{f}: no diff", StringComparison.Ordinal))];
        Assert.InRange(patchable.Length, 120, 150);
        foreach (string file in patchable)
            Assert.Equal(place.Bytes("out" + file[2..]), place.Bytes(file));
    }

    [Theory]
    [InlineData("a\nb\nc\n", 2, 4, "", "@@ -1,3 +1,2 @@\n a\n-b\n c\n")]
    [InlineData("a\nb", 1, 3, "", "@@ -1,2 +1 @@\n-a\n-b\n\\ No newline at end of file\n+a\n\\ No newline at end of file\n")]
    [InlineData("a\n", 0, 2, "", "@@ -1 +0,0 @@\n-a\n")]
    [InlineData("a\n", 2, 2, "b\n", "@@ -1 +1,2 @@\n a\n+b\n")]
    [InlineData("a\r\nb\r\n", 1, 3, " ", "@@ -1,2 +1 @@\n-a\r\n-b\r\n+a b\r\n")]
    public void A_change_is_shown_as_its_lines(string text, int start, int end, string replacement, string hunk)
    {
        byte[] diff = UnifiedDiff.Of("x.txt", Encoding.UTF8.GetBytes(text), [new Change(start, end, Encoding.UTF8.GetBytes(replacement))]);

        Assert.Equal($"--- a/x.txt\n+++ b/x.txt\n{hunk}", Encoding.UTF8.GetString(diff));
    }

    [Fact]
    public void A_name_that_would_end_its_line_is_quoted()
    {
        byte[] diff = UnifiedDiff.Of("a\"b\n.txt", "x\n"u8.ToArray(), [new Change(0, 2, ReadOnlyMemory<byte>.Empty)]);

        Assert.StartsWith("--- \"a/a\\\"b\\012.txt\"\n", Encoding.UTF8.GetString(diff), StringComparison.Ordinal);
    }
}
