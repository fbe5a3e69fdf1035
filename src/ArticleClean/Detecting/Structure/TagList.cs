using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Tags: hashtags side by side anywhere, or short items in a row after the running text.</summary>
internal static class TagList
{
    public const string HashRule = "structure/hashtags";
    public const string ListRule = "structure/tag-list";

    private const int HashWeight = 4500;
    /// <summary>Ingredients, line-ups and table rows look the same.</summary>
    private const int ListWeight = 1800;
    private const int MaxItemWords = 4;
    private const int MinItems = 3;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = 0; i < layout.Count; i++)
        {
            Look look = layout.Looks[i];
            if (!look.Whole || look.Ends || look.Introduces)
                continue;
            if (AreHashtags(layout, i))
                findings.Add(layout.Whole(i, HashRule, Category.Tags, HashWeight));
            else if (i >= layout.BodyEnd && IsList(layout, i))
                findings.Add(layout.Weak(i, ListRule, Category.Tags, ListWeight));
        }
    }

    private static bool AreHashtags(Layout layout, int segment)
    {
        int tags = 0, words = 0;
        bool hash = false;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            bool isHash = token.Kind == TokenKind.Punctuation && layout.CharOf(token) is '#' or '＃';
            if (!isHash && token.Kind != TokenKind.Punctuation)
            {
                bool spaced = (token.Flags & TokenFlags.SpaceBefore) != 0;
                words += spaced && !hash ? 1 : 0;
            }

            tags += hash && token.Kind != TokenKind.Punctuation ? 1 : 0;
            hash = isHash;
        }

        return tags >= 2 && words == 0;
    }

    private static bool IsList(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (look.Numbers > 0 || look.Has(WordClasses.Reporting | WordClasses.You | WordClasses.Network))
            return false;
        Separators items = Separators.Of(layout, segment);
        return items.Mark != '>' && items.Items >= MinItems && items.LongestWords <= MaxItemWords && look.Stops * 4 <= look.Words;
    }
}
