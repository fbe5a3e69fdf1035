namespace ArticleClean.Segmenting;

/// <summary>
/// Joins the lines of a text that was wrapped at a width, as mail, wire services and browsers of a terminal leave it, so
/// that its sentences are whole. Texts of scripts without small letters stay as they are: nothing tells there that a line
/// goes on.
/// </summary>
internal static class Wrapping
{
    /// <summary>Nobody wraps at less; shorter lines are verse or a list.</summary>
    private const int MinWidth = 40;

    /// <summary>Nobody wraps at more; a longer line that goes on below it was broken for another reason.</summary>
    private const int MaxWidth = 120;

    /// <summary>Among few lines that run on may be none of the full width, or one of a box that was wrapped by itself: by no more than a word.</summary>
    private const int Slack = 10;

    /// <summary>So many lines that go on below them are no chance.</summary>
    private const int MinRunOns = 3;

    /// <summary>Lines joined, each with its content over several lines of the text and the last one's terminator; the lines themselves when the text is not wrapped.</summary>
    public static Line[] Join(ReadOnlySpan<char> text, Line[] lines)
    {
        int width = Width(text, lines);
        if (width == 0)
            return lines;
        Rows<Line> joined = new(lines.Length);
        for (int i = 0; i < lines.Length; i++)
        {
            int last = i;
            while (last + 1 < lines.Length && GoesOn(text, lines, last, width))
                last++;
            joined.Add(new Line(TextSpan.FromBounds(lines[i].Content.Start, lines[last].Content.End), lines[last].TerminatorLength));
            i = last;
        }

        return joined.ToArray();
    }

    /// <summary>The width that the text is wrapped at; 0 when it is not.</summary>
    private static int Width(ReadOnlySpan<char> text, Line[] lines)
    {
        int width = 0, runOns = 0;
        for (int i = 0; i + 1 < lines.Length; i++)
        {
            if (!RunsOn(text, lines, i))
                continue;
            runOns++;
            width = Math.Max(width, lines[i].Content.Length);
            if (width > MaxWidth)
                return 0;
        }

        if (runOns < MinRunOns || width < MinWidth)
            return 0;

        return IsWrapped(text, lines, width, runOns) ? width : 0;
    }

    /// <summary>What breaks a line is the next word that has no room: so it is with nearly every line that runs on, and hardly a line is longer.</summary>
    private static bool IsWrapped(ReadOnlySpan<char> text, Line[] lines, int width, int runOns)
    {
        int full = 0;
        long all = 0, longer = 0;
        for (int i = 0; i < lines.Length; i++)
        {
            int length = lines[i].Content.Length;
            all += length;
            longer += length > width + Slack ? length : 0;
            full += i + 1 < lines.Length && RunsOn(text, lines, i) && IsFull(text, lines, i, width - Slack) ? 1 : 0;
        }

        return full * 4L >= runOns * 3L && longer * 4 <= all;
    }

    /// <summary>Whether the line below belongs to a line: its first word had no room, or its sentence goes on.</summary>
    private static bool GoesOn(ReadOnlySpan<char> text, Line[] lines, int line, int width)
    {
        if (lines[line].Content.Length > width + Slack)
            return false;
        return RunsOn(text, lines, line) ? lines[line].Content.Length * 2 >= width : IsFull(text, lines, line, width);
    }

    /// <summary>Whether a line ends inside a sentence that the line below goes on with by a small letter.</summary>
    private static bool RunsOn(ReadOnlySpan<char> text, Line[] lines, int line)
    {
        ReadOnlySpan<char> below = ContentOf(text, lines[line + 1]).TrimStart();
        if (below.Length == 0 || !char.IsLower(below[0]))
            return false;
        ReadOnlySpan<char> above = ContentOf(text, lines[line]).TrimEnd();
        return above.Length > 0 && above[^1] is not ('.' or '!' or '?' or ':' or '…' or '|');
    }

    /// <summary>Whether the first word of the line below had no room on a line; not so where an item of a list begins below.</summary>
    private static bool IsFull(ReadOnlySpan<char> text, Line[] lines, int line, int width)
    {
        ReadOnlySpan<char> below = ContentOf(text, lines[line + 1]).TrimStart(), above = ContentOf(text, lines[line]).TrimEnd();
        if (above.Length == 0 || below.Length == 0 || below[0] is '-' or '*' or '•' or '–' or '+' or '>')
            return false;
        int word = below.IndexOfAny(' ', '\t');
        return above.Length + 1 + (word < 0 ? below.Length : word) > width;
    }

    private static ReadOnlySpan<char> ContentOf(ReadOnlySpan<char> text, Line line) => text.Slice(line.Content.Start, line.Content.Length);
}
