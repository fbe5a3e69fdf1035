namespace ArticleClean.Detecting.Structure;

/// <summary>Titles of other stories after the running text: lines of some words without a full stop, several in a row. Rows of figures and labels are the article's own list.</summary>
internal static class TitleRun
{
    public const string Rule = "structure/title-run";

    private const int Weight = 2000;
    private const int MinWords = 4;
    private const int MaxWords = 22;
    private const int MinRun = 3;

    /// <summary>The line behind the last sentence may be a sentence that a paywall broke off.</summary>
    private const int MinBrokenWords = 7;

    public static void Find(Layout layout, List<Finding> findings)
    {
        if (layout.FirstProse == layout.Count)
            return;
        int run = 0, rows = 0;
        for (int i = layout.BodyEnd; i <= layout.Count; i++)
        {
            if (i < layout.Count && IsTitle(layout.Looks[i]) && !(i == layout.BodyEnd && layout.Looks[i].Words >= MinBrokenWords))
            {
                run++;
                rows += IsRow(layout, i) ? 1 : 0;
                continue;
            }

            for (int j = i - run; run >= MinRun && rows * 2 < run && j < i; j++)
                findings.Add(layout.Whole(j, Rule, Category.Related, Weight));
            (run, rows) = (0, 0);
        }
    }

    /// <summary>A row of the article's own list: a figure, a label with a colon, a dash between name and thing.</summary>
    private static bool IsRow(Layout layout, int segment) =>
        layout.Looks[segment].Numbers > 0 || layout.TextOf(segment).ContainsAny(':', '–') || layout.TextOf(segment).Contains(" - ", StringComparison.Ordinal);

    private static bool IsTitle(Look look) => look.Whole && !look.Ends && !look.Introduces && look.Words is >= MinWords and <= MaxWords;
}
