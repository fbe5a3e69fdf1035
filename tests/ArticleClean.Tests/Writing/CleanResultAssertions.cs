using System.Text;
using ArticleClean.Writing;

namespace ArticleClean.Tests.Writing;

/// <summary>What must hold of every result.</summary>
internal static class CleanResultAssertions
{
    public static readonly ToolInfo Tool = new("articleclean", "0.0.0", "rules", "model", "options");

    /// <summary>The original comes back from the body and the sidecar as it is read from its JSON.</summary>
    public static void ShouldRestore(this CleanResult result)
    {
        Sidecar sidecar = Sidecar.Of(result, Tool, "test.txt", "test.txt");
        byte[] restored = Restorer.Restore(result.Body.Span, Sidecar.Parse(sidecar.ToJson()));
        Assert.True(result.Document.Source.Bytes.Span.SequenceEqual(restored), "The restored bytes are not the original ones.");
    }

    /// <summary>Removals and edits are in order, disjoint, inside the file, and each place in the body is where the text stood.</summary>
    public static void ShouldAccount(this CleanResult result)
    {
        long end = result.Document.Source.BomLength, body = end;
        foreach ((long start, long entryEnd, long at, int replaced) in Entries(result))
        {
            Assert.True(start >= end, "Entries overlap or are out of order.");
            Assert.True(entryEnd >= start && entryEnd <= result.Document.Source.Bytes.Length, "An entry is outside the file.");
            Assert.Equal(body + (start - end), at);
            body = at + replaced;
            end = entryEnd;
        }

        Assert.Equal(result.Body.Length, body + (result.Document.Source.Bytes.Length - end));
        for (int i = 1; i < result.Removed.Length; i++)
            Assert.True(result.Removed[i].Start >= result.Removed[i - 1].End);
        Assert.All(result.Removed, r => Assert.NotEqual(Category.Keep, r.Category));
    }

    /// <summary>Body and removals of a page in document order, with blanks between them.</summary>
    public static string Merged(this CleanResult result)
    {
        StringBuilder merged = new();
        int copied = 0;
        foreach (Removal removal in result.Removed)
        {
            merged.Append(Encoding.UTF8.GetString(result.Body.Span[copied..(int)removal.At])).Append(' ').Append(removal.Text).Append(' ');
            copied = (int)removal.At;
        }

        return merged.Append(Encoding.UTF8.GetString(result.Body.Span[copied..])).ToString();
    }

    private static IEnumerable<(long Start, long End, long At, int Replaced)> Entries(CleanResult result) => result.Removed
        .Select(r => (r.Start, r.End, r.At, Replaced: 0))
        .Concat(result.Edits.Select(e => (e.Start, e.End, e.At, Replaced: result.Document.Source.Encode(e.Replacement)!.Length)))
        .OrderBy(e => e.Start).ThenBy(e => e.End);
}
