using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>What a media player leaves: positions and lengths ("0:00 / 3:45") and slide counters ("1/12") alone on a line.</summary>
internal static class PlayerDebris
{
    public const string Rule = "structure/player";

    private const int Weight = 4500;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = 0; i < layout.Count; i++)
        {
            if (layout.Looks[i].Whole && IsPosition(layout, layout.TokensOf(i)))
                findings.Add(layout.Whole(i, Rule, Category.Navigation, Weight));
        }
    }

    private static bool IsPosition(Layout layout, ReadOnlySpan<Token> tokens) =>
        tokens.Length == 3 && tokens[0].Kind == TokenKind.Number && tokens[2].Kind == TokenKind.Number
        && layout.CharOf(tokens[1]) == '/' && IsClock(layout, tokens[0]) == IsClock(layout, tokens[2]) && tokens[0].Length <= tokens[2].Length
        && (IsClock(layout, tokens[0]) || tokens[2].Length <= 2) && StartsLow(layout, tokens[0]);

    private static bool IsClock(Layout layout, Token token) => layout.Document.Document.Text.AsSpan(token.Start, token.Length).Contains(':');

    /// <summary>A position starts at nought, a slide counter at one.</summary>
    private static bool StartsLow(Layout layout, Token token) => layout.CharOf(token) is '0' or '1';
}
