namespace ArticleClean.Detecting.Structure;

/// <summary>The path to the page ("Home › World › Europe"), above the running text.</summary>
internal static class Breadcrumb
{
    public const string Rule = "structure/breadcrumb";

    private const int Weight = 4500;

    /// <summary>A step is a section's name.</summary>
    private const int MaxStepWords = 5;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = 0; i < layout.Count && i < layout.BodyStart + 1 && i <= layout.FirstProse; i++)
        {
            Look look = layout.Looks[i];
            if (!look.Whole || look.Ends || look.IsProse || look.Numbers > 0)
                continue;
            Separators path = Separators.Of(layout, i);
            if (IsPath(path, i) && path.LongestWords <= MaxStepWords && path.Titled == path.Items && !layout.TextOf(i).Contains(':'))
                findings.Add(layout.Whole(i, Rule, Category.Navigation, Weight));
        }
    }

    /// <summary>Arrows lead somewhere; a slash or a bar between two items also parts a name from its office, so there the path is the very first line.</summary>
    private static bool IsPath(Separators path, int segment) => path.Mark switch
    {
        '>' or '›' or '»' => path.Items >= 2,
        '/' or '|' => path.Items >= 3 || (path.Items == 2 && segment == 0),
        '–' or '—' or '·' or '•' => path.Items >= 3 && path.LongestWords <= 2 && segment <= 1,
        _ => false,
    };
}
