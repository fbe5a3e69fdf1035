using System.Globalization;
using System.Text;

namespace ArticleClean.Cli.Diffing;

/// <summary>
/// The unified diff of a file before and after changes whose places are known, so that nothing is searched: its cost is that
/// of the file. Works on bytes; lines end at LF, whatever stands before it.
/// </summary>
/// <remarks>https://www.gnu.org/software/diffutils/manual/html_node/Detailed-Unified.html</remarks>
internal static class UnifiedDiff
{
    private const int ContextLines = 3;

    /// <summary>The diff; empty when nothing changes.</summary>
    /// <param name="path">With <c>/</c>; stands behind <c>a/</c> and <c>b/</c>, for <c>patch -p1</c>.</param>
    public static byte[] Of(string path, ReadOnlyMemory<byte> source, IReadOnlyList<Change> changes)
    {
        SourceLines lines = new(source);
        List<ChangedLines> blocks = ChangedLines.Of(lines, changes);
        if (blocks.Count == 0)
            return [];
        using MemoryStream output = new();
        Write(output, $"--- {NameOf("a/", path)}\n+++ {NameOf("b/", path)}\n");
        int shift = 0;
        for (int first = 0; first < blocks.Count;)
        {
            int end = first + 1;
            while (end < blocks.Count && blocks[end].First - (blocks[end - 1].First + blocks[end - 1].Count) <= 2 * ContextLines)
                end++;
            shift += WriteHunk(output, lines, blocks[first..end], shift);
            first = end;
        }

        return output.ToArray();
    }

    /// <summary>Writes a hunk; gives how many lines it adds.</summary>
    private static int WriteHunk(MemoryStream output, SourceLines lines, List<ChangedLines> blocks, int shift)
    {
        int start = Math.Max(0, blocks[0].First - ContextLines);
        int end = Math.Min(lines.Count, blocks[^1].First + blocks[^1].Count + ContextLines);
        int added = blocks.Sum(b => b.NewLines.Count - b.Count);
        Write(output, $"@@ -{Range(start, end - start)} +{Range(start + shift, end - start + added)} @@\n");
        int line = start;
        foreach (ChangedLines block in blocks)
        {
            for (; line < block.First; line++)
                WriteLine(output, ' ', lines.Line(line).Span);
            for (; line < block.First + block.Count; line++)
                WriteLine(output, '-', lines.Line(line).Span);
            foreach (ReadOnlyMemory<byte> newLine in block.NewLines)
                WriteLine(output, '+', newLine.Span);
        }

        for (; line < end; line++)
            WriteLine(output, ' ', lines.Line(line).Span);
        return added;
    }

    /// <summary>1-based; an empty range stands behind the line it names.</summary>
    private static string Range(int start, int count)
    {
        int shown = count == 0 ? start : start + 1;
        return count == 1 ? shown.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{shown},{count}");
    }

    private static void WriteLine(MemoryStream output, char sign, ReadOnlySpan<byte> line)
    {
        output.WriteByte((byte)sign);
        output.Write(line);
        if (!line.EndsWith("\n"u8))
            output.Write("\n\\ No newline at end of file\n"u8);
    }

    private static void Write(MemoryStream output, string text) => output.Write(Encoding.UTF8.GetBytes(text));

    /// <summary>A name as git and patch read it: quoted where it holds what would end it, with a tab behind it where it holds a space.</summary>
    private static string NameOf(string side, string path)
    {
        string name = side + (path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);
        bool isOdd = false;
        foreach (char c in name)
            isOdd |= c is '"' or '\\' || char.IsControl(c);
        if (!isOdd)
            return name.Contains(' ', StringComparison.Ordinal) ? $"{name}\t" : name;
        StringBuilder quoted = new("\"");
        foreach (byte b in Encoding.UTF8.GetBytes(name))
        {
            if (b is (byte)'"' or (byte)'\\')
                quoted.Append('\\').Append((char)b);
            else if (b is < 0x20 or >= 0x7F)
                quoted.Append('\\').Append(Convert.ToString(b, 8).PadLeft(3, '0'));
            else
                quoted.Append((char)b);
        }

        return quoted.Append('"').ToString();
    }
}
