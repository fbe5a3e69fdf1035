using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Other stories below the article: titles that take turns with beginnings of stories, each cut off with an ellipsis.</summary>
internal static class TeaserRun
{
    public const string Rule = "structure/teaser-run";

    /// <summary>The form alone tells it, whatever its teasers read like.</summary>
    private const int Weight = 8000;

    /// <summary>A beginning has so many words.</summary>
    private const int TeaserWords = 8;

    /// <inheritdoc cref="TeaserWords"/>
    private const int MostTeaserWords = 60;

    /// <summary>Title, section and date of an item stand in so many segments.</summary>
    private const int BetweenSegments = 4;

    /// <summary>So many of them are a run.</summary>
    private const int MinTeasers = 2;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = layout.ArticleBegun; i < layout.Count; i++)
        {
            if (!layout.IsTitleLine(i))
                continue;
            int last = Follow(layout, i, out int teasers);
            if (teasers < MinTeasers)
                continue;
            for (int s = i; s <= last; s++)
                findings.Add(layout.Whole(s, Rule, Category.Related, Weight));
            i = last;
        }
    }

    private static int Follow(Layout layout, int first, out int teasers)
    {
        int last = first;
        teasers = 0;
        bool titled = false;
        for (int i = first; i < layout.Count && i - last <= BetweenSegments; i++)
        {
            Look look = layout.Looks[i];
            if (titled && look.Whole && IsCutOff(layout, i))
            {
                (last, titled) = (i, false);
                teasers++;
            }
            else if (layout.IsTitleLine(i))
                titled = true;
            else if (look.Words >= MostTeaserWords || (look.Ends && look.Words >= TeaserWords))
                break;
        }

        return last;
    }

    private static bool IsCutOff(Layout layout, int segment)
    {
        ReadOnlySpan<char> text = layout.TextOf(segment).TrimEnd(" ])");
        return layout.Looks[segment].Words is >= TeaserWords and <= MostTeaserWords
            && (text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal));
    }
}
