using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Other stories below the article, each with the same label: "News", "Video", "Read", "5 min read".</summary>
internal static class LabelledList
{
    public const string Rule = "structure/labelled-list";

    /// <summary>Products and chapters of an article may be labelled so too.</summary>
    private const int Weight = 3000;

    private const int LabelWords = 3;

    /// <summary>An item is no longer: title, teaser, author.</summary>
    private const int ItemSegments = 6;

    /// <inheritdoc cref="ItemSegments"/>
    private const int ItemWords = 60;

    /// <summary>So many items between like labels are a list.</summary>
    private const int MinItems = 2;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = layout.ArticleBegun; i < layout.Count; i++)
        {
            if (!IsLabel(layout, i))
                continue;
            int last = Follow(layout, i, out int items);
            if (items < MinItems)
                continue;
            for (int s = i; s <= last; s++)
                findings.Add(layout.Whole(s, Rule, Category.Related, Weight));
            i = last;
        }
    }

    private static int Follow(Layout layout, int first, out int items)
    {
        int last = first, words = 0;
        items = 0;
        bool titled = false;
        for (int i = first + 1; i < layout.Count && i - last <= ItemSegments; i++)
        {
            if (layout.Looks[i].Words == layout.Looks[first].Words && layout.TextOf(i).SequenceEqual(layout.TextOf(first)))
            {
                if (!titled)
                    break;
                (last, words, titled) = (i, 0, false);
                items++;
                continue;
            }

            words += layout.Looks[i].Words;
            if (words > ItemWords)
                break;
            titled |= layout.IsTitleLine(i);
        }

        return last;
    }

    private static bool IsLabel(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        return look.Whole && !look.Ends && !look.Introduces && look.Numbers == 0 && look.Words is >= 1 and <= LabelWords;
    }
}
