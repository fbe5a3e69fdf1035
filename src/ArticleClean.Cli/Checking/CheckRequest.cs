using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;

namespace ArticleClean.Cli.Checking;

/// <summary>What was asked of <c>check</c>.</summary>
internal sealed record CheckRequest
{
    public required IReadOnlyList<string> Paths { get; init; }
    public required IReadOnlyList<Glob> Excludes { get; init; }
    public required bool NoIgnore { get; init; }
    public required int Jobs { get; init; }
    public required InputHints Hints { get; init; }
    public required string TextField { get; init; }

    /// <summary>The name that standard input goes by, or null.</summary>
    public required string? StandardInputName { get; init; }

    public required SettingsSource Settings { get; init; }
    public required Selection Selection { get; init; }
    public required CheckLimits Limits { get; init; }

    /// <summary>One of <see cref="Reports.ReportFormats.Known"/>.</summary>
    public required string OutputFormat { get; init; }

    /// <summary>The file that gets the report instead of standard output, or null.</summary>
    public required string? OutputFile { get; init; }

    /// <summary>The baseline whose findings are not reported, or null.</summary>
    public required string? Baseline { get; init; }

    /// <summary>The file that gets the findings as a baseline, instead of a report; or null.</summary>
    public required string? WriteBaseline { get; init; }

    /// <summary>What the baseline holds and is not found any more makes the exit code 1.</summary>
    public required bool StrictBaseline { get; init; }

    /// <summary>The folder that keeps judgements for the next run; null for none.</summary>
    public required string? CacheFolder { get; init; }

    public required bool ExitZero { get; init; }
    /// <summary>The diffs go to standard output instead of the report.</summary>
    public required bool Diff { get; init; }

    public required bool Statistics { get; init; }

    /// <summary>Notes are not reported.</summary>
    public required bool Quiet { get; init; }
}
