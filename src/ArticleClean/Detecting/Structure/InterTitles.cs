using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Detecting.Structure;

/// <summary>Short lines right above a sentence, with nothing between, behind the first running text: inter-titles stay.</summary>
internal static class InterTitles
{
    public const string Rule = "structure/keep.inter-title";

    private const int Weight = -1800;
    private const int MaxWords = 7;
    private const int MinSentenceWords = 4;

    public static void Find(Layout layout, List<Finding> findings)
    {
        if (!layout.IsText)
            return;
        for (int i = layout.FirstProse + 1; i + 1 < layout.Count; i++)
        {
            if (layout.Looks[i] is { Whole: true, Ends: false, Introduces: false, Words: >= 1 and <= MaxWords } look && !layout.IsNamed(i)
                && !look.Has(WordClasses.You | WordClasses.Network | WordClasses.Agency) && layout.LineOf(i + 1) == layout.LineOf(i) + 1
                && layout.LineOf(i) - layout.LineOf(i - 1) >= 2 && layout.Looks[i + 1] is { Ends: true, Words: >= MinSentenceWords } next
                && !layout.IsNamed(i + 1) && !next.Has(WordClasses.You))
                findings.Add(layout.Whole(i, Rule, Category.Keep, Weight));
        }
    }
}
