namespace ArticleClean.Cli.Checking;

/// <summary>Something that <c>check</c> reports about a place or, as a verdict, about a whole document.</summary>
internal sealed record CheckFinding
{
    /// <summary>A category's id, or a verdict's (<c>truncated</c>, <c>not-article</c>, ...).</summary>
    public required string Category { get; init; }

    /// <summary>The rule's id; a verdict's begins with <see cref="Verdicts.RulePrefix"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>One sentence without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>The segment; null for a verdict.</summary>
    public RemovedSegment? Segment { get; init; }

    /// <summary>The record of a JSON Lines file that it is in, as the 1-based line of the file; null elsewhere. The segment's place is then that in the record's text.</summary>
    public long? Record { get; init; }

    /// <summary>Whether it makes the exit code 1; else it is a note.</summary>
    public bool Fails { get; init; }

    /// <summary>In thousandths.</summary>
    public required int Confidence { get; init; }

    public bool IsVerdict => Verdicts.IsRule(Rule);

    /// <summary>The 1-based line in the file.</summary>
    public long Line => Record ?? Segment?.Line ?? 1;

    /// <summary>The 1-based column in the file, in code points.</summary>
    public int Column => Record is null && Segment is not null ? Segment.Column : 1;

    public string Level => Fails ? "error" : "note";
}

/// <summary>What was found in one file, after selection and baseline.</summary>
/// <param name="Path">As the user would write it, with <c>/</c>.</param>
/// <param name="SiteFolder">The first folder below the one that was named, or <c>.</c>.</param>
internal sealed record CheckedFile(string Path, string SiteFolder)
{
    public IReadOnlyList<CheckedDocument> Documents { get; init; } = [];

    /// <summary>In the file's order, verdicts before segments.</summary>
    public IReadOnlyList<CheckFinding> Findings { get; init; } = [];

    /// <summary>What is wrong with the file or with its records; the rest was checked.</summary>
    public Failure? Failure { get; init; }

    /// <summary>How many findings the baseline took away.</summary>
    public int Known { get; init; }

    /// <summary>What the report made of it ahead of its turn; null when it does nothing ahead.</summary>
    public byte[]? Rendered { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The text that lines and columns refer to; null unless it is wanted, and for pages and records.</summary>
    public string? Text { get; init; }

    /// <summary>The unified diff of what <c>clean</c> would do; empty when it would do nothing, null when there can be none.</summary>
    public ReadOnlyMemory<byte>? Diff { get; init; }
}

/// <summary>Counts of one document: a file or a record.</summary>
internal readonly record struct CheckedDocument(int Words, int WordsRemoved, StatusValue Status);
