using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>The hours of a live blog, alone or before their entry ("14:32 Uhr", "8:00 – Futures are flat"): they stay.</summary>
internal static class LiveStamps
{
    public const string Rule = "structure/keep.live-stamps";

    /// <summary>The first stamp stands above its entry, which begins the running text.</summary>
    private const int Lead = 2;

    private const int MinStamps = 3;
    private const int MaxEntrySegments = 6;

    public static void Find(Layout layout, List<Finding> findings) =>
        LineSeries.Keep(layout, findings, Rule, LineSeries.KeepWeight, MinStamps, MaxEntrySegments, BeginsWithHour);

    private static bool BeginsWithHour(Layout layout, int segment)
    {
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        if (segment < layout.BodyStart - Lead || segment >= layout.BodyEnd || tokens.IsEmpty || tokens[0].Kind != TokenKind.Number || tokens[0].Length is < 4 or > 5 || (segment > 0 && layout.LineOf(segment - 1) == layout.LineOf(segment)))
            return false;
        ReadOnlySpan<char> form = layout.Document.Document.Text.AsSpan(tokens[0].Start, tokens[0].Length);
        int mark = form.IndexOfAny(':', '.');
        return mark is 1 or 2 && form.Length == mark + 3 && form[mark + 1] <= '5' && (mark == 1 || form[0] is '0' or '1' or '2') && !DateParts.Of(layout, segment).HasYear;
    }
}
