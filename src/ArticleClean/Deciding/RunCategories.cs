using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Names what goes: by a segment's own evidence, else by the run that it stands in.</summary>
internal static class RunCategories
{
    /// <summary>A neighbour farther away than this many lines names nothing.</summary>
    private const int NeighbourLines = 4;

    public static Category[] Name(Segmented document, bool[] removed, CategoryVotes[] votes)
    {
        int n = removed.Length;
        Category[] names = new Category[n];
        for (int i = 0; i < n; i++)
        {
            if (removed[i])
                names[i] = votes[i].Best != Category.Keep ? votes[i].Best : FromRun(document, removed, votes, i);
        }

        return names;
    }

    private static Category FromRun(Segmented document, bool[] removed, CategoryVotes[] votes, int i)
    {
        for (int distance = 1; distance < removed.Length; distance++)
        {
            int before = i - distance;
            int after = i + distance;
            bool beforeIn = before >= 0 && removed[before] && document.Segments[i].Line - document.Segments[before].Line <= NeighbourLines * distance;
            bool afterIn = after < removed.Length && removed[after] && document.Segments[after].Line - document.Segments[i].Line <= NeighbourLines * distance;
            if (beforeIn && IsBlock(votes[before].Best))
                return votes[before].Best;
            if (afterIn && IsBlock(votes[after].Best))
                return votes[after].Best;
            if (!beforeIn && !afterIn)
                break;
        }

        return Category.Other;
    }

    /// <summary>Categories that come as blocks of several lines, so that an unnamed line beside one belongs to it.</summary>
    private static bool IsBlock(Category category) => category is Category.SubscriptionOffer or Category.Related or Category.Navigation
        or Category.Newsletter or Category.Comments or Category.Social or Category.Consent or Category.Donation or Category.AuthorBio
        or Category.Tags or Category.AppPromo or Category.Advertisement or Category.Disclaimer;
}
