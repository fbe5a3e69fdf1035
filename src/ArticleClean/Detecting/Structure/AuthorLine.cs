using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Below the article a short line that begins with the name from its byline says who the author is, whatever its words.</summary>
internal static class AuthorLine
{
    public const string Rule = "structure/author-line";

    private const int Weight = 4500;
    private const int MaxWords = 45;
    private const int NameTokens = 2;

    /// <summary>A name in Han characters or Hangul has so many of them.</summary>
    private const int UnspacedTokens = 3;

    public static void Find(Layout layout, List<Finding> findings)
    {
        int last = LastText(layout);
        for (int i = last + 1; i < layout.Count; i++)
        {
            bool opens = layout.LineOf(i - 1) != layout.LineOf(i);
            if (!opens || layout.Looks[i].Words is < 4 or > MaxWords || !BeginsWithAuthor(layout, i))
                continue;
            for (int j = i; j < layout.Count && layout.LineOf(j) == layout.LineOf(i); j++)
                findings.Add(layout.Whole(j, Rule, Category.AuthorBio, Weight));
        }
    }

    /// <summary>The last segment of running text that stands before another one on a line of its own: the author's line may read like text itself.</summary>
    private static int LastText(Layout layout)
    {
        int line = -1, last = layout.Count;
        for (int i = layout.Count - 1; i > layout.FirstProse; i--)
        {
            if (!layout.Looks[i].IsProse || layout.IsClaimed(i))
                continue;
            if (line < 0)
                line = layout.LineOf(i);
            if (layout.LineOf(i) == line && !BeginsLineWithAuthor(layout, i))
                return i;
            if (layout.LineOf(i) != line)
                return i;
            last = i;
        }

        return Math.Min(last, layout.FirstProse < layout.Count ? layout.FirstProse : layout.Count);
    }

    private static bool BeginsLineWithAuthor(Layout layout, int segment)
    {
        while (segment > 0 && layout.LineOf(segment - 1) == layout.LineOf(segment))
            segment--;
        return BeginsWithAuthor(layout, segment);
    }

    private static bool BeginsWithAuthor(Layout layout, int segment)
    {
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        if (tokens.IsEmpty || tokens[0].Kind != TokenKind.Word)
            return false;
        int needed = (tokens[0].Flags & TokenFlags.Unspaced) != 0 ? UnspacedTokens : NameTokens;
        if (tokens.Length <= needed)
            return false;
        // "The bridge" begins a caption and a sentence alike; both words of a name begin large, where a script has that.
        foreach (ref readonly Token token in tokens[..needed])
        {
            if (char.IsLower(layout.CharOf(token)))
                return false;
        }

        for (int head = 0; head < Math.Min(layout.FirstProse, segment); head++)
        {
            if (layout.Looks[head].Words <= 12 && (layout.Claims[head] == Category.Byline || layout.Looks[head].Words <= 4) && Holds(layout.TokensOf(head), tokens[..needed]))
                return true;
        }

        return false;
    }

    private static bool Holds(ReadOnlySpan<Token> byline, ReadOnlySpan<Token> name)
    {
        for (int start = 0; start + name.Length <= byline.Length; start++)
        {
            int same = 0;
            while (same < name.Length && byline[start + same].Kind == TokenKind.Word && byline[start + same].Fold == name[same].Fold)
                same++;
            if (same == name.Length)
                return true;
        }

        return false;
    }
}
