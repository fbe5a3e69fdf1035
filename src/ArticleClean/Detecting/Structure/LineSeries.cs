namespace ArticleClean.Detecting.Structure;

/// <summary>Lines of one make that belong together though other lines stand between them.</summary>
internal static class LineSeries
{
    /// <summary>What a make that boilerplate hardly has speaks for the article, in thousandths.</summary>
    public const int KeepWeight = -2500;

    /// <summary>
    /// Adds a claim for the article of <paramref name="weight"/> to each segment that <paramref name="belongs"/> says is of the make, where at least
    /// <paramref name="minimum"/> follow each other with at most <paramref name="gap"/> others between two.
    /// </summary>
    public static void Keep(Layout layout, List<Finding> findings, string rule, int weight, int minimum, int gap, Func<Layout, int, bool> belongs)
    {
        List<int> series = [];
        for (int i = 0; i <= layout.Count; i++)
        {
            bool member = i < layout.Count && belongs(layout, i);
            if (series.Count > 0 && (i == layout.Count || (member && i - series[^1] > gap + 1)))
            {
                Report(layout, findings, rule, weight, minimum, series);
                series.Clear();
            }

            if (member)
                series.Add(i);
        }
    }

    private static void Report(Layout layout, List<Finding> findings, string rule, int weight, int minimum, List<int> series)
    {
        if (series.Count < minimum)
            return;
        foreach (int member in series)
            findings.Add(layout.Whole(member, rule, Category.Keep, weight));
    }
}
