namespace ArticleClean.Segmenting;

/// <summary>Splits a text into lines. A line ends at LF, CR LF or CR and nothing else.</summary>
internal static class LineSplitter
{
    /// <summary>The lines in order; a text that ends with a line end has no empty line after it.</summary>
    public static Line[] Split(ReadOnlySpan<char> text)
    {
        Rows<Line> lines = new();
        for (int start = 0; start < text.Length;)
        {
            int length = text[start..].IndexOfAny('\n', '\r');
            if (length < 0)
            {
                lines.Add(new Line(new TextSpan(start, text.Length - start), 0));
                break;
            }

            int end = start + length;
            int terminator = text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1;
            lines.Add(new Line(new TextSpan(start, length), terminator));
            start = end + terminator;
        }

        return lines.ToArray();
    }

    /// <summary>How many line ends a text has.</summary>
    public static int CountEnds(ReadOnlySpan<char> text)
    {
        Line[] lines = Split(text);
        return lines.Length > 0 && lines[^1].TerminatorLength == 0 ? lines.Length - 1 : lines.Length;
    }
}
