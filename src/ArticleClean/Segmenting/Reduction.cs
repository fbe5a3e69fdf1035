namespace ArticleClean.Segmenting;

/// <summary>A document without some of its segments, laid out as its body would be, over the same tokens.</summary>
/// <param name="Origin">For each segment its index in the whole document.</param>
internal sealed record Reduction(Segmented Document, int[] Origin)
{
    /// <summary>
    /// Leaves segments out. Lines without a segment left go; of the blank lines around them stays the longer run,
    /// as in the body that is written.
    /// </summary>
    public static Reduction Of(Segmented whole, Func<int, bool> stays)
    {
        Rows<Segment> segments = new();
        List<int> origin = [];
        Rows<Line> lines = new();
        int lastLine = -1;   // in the whole document, of the last segment that stayed
        int lastLeft = -1;   // the line of the last segment that went since
        for (int i = 0; i < whole.Segments.Length; i++)
        {
            Segment segment = whole.Segments[i];
            if (!stays(i))
            {
                lastLeft = segment.Line;
                continue;
            }

            if (segment.Line != lastLine)
            {
                int blanks = Blanks(whole, i, lastLine, lastLeft, lines.Count == 0);
                for (int b = 0; b < blanks; b++)
                    lines.Add(new Line(new TextSpan(segment.Span.Start, 0), 1));
                lines.Add(whole.Lines[segment.Line]);
                lastLine = segment.Line;
            }

            lastLeft = -1;
            segments.Add(segment with { Line = lines.Count - 1 });
            origin.Add(i);
        }

        return new Reduction(whole with { Lines = lines.ToArray(), Segments = segments.ToArray() }, [.. origin]);
    }

    /// <summary>Blank lines before a segment's line: all there are, or where segments went the longer of the runs at the edges of the gap.</summary>
    private static int Blanks(Segmented whole, int index, int lastLine, int lastLeft, bool atHead)
    {
        int line = whole.Segments[index].Line;
        if (lastLeft < 0)
            return line - lastLine - 1;
        if (atHead)
            return 0;
        int after = 0;
        while (line - 1 - after > lastLine && IsBlank(whole, line - 1 - after))
            after++;
        int before = 0;
        while (lastLine + 1 + before < line && IsBlank(whole, lastLine + 1 + before))
            before++;
        return Math.Max(before, after);
    }

    private static bool IsBlank(Segmented whole, int line)
    {
        TextSpan content = whole.Lines[line].Content;
        return whole.Document.Text.AsSpan(content.Start, content.Length).IsWhiteSpace();
    }
}
