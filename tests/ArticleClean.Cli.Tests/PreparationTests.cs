using ArticleClean.Cli.Commands;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>What is loaded while the command line is still read.</summary>
public sealed class PreparationTests
{
    [Fact]
    public void Cleaning_is_prepared_on_a_thread_that_ends_where_there_is_a_second_core()
    {
        Thread? thread = Preparation.Begin(["clean", "article.txt"]);
        Assert.Equal(Environment.ProcessorCount > 1, thread is not null);
        if (thread is not null)
            Assert.True(thread.IsBackground && thread.Join(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData]
    [InlineData("clean")]
    [InlineData("--version")]
    [InlineData("check", "article.txt")]
    [InlineData("restore", "article.txt")]
    public void What_cleans_nothing_or_may_be_cached_is_not_prepared(params string[] args) => Assert.Null(Preparation.Begin(args));
}
