using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Menus outside the running text: many short items on one line, a line of names of sections, or a run of short lines.</summary>
internal static class Menu
{
    public const string LineRule = "structure/menu-line";
    public const string RunRule = "structure/menu-run";
    public const string SectionsRule = "structure/menu-sections";

    private const int LineWeight = 3500;
    private const int RunWeight = 1900;
    private const int SectionsWeight = 4500;

    /// <summary>One or two above the running text name the section that it stands in.</summary>
    private const int KickerWeight = 2600;

    /// <summary>So many names of sections and so much of the line, in percent, make a menu: some of its names nobody foresees.</summary>
    private const int MinSections = 3;
    private const int SectionPercent = 60;

    /// <summary>One function word in so many is none: the e of e-paper.</summary>
    private const int StopShare = 5;

    /// <summary>No menu on one line is longer, in words.</summary>
    private const int MaxSectionWords = 40;
    private const int MinItems = 4;
    private const int MaxItemWords = 4;

    /// <summary>So many short lines one after the other are no inter-titles.</summary>
    private const int MinRun = 6;

    public static void Find(Layout layout, List<Finding> findings)
    {
        int run = 0;
        for (int i = 0; i <= layout.Count; i++)
        {
            bool isOutside = i < layout.Count && layout.IsOutside(i);
            if (isOutside && SectionsWeightOf(layout, i) is > 0 and int weight)
                findings.Add(layout.Whole(i, SectionsRule, Category.Navigation, weight));
            bool isLine = isOutside && IsLine(layout, i);
            if (isLine)
                findings.Add(layout.Whole(i, LineRule, Category.Navigation, LineWeight));
            if (isOutside && !isLine && IsItem(layout.Looks[i]))
            {
                run++;
                continue;
            }

            for (int j = i - run; run >= MinRun && j < i; j++)
                findings.Add(layout.Whole(j, RunRule, Category.Navigation, RunWeight));
            run = 0;
        }
    }

    /// <summary>Whether names of sections are what a line consists of.</summary>
    public static bool NamesSections(Layout layout, int segment) => SectionsWeightOf(layout, segment) > 0;

    /// <summary>What the names of sections in a line weigh; 0 when they do not make the line.</summary>
    private static int SectionsWeightOf(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (!look.Has(WordClasses.Section) || !look.Whole || look.Ends || look.Introduces || look.Numbers > 0 || look.Stops * StopShare > look.Words || look.Words > MaxSectionWords)
            return 0;
        int sections = 0;
        foreach (ref readonly Token token in layout.TokensOf(segment))
            sections += (layout.Rules.Lexicon.ClassesOf(token.Symbol) & WordClasses.Section) != 0 ? 1 : 0;
        if (sections >= MinSections && sections * 100 >= look.Words * SectionPercent)
            return SectionsWeight;
        return sections == look.Words && segment < layout.FirstProse && !layout.IsClaimed(segment) ? KickerWeight : 0;
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
