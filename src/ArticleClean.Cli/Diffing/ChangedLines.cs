namespace ArticleClean.Cli.Diffing;

/// <summary>Lines of a source, from the 0-based <paramref name="First"/> on, and the lines that stand there afterwards.</summary>
internal sealed record ChangedLines(int First, int Count, IReadOnlyList<ReadOnlyMemory<byte>> NewLines)
{
    /// <summary>The lines that changes touch, in order and apart from each other.</summary>
    public static List<ChangedLines> Of(SourceLines lines, IReadOnlyList<Change> changes)
    {
        List<ChangedLines> blocks = [];
        for (int next = 0; next < changes.Count;)
        {
            int first = lines.LineAt(changes[next].Start);
            int end = Math.Min(lines.Count, first + 1);
            using MemoryStream replaced = new();
            int copied = lines.Start(first);
            bool isOpen;
            do
            {
                for (bool isFirst = copied == lines.Start(first); next < changes.Count && (changes[next].Start < lines.Start(end) || isFirst); isFirst = false)
                {
                    Change change = changes[next++];
                    replaced.Write(lines.Bytes.Span[copied..change.Start]);
                    replaced.Write(change.Replacement.Span);
                    copied = change.End;
                    end = Math.Min(lines.Count, Math.Max(end, lines.LineAt(Math.Max(change.Start, change.End - 1)) + 1));
                }

                replaced.Write(lines.Bytes.Span[copied..lines.Start(end)]);
                copied = lines.Start(end);
                // Where the end of the line went, the next line goes on in this one.
                isOpen = replaced.Length > 0 && replaced.GetBuffer()[replaced.Length - 1] != '\n' && end < lines.Count;
                if (isOpen)
                    end++;
            }
            while (isOpen);
            Add(blocks, lines, first, end, new SourceLines(replaced.ToArray()));
        }

        return blocks;
    }

    /// <summary>Adds what differs, without equal lines at either end.</summary>
    private static void Add(List<ChangedLines> blocks, SourceLines lines, int first, int end, SourceLines replaced)
    {
        int from = 0, to = replaced.Count;
        while (first < end && from < to && lines.Line(first).Span.SequenceEqual(replaced.Line(from).Span))
        {
            first++;
            from++;
        }

        while (first < end && from < to && lines.Line(end - 1).Span.SequenceEqual(replaced.Line(to - 1).Span))
        {
            end--;
            to--;
        }

        if (first < end || from < to)
            blocks.Add(new ChangedLines(first, end - first, [.. Enumerable.Range(from, to - from).Select(replaced.Line)]));
    }
}
