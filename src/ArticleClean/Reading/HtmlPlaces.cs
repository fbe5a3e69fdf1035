namespace ArticleClean.Reading;

/// <summary>Finds the bytes, lines and columns of start tags in one pass over the decoded source.</summary>
internal static class HtmlPlaces
{
    /// <summary>The place of what has no tag around it.</summary>
    public static SourcePlace FileStart => new(0, 0, 1, 1);

    /// <summary>The places of the elements' start tags, in the order of the elements; that of one without a tag is without meaning.</summary>
    public static SourcePlace[] Find(IReadOnlyList<HtmlTreeElement> elements, SourceCursor cursor)
    {
        int[] starts = new int[elements.Count];
        int[] order = new int[elements.Count];
        for (int i = 0; i < order.Length; i++)
        {
            starts[i] = elements[i].Start;
            order[i] = i;
        }

        // Misnested markup moves elements away from the order of the source; the cursor wants to go forward.
        if (!IsSorted(starts))
            Array.Sort(starts, order);
        SourcePlace[] places = new SourcePlace[order.Length];
        foreach (int i in order)
        {
            if (elements[i].Start < 0)
                continue;
            (int line, int column) = cursor.PositionAt(elements[i].Start);
            places[i] = new SourcePlace(cursor.ByteAt(elements[i].Start), cursor.ByteAt(elements[i].End), line, column);
        }

        return places;
    }

    private static bool IsSorted(int[] starts)
    {
        for (int i = 1; i < starts.Length; i++)
        {
            if (starts[i] < starts[i - 1])
                return false;
        }

        return true;
    }
}
