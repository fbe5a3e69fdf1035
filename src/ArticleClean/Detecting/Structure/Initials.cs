using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>The desk's sign-off below an agency's story: two to four groups of a few letters with slashes ("AND/SKS", "vj/dan", "brs/ zan/ mhr/").</summary>
internal static class Initials
{
    public const string Rule = "structure/initials";

    private const int Weight = 3500;
    private const int MaxLetters = 4;
    private const int MinGroups = 2;
    private const int MaxGroups = 4;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = layout.FirstProse + 1; i < layout.Count; i++)
        {
            if (layout.Looks[i].Whole && IsSignOff(layout, i))
                findings.Add(layout.Whole(i, Rule, Category.Syndication, Weight));
        }
    }

    private static bool IsSignOff(Layout layout, int segment)
    {
        int groups = 0, slashes = 0;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            if (token.Kind == TokenKind.Punctuation && layout.CharOf(token) == '/')
                slashes++;
            else if (token.Kind == TokenKind.Word && token.Length <= MaxLetters && (token.Flags & TokenFlags.Unspaced) == 0)
                groups++;
            else if (token.Kind != TokenKind.Number || token.Length > 1)
                return false;
        }

        return groups is >= MinGroups and <= MaxGroups && slashes >= groups - 1 && slashes > 0;
    }
}
