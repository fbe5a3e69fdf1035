using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Names what goes: by a segment's own evidence, else by the block that it stands in, else by its place and shape.</summary>
internal static class RunCategories
{
    /// <summary>A neighbour farther away than this many segments names nothing.</summary>
    private const int NeighbourReach = 6;

    /// <summary>A title has so many words at least and at most.</summary>
    private const int TitleWords = 4;
    private const int LongTitleWords = 30;

    /// <summary>A byline of names alone has no more words.</summary>
    private const int NameWords = 6;

    public static Category[] Name(Segmented document, bool[] removed, CategoryVotes[] votes, SegmentShape[] shapes, Lexicon lexicon)
    {
        int n = removed.Length;
        Category[] names = new Category[n];
        int firstBody = -1;
        int lastBody = -1;
        for (int i = 0; i < n; i++)
        {
            if (!removed[i] && shapes[i].IsProse)
            {
                firstBody = firstBody < 0 ? i : firstBody;
                lastBody = i;
            }
        }

        for (int i = 0; i < n; i++)
        {
            if (!removed[i])
                continue;
            names[i] = votes[i].Best;
            if (names[i] == Category.Keep && i < firstBody)
                names[i] = OfHead(document, shapes, lexicon, i);
            if (names[i] == Category.Keep)
                names[i] = FromRun(document, removed, votes, i);
            if (names[i] == Category.Keep)
                names[i] = shapes[i].Words < TitleWords ? Category.Navigation : Category.Related;
        }

        return names;
    }

    /// <summary>Above the article: a date, a name, a title or a label.</summary>
    private static Category OfHead(Segmented document, SegmentShape[] shapes, Lexicon lexicon, int i)
    {
        Segment segment = document.Segments[i];
        int titled = 0;
        int numbers = 0;
        bool month = false;
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            Token token = document.Tokens[t];
            titled += token.Kind == TokenKind.Word && (token.Flags & TokenFlags.Title) != 0 ? 1 : 0;
            numbers += token.Kind == TokenKind.Number ? 1 : 0;
            month |= (lexicon.ClassesOf(token.Symbol) & WordClasses.Month) != 0;
        }

        int words = shapes[i].Words;
        if (numbers > 0 && (month || numbers * 2 >= words) && words <= 12)
            return Category.Timestamp;
        if (i > 0 && words is >= 2 and <= NameWords && titled == words)
            return Category.Byline;
        return words is >= TitleWords and <= LongTitleWords ? Category.Headline : Category.Keep;
    }

    private static Category FromRun(Segmented document, bool[] removed, CategoryVotes[] votes, int i)
    {
        for (int distance = 1; distance <= NeighbourReach; distance++)
        {
            int before = i - distance;
            int after = i + distance;
            bool beforeIn = before >= 0 && removed[before] && document.Segments[i].Line - document.Segments[before].Line <= 2 * distance;
            bool afterIn = after < removed.Length && removed[after] && document.Segments[after].Line - document.Segments[i].Line <= 2 * distance;
            if (beforeIn && IsBlock(votes[before].Best))
                return votes[before].Best;
            if (afterIn && IsBlock(votes[after].Best))
                return votes[after].Best;
            if (!beforeIn && !afterIn)
                break;
        }

        return Category.Keep;
    }

    /// <summary>Categories that come as blocks of several lines, so that an unnamed line beside one belongs to it.</summary>
    private static bool IsBlock(Category category) => category is Category.SubscriptionOffer or Category.Related or Category.Navigation
        or Category.Newsletter or Category.Comments or Category.Social or Category.Consent or Category.Donation or Category.AuthorBio
        or Category.Tags or Category.AppPromo or Category.Advertisement or Category.Disclaimer;
}
