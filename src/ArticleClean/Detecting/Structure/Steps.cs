using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Numbered steps and rankings ("1. Heat the oven.", "Step 2: Brush"): they stay.</summary>
internal static class Steps
{
    public const string Rule = "structure/keep.steps";

    private const int MinSteps = 3;
    private const int MaxGap = 4;

    public static void Find(Layout layout, List<Finding> findings) => LineSeries.Keep(layout, findings, Rule, LineSeries.KeepWeight, MinSteps, MaxGap, IsStep);

    private static bool IsStep(Layout layout, int segment)
    {
        if (layout.IsOutside(segment) || layout.Looks[segment].Words < 3 || (segment > 0 && layout.LineOf(segment - 1) == layout.LineOf(segment)))
            return false;
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        int number = tokens.Length > 2 && tokens[0].Kind == TokenKind.Word ? 1 : 0;
        return tokens.Length > number + 2 && tokens[number].Kind == TokenKind.Number && tokens[number].Length <= 2
            && layout.CharOf(tokens[number + 1]) is '.' or ')' or ':' && tokens[number + 1].Kind == TokenKind.Punctuation;
    }
}
