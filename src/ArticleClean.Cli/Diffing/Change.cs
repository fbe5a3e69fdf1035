using System.Text;

namespace ArticleClean.Cli.Diffing;

/// <summary>Bytes of a source, half-open, and what stands there instead.</summary>
internal readonly record struct Change(int Start, int End, ReadOnlyMemory<byte> Replacement)
{
    /// <summary>What a cleaning does to a text in UTF-8, in order.</summary>
    public static List<Change> Of(CleanResult result)
    {
        List<Change> changes = [];
        foreach (Removal removal in result.Removed)
            changes.Add(new Change((int)removal.Start, (int)removal.End, ReadOnlyMemory<byte>.Empty));
        foreach (Edit edit in result.Edits)
            changes.Add(new Change((int)edit.Start, (int)edit.End, Encoding.UTF8.GetBytes(edit.Replacement)));
        changes.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        return changes;
    }
}
