using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Interviews, transcripts and lists whose lines begin with a name and a colon ("HOST: And the horse?"): they stay.</summary>
internal static class SpeakerLines
{
    public const string Rule = "structure/keep.speakers";

    private const int MinLines = 4;
    private const int MaxGap = 2;
    private const int MaxNameTokens = 4;

    public static void Find(Layout layout, List<Finding> findings) =>
        LineSeries.Keep(layout, findings, Rule, LineSeries.KeepWeight, MinLines, MaxGap, IsSpeech);

    private static bool IsSpeech(Layout layout, int segment)
    {
        if (layout.IsOutside(segment) || layout.Looks[segment].Introduces)
            return false;
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        for (int i = 0; i < tokens.Length && i <= MaxNameTokens; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation && layout.CharOf(tokens[i]) is ':' or '：')
                return i > 0 && i + 1 < tokens.Length && (tokens[0].Flags & TokenFlags.Title) != 0;
            if (tokens[i].Kind is not (TokenKind.Word or TokenKind.Number) && layout.CharOf(tokens[i]) is not ('.' or '-'))
                return false;
        }

        return false;
    }
}
