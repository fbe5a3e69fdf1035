using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>A list amid the article's text, each line behind the same mark ("- ", "• ", "▲ "), and what ends in a semicolon: they stay.</summary>
internal static class ListItems
{
    public const string Rule = "structure/keep.list";

    /// <summary>More than the line model says against short lines.</summary>
    private const int Weight = -3500;

    /// <summary>Outweighs a rule that knows words of one item, where most items are nobody's.</summary>
    private const int OwnWeight = -6500;

    private const int MinItems = 2;

    /// <summary>An inter-title above the list has no more words.</summary>
    private const int TitleWords = 5;

    private const int StatementWords = 3;

    /// <summary>So many lines of other kinds may stand between the list and the text that goes on.</summary>
    private const int MostBetween = 3;

    public static void Find(Layout layout, List<Finding> findings)
    {
        if (!layout.IsText)
            return;
        for (int i = 1; i < layout.Count;)
        {
            int last = LastItem(layout, i, out int items, out int claimed);
            if (items >= MinItems && IsBelowText(layout, i) && (layout.Looks[i - 1].Introduces || IsAboveText(layout, last + 1)))
            {
                int weight = claimed * 2 <= items || IsEnumeration(layout, i, last) ? OwnWeight : Weight;
                for (int s = i; s <= last; s++)
                    findings.Add(layout.Whole(s, Rule, Category.Keep, layout.IsClaimed(s) ? weight : Weight));
            }

            i = Math.Max(i + 1, last + 1);
        }
    }

    /// <summary>The last segment of the list that begins with a segment; the one before it where none does.</summary>
    private static int LastItem(Layout layout, int first, out int items, out int claimed)
    {
        items = claimed = 0;
        int last = first - 1;
        for (int i = first; i < layout.Count && Opens(layout, i) && Mark(layout, i) is var mark && mark != '\0' && mark == Mark(layout, first) && (i == first || layout.LineOf(i) - layout.LineOf(i - 1) <= 2); i = layout.EndOfLine(i))
        {
            items++;
            claimed += layout.IsClaimed(i) ? 1 : 0;
            last = layout.EndOfLine(i) - 1;
        }

        return last;
    }

    /// <summary>Whether a segment is the first of its line.</summary>
    private static bool Opens(Layout layout, int segment) => segment == 0 || layout.LineOf(segment - 1) != layout.LineOf(segment);

    /// <summary>The mark of an item; NUL for none.</summary>
    private static char Mark(Layout layout, int segment) =>
        layout.TextOf(segment) is [('-' or '–' or '—' or '•' or '·' or '・' or '*' or '▲' or '△' or '■' or '□' or '◆' or '◇' or '●' or '○' or '▪') and var mark, var next, ..]
        && (next is ' ' or '\u00A0' || char.IsLetterOrDigit(next) || mark is '・' or '▲' or '■' or '●') ? mark : '\0';

    /// <summary>Whether text stands right above, or an inter-title below text.</summary>
    private static bool IsBelowText(Layout layout, int first)
    {
        int above = first - 1;
        if (!layout.IsClaimed(above) && layout.Looks[above] is { Ends: false, Introduces: false, Words: <= TitleWords } && Opens(layout, above))
        {
            above--;
            for (int between = 0; between < MostBetween && above > 0 && (layout.IsClaimed(above) || layout.Claims[above + 1] == Category.Credit); between++)
                above--;
        }

        return above >= layout.FirstProse && !layout.IsClaimed(above) && (layout.Looks[above].Ends || layout.Looks[above].Introduces) && !layout.Looks[above].Has(WordClasses.You);
    }

    /// <summary>Whether running text follows, be it behind a box or two.</summary>
    private static bool IsAboveText(Layout layout, int next)
    {
        for (int i = next, lines = 0; i < layout.Count && lines <= MostBetween; i = layout.EndOfLine(i), lines++)
        {
            if (!layout.IsClaimed(i) && layout.Looks[i] is { Ends: true, Words: >= StatementWords } look && !look.Has(WordClasses.You))
                return true;
        }

        return false;
    }

    /// <summary>Items that end in semicolons are one sentence.</summary>
    private static bool IsEnumeration(Layout layout, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (layout.TextOf(i)[^1] is ';' or '；')
                return true;
        }

        return false;
    }
}
