using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>
/// Other stories below the article, where titles take turns with dates or with authors' lines. A chronology has dates
/// without titles, and stays.
/// </summary>
internal static class StampedList
{
    public const string Rule = "structure/stamped-list";

    /// <summary>The form alone tells it, whatever its teasers read like.</summary>
    private const int Weight = 8000;

    /// <summary>A stamp is no longer.</summary>
    private const int StampWords = 10;

    /// <summary>Words of a stamp that are no part of its date: who wrote it, a section.</summary>
    private const int NameWords = 5;

    /// <summary>An item is no longer: title, teaser, section, count of comments.</summary>
    private const int ItemSegments = 6;

    /// <inheritdoc cref="ItemSegments"/>
    private const int ItemWords = 80;

    /// <summary>So many items with a stamp on both sides are a list.</summary>
    private const int MinItems = 2;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = layout.ArticleBegun; i < layout.Count; i++)
        {
            if (StampOf(layout, i) is not { } form)
                continue;
            int last = Follow(layout, i, form, out int items);
            if (items < MinItems)
                continue;
            bool titled = layout.IsTitleLine(i - 1) && layout.AreNear(i - 1, i);
            for (int s = titled ? i - 1 : i; s <= last; s++)
                findings.Add(layout.Whole(s, Rule, Category.Related, Weight));
            i = last;
        }
    }

    /// <summary>The last stamp of the row that begins with a stamp, and how many titled items stand between its stamps.</summary>
    private static int Follow(Layout layout, int first, Stamp form, out int items)
    {
        int last = first, words = 0;
        items = 0;
        bool titled = false;
        for (int i = first + 1; i < layout.Count && i - last <= ItemSegments; i++)
        {
            Stamp? stamp = StampOf(layout, i);
            if (stamp is not null && stamp.Value.IsByline == form.IsByline)
            {
                if (!titled || stamp != form)
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

    /// <summary>What stamps of one list have in common.</summary>
    private readonly record struct Stamp(bool IsByline, bool HasYear, int DateTokens);

    private static Stamp? StampOf(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (look.Words > StampWords || look.Ends || look.Introduces || !look.Whole)
            return null;
        if (look.Numbers >= 2 || look.Unspaced > 0)
        {
            DateParts parts = DateParts.Of(layout, segment);
            if (parts.HasDay && parts.OtherWords <= NameWords && (parts.HasYear || parts.DateTokens >= 2))
                return new Stamp(false, parts.HasYear, parts.DateTokens);
        }

        return layout.Claims[segment] == Category.Byline ? new Stamp(true, false, 0) : null;
    }
}
