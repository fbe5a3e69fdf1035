namespace ArticleClean.Writing;

/// <summary>The line ends in a run of white space: LF, CR LF and CR, nothing else.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Start">Where the first begins.</param>
/// <param name="FirstEnd">The unit after the first one.</param>
/// <param name="End">The unit after the last one.</param>
internal readonly record struct LineEnds(int Count, int Start, int FirstEnd, int End)
{
    /// <summary>Finds them in a span of a text.</summary>
    public static LineEnds In(string text, TextSpan span)
    {
        LineEnds found = new(0, span.End, span.End, span.End);
        for (int i = span.Start; i < span.End; i++)
        {
            int next = text.AsSpan(i, span.End - i).IndexOfAny('\r', '\n');
            if (next < 0)
                break;
            int start = i + next;
            i = text[start] == '\r' && start + 1 < span.End && text[start + 1] == '\n' ? start + 1 : start;
            found = found.Count == 0 ? new LineEnds(1, start, i + 1, i + 1) : found with { Count = found.Count + 1, End = i + 1 };
        }

        return found;
    }
}
