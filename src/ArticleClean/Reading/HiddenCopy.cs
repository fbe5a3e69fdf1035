namespace ArticleClean.Reading;

/// <summary>
/// Tells a hidden second copy of what a page shows (a text to republish, a raw version for machines) from a story that
/// stays hidden until a script shows it.
/// </summary>
internal static class HiddenCopy
{
    /// <summary>Pieces of a line are looked for, in UTF-16 code units: links and marks between them may be written otherwise.</summary>
    private const int PieceLength = 28;

    /// <summary>So many pieces of a line, evenly spread; one that comes again is enough.</summary>
    private const int Pieces = 4;

    /// <summary>A shorter line is a label or a title.</summary>
    private const int MinLineLength = 60;

    /// <summary>So many of a hundred lines that come again make a copy.</summary>
    private const int CopyPercent = 50;

    /// <summary>Whether the long lines of what is shown come once more in the text with the hidden parts.</summary>
    public static bool IsIn(string withHidden, string shown)
    {
        int lines = 0, again = 0;
        foreach (ReadOnlySpan<char> line in shown.AsSpan().EnumerateLines())
        {
            if (line.Length < MinLineLength)
                continue;
            lines++;
            again += ComesAgain(withHidden, shown, line) ? 1 : 0;
        }

        return again > 0 && again * 100 >= lines * CopyPercent;
    }

    private static bool ComesAgain(string withHidden, string shown, ReadOnlySpan<char> line)
    {
        for (int i = 0; i < Pieces; i++)
        {
            ReadOnlySpan<char> piece = line.Slice((line.Length - PieceLength) * i / (Pieces - 1), PieceLength);
            if (Count(withHidden, piece) > Count(shown, piece))
                return true;
        }

        return false;
    }

    private static int Count(ReadOnlySpan<char> text, ReadOnlySpan<char> part)
    {
        int count = 0;
        for (int at = text.IndexOf(part); at >= 0; at = text.IndexOf(part))
        {
            count++;
            text = text[(at + part.Length)..];
        }

        return count;
    }
}
