using System.Text.RegularExpressions;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>
/// <c>samples/clean</c> is what the program makes of <c>samples/raw</c>. With <c>ARTICLECLEAN_RECORD=1</c> it is made anew.
/// </summary>
public sealed partial class SamplesTests
{
    private static readonly string Raw = Path.Join(Tool.Repository, "samples", "raw");
    private static readonly string Clean = Path.Join(Tool.Repository, "samples", "clean");

    [Fact]
    public void The_cleaned_samples_are_what_the_program_makes_of_the_raw_ones()
    {
        using Workplace place = new();
        Ran ran = Tool.Run(Tool.Repository, "clean", "samples/raw", "-o", place.PathOf("out"), "-q");
        Assert.Equal(0, ran.ExitCode);
        if (Environment.GetEnvironmentVariable("ARTICLECLEAN_RECORD") == "1")
        {
            if (Directory.Exists(Clean))
                Directory.Delete(Clean, recursive: true);
            Copy(place.PathOf("out"), Clean);
        }

        Assert.Equal(Files(Clean), Files(place.PathOf("out")));
        foreach (string file in Files(Clean))
            Assert.Equal(Content(Path.Join(Clean, file)), Content(Path.Join(place.PathOf("out"), file)));
    }

    [Fact]
    public void Every_cleaned_text_of_the_samples_gives_its_original_back()
    {
        using Workplace place = new();
        Assert.Equal(0, Tool.Run(Tool.Repository, "clean", "samples/raw", "-o", place.PathOf("out"), "-q").ExitCode);
        string[] texts = [.. Files(Raw).Where(f => f.EndsWith(".txt", StringComparison.Ordinal))];
        Assert.True(texts.Length >= 12);
        foreach (string file in texts)
        {
            Ran ran = Tool.Run(place.Folder, "restore", Path.Join("out", file));
            Assert.Equal(0, ran.ExitCode);
            Assert.Equal(File.ReadAllBytes(Path.Join(Raw, file)), ran.Output);
        }
    }

    private static string[] Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f)).Order(StringComparer.Ordinal)];

    /// <summary>A file's text without what every change of any rule changes: the hashes of rules and model.</summary>
    private static string Content(string file) => Hash().Replace(File.ReadAllText(file), "\"${name}\": \"...\"");

    private static void Copy(string from, string to)
    {
        foreach (string file in Files(from))
        {
            string target = Path.Join(to, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Join(from, file), target);
        }
    }

    [GeneratedRegex("\"(?<name>rules|model|options)\": \"[^\"]*\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Hash();
}
