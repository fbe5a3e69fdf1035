namespace ArticleClean.Cli.Commands;

/// <summary>What became of one file.</summary>
internal sealed record Outcome
{
    public required Tally Tally { get; init; }

    /// <summary>Why it failed, or null.</summary>
    public Failure? Failure { get; init; }

    /// <summary>What the reader had to say and which records are bad.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What was done, in a few words.</summary>
    public required string Said { get; init; }

    public static Outcome Failed(Failure failure) => new() { Tally = new Tally { Failed = 1 }, Failure = failure, Said = "failed" };

    public static Outcome Skipped(string why) => new() { Tally = new Tally { Skipped = 1 }, Said = why };
}
