using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Commands;

/// <summary>What was asked of <c>clean</c>.</summary>
internal sealed record CleanRequest
{
    public required IReadOnlyList<string> Paths { get; init; }
    public required IReadOnlyList<Glob> Excludes { get; init; }
    public required bool NoIgnore { get; init; }

    /// <summary>The value of <c>-o</c>: a file, a folder or <c>-</c>; null when it is absent.</summary>
    public required string? Output { get; init; }

    public required string? SidecarFile { get; init; }
    public required bool InPlace { get; init; }
    public required bool Force { get; init; }
    public required bool Resume { get; init; }
    public required bool DryRun { get; init; }
    public required int Jobs { get; init; }
    public required SkippedStatuses Skip { get; init; }
    public required InputHints Hints { get; init; }
    public required string TextField { get; init; }
    public required bool KeepHtml { get; init; }
    public required SettingsSource Settings { get; init; }
}

/// <summary>The statuses and kinds that get no body (<c>--skip</c>).</summary>
internal sealed class SkippedStatuses
{
    private readonly HashSet<string> _ids;

    private SkippedStatuses(HashSet<string> ids) => _ids = ids;

    public static SkippedStatuses Parse(IReadOnlyList<string> ids)
    {
        foreach (string id in ids)
        {
            if (!Known.Contains(id))
                throw Errors.BadOptionValue("--skip", id, string.Join(", ", Known));
        }

        return new SkippedStatuses([.. ids]);
    }

    public bool Contains(DocumentStatus status) =>
        _ids.Count > 0 && (_ids.Contains(status.Value.Id()) || (status.Kind is { } kind && _ids.Contains(kind.Id())));

    private static readonly string[] Known =
    [
        "complete", "truncated", "not-article", "suspect",
        "bot-wall", "consent-wall", "login-wall", "error-page", "script-required", "listing", "empty",
    ];
}
