using System.Collections.Immutable;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>What happens to a segment.</summary>
internal enum Fate : byte
{
    Keep,
    Remove,
    /// <summary>Kept and listed, because the category's action says so.</summary>
    Flag,
    /// <summary>Kept and listed: doubtful, and the document is over the cap on removals.</summary>
    FlagOverCap,
    /// <summary>Kept and listed: an editor's note or a correction.</summary>
    Note,
}

/// <summary>The decision on one segment; log-odds in thousandths, above 0 for removal. What is kept and not listed has no reasons.</summary>
internal readonly record struct Verdict(Fate Fate, Category Category, int LogOdds, ImmutableArray<Reason> Because);

/// <summary>A leftover inside a segment that is replaced; an empty replacement makes it a removal.</summary>
internal sealed record InlineEdit(TextSpan Span, string Replacement, string Rule);

/// <summary>One verdict per segment, edits inside kept segments in order, the document's status and metadata.</summary>
internal sealed record Decision(
    Segmented Document, Verdict[] Verdicts, IReadOnlyList<InlineEdit> InlineEdits, DocumentStatus Status, ArticleMetadata Metadata);
