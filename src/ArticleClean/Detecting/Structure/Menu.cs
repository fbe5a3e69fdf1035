namespace ArticleClean.Detecting.Structure;

/// <summary>Menus outside the running text: many short items on one line, or a run of short lines.</summary>
internal static class Menu
{
    public const string LineRule = "structure/menu-line";
    public const string RunRule = "structure/menu-run";

    private const int LineWeight = 3500;
    private const int RunWeight = 1900;
    private const int MinItems = 4;
    private const int MaxItemWords = 4;

    /// <summary>So many short lines one after the other are no inter-titles.</summary>
    private const int MinRun = 6;

    public static void Find(Layout layout, List<Finding> findings)
    {
        int run = 0;
        for (int i = 0; i <= layout.Count; i++)
        {
            if (i < layout.Count && layout.IsOutside(i) && IsItem(layout.Looks[i]))
            {
                run++;
                continue;
            }

            for (int j = i - run; run >= MinRun && j < i; j++)
                findings.Add(layout.Whole(j, RunRule, Category.Navigation, RunWeight));
            run = 0;
            if (i < layout.Count && layout.IsOutside(i) && IsLine(layout, i))
                findings.Add(layout.Whole(i, LineRule, Category.Navigation, LineWeight));
        }
    }

    private static bool IsItem(Look look) => look.Whole && !look.Ends && !look.Introduces && look.Words <= MaxItemWords && look.Numbers == 0;

    /// <summary>Rows of figures below it, as many cells.</summary>
    private static bool IsTableHead(Layout layout, int segment, Separators items) =>
        segment + 1 < layout.Count && Separators.Of(layout, segment + 1) is { Numeric: > 0 } row && row.Mark == items.Mark && Math.Abs(row.Items - items.Items) <= 1;

    private static bool IsLine(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (!look.Whole || look.Ends || look.Numbers > 0)
            return false;
        Separators items = Separators.Of(layout, segment);
        return items.Mark is '\t' or '|' or '•' or '·' && items.Items >= MinItems && items.LongestWords <= MaxItemWords && items.Titled == items.Items && !IsTableHead(layout, segment, items);
    }
}
