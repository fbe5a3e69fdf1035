using ArticleClean.Cli.Files;
using ArticleClean.Cli.Files.Ignoring;
using Xunit;

namespace ArticleClean.Cli.Tests.Files;

/// <summary>Ignore files are read as git reads them.</summary>
public sealed class IgnoreFilesTests
{
    [Theory]
    [InlineData("*.txt", "a/b.txt", true)]
    [InlineData("/a.txt", "x/a.txt", false)]
    [InlineData("/a.txt", "a.txt", true)]
    [InlineData("x/a.txt", "y/x/a.txt", false)]
    [InlineData("**/a.txt", "y/x/a.txt", true)]
    [InlineData("a/**/z.txt", "a/z.txt", true)]
    [InlineData("a/**/z.txt", "a/b/c/z.txt", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("a/**", "a/b", true)]
    [InlineData("[!a-c]x", "bx", false)]
    [InlineData("[!a-c]x", "dx", true)]
    [InlineData("[]-]x", "]x", true)]
    [InlineData("[[:digit:]]x", "7x", true)]
    [InlineData("\\!x", "!x", true)]
    [InlineData("\\#x", "#x", true)]
    [InlineData("x\\ ", "x ", true)]
    [InlineData("x  ", "x", true)]
    [InlineData("x**y", "xaby", true)]
    [InlineData("a?c", "a/c", false)]
    [InlineData("[a", "[a", false)]
    public void A_pattern_matches_what_git_matches(string pattern, string path, bool matches) =>
        Assert.Equal(matches, IgnorePattern.Parse(pattern)!.Matches(path, isFolder: false));

    [Fact]
    public void A_slash_at_the_end_means_folders_alone()
    {
        IgnorePattern pattern = IgnorePattern.Parse("drafts/")!;
        Assert.True(pattern.Matches("x/drafts", isFolder: true));
        Assert.False(pattern.Matches("x/drafts", isFolder: false));
    }

    [Fact]
    public void Hostile_patterns_are_matched_in_no_time() =>
        Assert.False(IgnorePattern.Parse(string.Concat(Enumerable.Repeat("*a", 40)) + "b")!.Matches(new string('a', 4000), isFolder: false));

    [SkippableFact]
    public void A_walk_takes_what_git_does_not_ignore()
    {
        Skip.If(OperatingSystem.IsWindows(), "names of a POSIX file system");
        string[] names = ["a", "b", "ab", "keep", "x y", "!k", "#h", "[s]"];
        string[] patterns =
        [
            "a", "/a", "a/", "*", "*/", "!keep", "!keep.txt", "!*/", "a*", "?", "**/b", "a/**", "a/**/b", "b/*", "!b/keep", "[ab]", "[!a]", "/b/",
            "\\!k*", "\\#h*", "x\\ y", "x*", "a/b", "ab/**/", "**/keep.txt", "[[]s]*", "*.txt", "!a.txt", "# comment", "", "b/a.txt", "/*/ab",
        ];
        Random random = new(4711);
        for (int round = 0; round < 40; round++)
        {
            using Workplace place = new();
            for (int i = 0; i < 25; i++)
                place.With(string.Join('/', Enumerable.Range(0, random.Next(0, 3)).Select(_ => names[random.Next(names.Length)]).Append(names[random.Next(names.Length)] + ".txt")), "x");
            foreach (string folder in (string[])["", "a/", "b/"])
            {
                if (folder.Length == 0 || (Directory.Exists(place.PathOf(folder)) && random.Next(2) == 0))
                    place.With(folder + ".gitignore", string.Join('\n', Enumerable.Range(0, random.Next(1, 5)).Select(_ => patterns[random.Next(patterns.Length)])));
            }

            Ran git = Tool.Shell(place.Folder, "git init -q . && git -c core.quotePath=false ls-files -z --others --exclude-standard");
            Skip.If(git.ExitCode != 0, "git is not there");
            IEnumerable<string> expected = git.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(f => f.EndsWith(".txt", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

            Assert.Equal(expected, Walk(place, "").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Ignore_files_above_count_unless_they_leave_out_what_was_named()
    {
        using Workplace place = new();
        place.With("repo/.git/HEAD", "").With("repo/scrapes/a.txt", "x").With("repo/scrapes/b.txt", "x").With("repo/scrapes/drafts/c.txt", "x");

        place.With("repo/.gitignore", "drafts/\n");
        Assert.Equal(["a.txt", "b.txt"], Walk(place, "repo/scrapes"));
        foreach (string all in (string[])["scrapes", "/scrapes/", "scrapes/*", "scrapes/**", "*"])
        {
            place.With("repo/.gitignore", all);
            Assert.Equal(["a.txt", "b.txt", "drafts/c.txt"], Walk(place, "repo/scrapes"));
        }

        place.With("repo/.articlecleanignore", "/scrapes/b.txt\n").With(".gitignore", "a.txt");
        Assert.Equal(["a.txt", "drafts/c.txt"], Walk(place, "repo/scrapes"));
    }

    [Fact]
    public void The_own_ignore_file_wins_over_that_of_git()
    {
        using Workplace place = new();
        place.With("a.txt", "x").With("b.txt", "x").With(".gitignore", "*.txt\n").With(".articlecleanignore", "!a.txt\n");

        Assert.Equal(["a.txt"], Walk(place, ""));
    }

    private static string[] Walk(Workplace place, string folder) =>
        [.. Inputs.Find(new InputQuery { Paths = [place.PathOf(folder)], Excludes = [], HonoursIgnoreFiles = true }).Files.Select(f => f.Relative)];
}
