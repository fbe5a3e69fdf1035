using System.Collections.Immutable;
using ArticleClean.Deciding;

namespace ArticleClean.Writing;

/// <summary>A decision to a body and its account.</summary>
internal static class ResultWriter
{
    public static CleanResult Write(Decision decision, CleanOptions options) => new()
    {
        Document = decision.Document.Document,
        Body = decision.Document.Document.Source.Bytes,
        Text = decision.Document.Document.Text,
        Removed = [],
        Flagged = [],
        Edits = [],
        Status = decision.Status,
        Metadata = decision.Metadata,
        Statistics = new CleanStatistics(0, 0, ImmutableSortedDictionary<string, int>.Empty),
    };
}
