using System.Globalization;
using System.Text;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Reports;

/// <summary>The line of a finding with marks below what would be removed of it.</summary>
internal static class MarkedExcerpt
{
    // With the line's number before it, what fits on a terminal of usual width.
    private const int MaxWidth = 90;
    private const int MaxBefore = 20;

    /// <summary>Appends two lines.</summary>
    /// <param name="text">The document's text; null when the segment's own text is all there is.</param>
    public static void Append(StringBuilder output, RemovedSegment segment, string? text, Func<string, string> paint)
    {
        string firstLine = TextPlace.LineOf(segment.Text, 1).ToString();
        ReadOnlySpan<char> line = text is null ? firstLine : TextPlace.LineOf(text, segment.Line);
        int start = text is null ? 0 : TextPlace.Units(line, segment.Column - 1);
        int end = Math.Min(line.Length, start + firstLine.Length);

        string before = OneLine.Escape(line[..start].ToString());
        if (before.Length > MaxBefore)
            before = $"…{before[CutAt(before, before.Length - MaxBefore)..]}";
        string marked = OneLine.Excerpt(line[start..end].ToString(), MaxWidth - before.Length);
        int room = MaxWidth - before.Length - marked.Length;
        string after = room > 1 && end < line.Length ? OneLine.Excerpt(line[end..].ToString(), room) : "";

        string number = segment.Line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        output.Append(CultureInfo.InvariantCulture, $"{number} | {before}{marked}{after}\n");
        output.Append(CultureInfo.InvariantCulture, $"      | {new string(' ', Width(before))}{paint(new string('^', Math.Max(1, Width(marked))))}\n");
    }

    private static int CutAt(string text, int at) => char.IsLowSurrogate(text[at]) ? at + 1 : at;

    /// <summary>Columns that a terminal needs: two for wide characters (Unicode TR 11), none for marks that combine.</summary>
    private static int Width(string text)
    {
        int width = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            width += Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? 0
                : IsWide(rune.Value) ? 2
                : 1;
        }

        return width;
    }

    private static bool IsWide(int c) => c is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0x303E) or (>= 0x3041 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3)
        or (>= 0xF900 and <= 0xFAFF) or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6)
        or (>= 0x1F300 and <= 0x1F64F) or (>= 0x1F900 and <= 0x1F9FF) or (>= 0x20000 and <= 0x3FFFD);
}
