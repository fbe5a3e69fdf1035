using System.Collections.Immutable;
using ArticleClean.Reading;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Checking;

/// <summary>
/// A segment that <c>clean</c> would remove. Offsets are bytes of the source, half-open; line and column are 1-based, the
/// column in code points; the end column is that behind the last one.
/// </summary>
/// <param name="Rule">The strongest of the claims that led to it.</param>
/// <param name="Evidence">What that rule saw; null for the model.</param>
/// <param name="Confidence">In thousandths.</param>
/// <param name="Words">How many words go with it.</param>
internal sealed record RemovedSegment(
    string Category, string Rule, string? Evidence, int Confidence, long Start, long End, int Line, int Column, int EndLine, int EndColumn, string Text, int Words)
{
    /// <summary>A removal that names no rule was decided by its neighbours.</summary>
    private const string NoRule = "model/line";

    /// <summary>A removal of a cleaning.</summary>
    public static RemovedSegment Of(Removal removal, Document document)
    {
        Reason? reason = removal.Because.IsEmpty ? null : removal.Because[0];
        // The place of a page's removal is a start tag, not its text.
        string covered = document.Format == DocumentFormat.Html ? "" : removal.Text;
        (int endLine, int endColumn) = TextPlace.EndOf(covered, removal.Line, removal.Column);
        return new RemovedSegment(
            removal.Category.Id(), reason?.Rule ?? NoRule, reason?.Evidence, removal.Confidence, removal.Start, removal.End,
            removal.Line, removal.Column, endLine, endColumn, removal.Text, WordCounter.Count(removal.Text));
    }
}

/// <summary>What a cleaning says about one document, without its body: all that checks rest on.</summary>
internal sealed record Judgement(int Words, int WordsRemoved, DocumentStatus Status, ImmutableArray<RemovedSegment> Segments)
{
    public int BodyWords => Words - WordsRemoved;

    /// <summary>The judgement that a cleaning's result holds.</summary>
    public static Judgement Of(CleanResult result)
    {
        ImmutableArray<RemovedSegment>.Builder segments = ImmutableArray.CreateBuilder<RemovedSegment>(result.Removed.Length);
        foreach (Removal removal in result.Removed)
            segments.Add(RemovedSegment.Of(removal, result.Document));
        return new Judgement(result.Statistics.Words, result.Statistics.WordsRemoved, result.Status, segments.MoveToImmutable());
    }
}
