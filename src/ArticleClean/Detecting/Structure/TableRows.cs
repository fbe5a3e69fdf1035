namespace ArticleClean.Detecting.Structure;

/// <summary>Tables of figures in the article: rows with the same number of cells, most of them figures: they stay.</summary>
internal static class TableRows
{
    public const string Rule = "structure/keep.table";

    private const int MinRows = 2;
    private const int MinCells = 3;

    public static void Find(Layout layout, List<Finding> findings)
    {
        int start = 0, cells = 0;
        for (int i = 0; i <= layout.Count; i++)
        {
            int own = i < layout.Count ? CellsOf(layout, i) : 0;
            if (own != 0 && own == cells)
                continue;
            for (int j = start; cells != 0 && i - start >= MinRows && j < i; j++)
                findings.Add(layout.Whole(j, Rule, Category.Keep, LineSeries.KeepWeight));
            (start, cells) = (i, own);
        }
    }

    private static int CellsOf(Layout layout, int segment)
    {
        if (!layout.Looks[segment].Whole || layout.Looks[segment].Ends || layout.Looks[segment].Numbers == 0)
            return 0;
        Separators row = Separators.Of(layout, segment);
        return row.Mark is '|' or '\t' && row.Items >= MinCells && row.Numeric * 2 >= row.Items ? row.Items : 0;
    }
}
