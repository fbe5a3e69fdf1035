using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>A cache of verdicts changes how long <c>check</c> takes, and nothing else.</summary>
public sealed class CacheTests
{
    [Fact]
    public void A_second_run_says_the_same_and_rewrites_nothing()
    {
        using Workplace place = Scrapes();

        string plain = Check(place, "--no-cache");
        Assert.DoesNotContain(place.Files(), f => f.StartsWith("cache", StringComparison.Ordinal));
        string first = Check(place);
        string file = Assert.Single(place.Files(), f => f.StartsWith("cache", StringComparison.Ordinal));
        byte[] kept = place.Bytes(file);
        string second = Check(place);

        Assert.NotEmpty(plain);
        Assert.Equal(plain, first);
        Assert.Equal(plain, second);
        Assert.Equal(kept, place.Bytes(file));
    }

    [Fact]
    public void What_is_kept_is_what_is_said()
    {
        using Workplace place = Scrapes();
        Check(place);
        string file = place.Files().Single(f => f.StartsWith("cache", StringComparison.Ordinal));
        byte[] kept = place.Bytes(file);
        int at = kept.AsSpan().IndexOf("Example Media. All"u8);
        kept[at] = (byte)'S';
        place.With(file, kept);

        Assert.Contains("Sxample Media", Check(place), StringComparison.Ordinal);
    }

    [Fact]
    public void Content_options_and_configuration_count()
    {
        using Workplace place = Scrapes();
        string before = Check(place);

        Assert.Equal(Check(place, "--no-cache", "--keep", "copyright"), Check(place, "--keep", "copyright"));
        place.With("in/b.txt", Workplace.Article);
        Assert.Equal(Check(place, "--no-cache"), Check(place));
        Assert.NotEqual(before, Check(place));
        place.With("articleclean.json", """{ "rules": { "own": ["[other.storm]", "the storm of last november", "+ the storm of last November", "- a storm"] } }""");
        Assert.Equal(Check(place, "--no-cache"), Check(place));
        place.With("articleclean.json", """{ "sites": { "example.com": { "actions": { "copyright": "keep" } } } }""");
        Assert.Equal(Check(place, "--no-cache", "--url", "https://example.com/a"), Check(place, "--url", "https://example.com/a"));
        Assert.Equal(Check(place, "--no-cache"), Check(place));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30)]
    [InlineData(-1)]
    [InlineData(-60)]
    public void A_broken_cache_is_none(int cut)
    {
        using Workplace place = Scrapes();
        string expected = Check(place);
        string file = place.Files().Single(f => f.StartsWith("cache", StringComparison.Ordinal));
        byte[] kept = place.Bytes(file);
        place.With(file, kept[..(cut < 0 ? kept.Length + cut : cut)]);

        Assert.Equal(expected, Check(place));
        Assert.Equal(kept, place.Bytes(file));
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_done_without()
    {
        using Workplace place = Scrapes();
        string expected = Check(place, "--no-cache");
        place.With("cache", "a file");

        Assert.Equal(expected, Check(place));
    }

    [Fact]
    public void What_is_not_asked_for_any_more_is_dropped()
    {
        using Workplace place = Scrapes();
        Check(place);
        string file = place.Files().Single(f => f.StartsWith("cache", StringComparison.Ordinal));
        long before = place.Bytes(file).Length;
        for (int i = 0; i < 5; i++)
        {
            place.With("in/c.txt", $"{Workplace.Article}{i}\n");
            Check(place);
        }

        Assert.InRange(place.Bytes(file).Length, 1, before * 3);
    }

    private static Workplace Scrapes() =>
        new Workplace().With("in/a.txt", Workplace.Article).With("in/b.txt", "Rain fell on the town.\n").With("in/p.html", "<!doctype html><p>Rain fell on the town on Monday, officials said.");

    // One thread, so that the cache's entries come in order.
    private static string Check(Workplace place, params string[] options)
    {
        Ran ran = place.Run(["check", "in", "--cache-dir", "cache", "-j", "1", .. options]);
        Assert.Equal(1, ran.ExitCode);
        return ran.Text;
    }
}
