namespace ArticleClean.Detecting.Structure;

/// <summary>Verse and short answers inside the running text: short whole lines that close like sentences or go on with a comma: they stay.</summary>
internal static class Verse
{
    public const string Rule = "structure/keep.short-lines";

    /// <summary>Prompts come in short sentences too.</summary>
    private const int Weight = -1200;

    private const int MinLines = 4;
    private const int MaxWords = 12;

    public static void Find(Layout layout, List<Finding> findings) => LineSeries.Keep(layout, findings, Rule, Weight, MinLines, 0, IsShortSentence);

    private static bool IsShortSentence(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        return look.Whole && !layout.IsOutside(segment) && look.Words <= MaxWords && (look.Ends || layout.TextOf(segment)[^1] is ',' or ';' or '—');
    }
}
