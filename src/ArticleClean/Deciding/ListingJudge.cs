using System.Globalization;

namespace ArticleClean.Deciding;

/// <summary>Whether the document is a page of titles, or has no text of its own at all.</summary>
internal static class ListingJudge
{
    /// <summary>With a cue (pages, "load more", a column of times) so many titles are a listing; one less with two cues.</summary>
    private const int CuedTitles = 4;

    /// <summary>Without one they may be verse, results or a list of the article's.</summary>
    private const int BareTitles = 12;

    /// <summary>So many times under titles are a cue.</summary>
    private const int ColumnOfTimes = 3;

    /// <summary>Where so many sentences quote somebody or tell what was said, boxes stand between the paragraphs of one story.</summary>
    private const int ToldSentences = 2;

    /// <summary>A teaser is no longer than two sentences.</summary>
    private const int TeaserSentences = 2;

    /// <summary>More words in sentences for each title, and it is a conversation or a story in short lines.</summary>
    private const int SentenceWordsATitle = 6;

    /// <summary>A longer line asks or states something, in words, whatever its name.</summary>
    private const int NamedWords = 8;

    /// <summary>A line of no more words without a full stop is a button, a section or a site's name.</summary>
    private const int FurnitureWords = 3;

    public static DocumentStatus? Judge(StatusView view)
    {
        int titles = 0;
        int prose = 0;
        int told = 0;
        int run = 0;
        int longestRun = 0;
        bool isFurniture = true;
        for (int i = 0; i < view.Count; i++)
        {
            titles += view.IsTitle(i) ? 1 : 0;
            bool isText = view.IsArticleText(i);
            prose += isText ? 1 : 0;
            told += view.Shapes[i].EndsSentence && !view.IsTitle(i) && (view.Shapes[i].HasReporting || view.Shapes[i].HasQuotes) ? 1 : 0;
            run = isText ? run + 1 : 0;
            longestRun = Math.Max(longestRun, run);
            isFurniture &= IsFurniture(view, i);
        }

        if (isFurniture && titles < CuedTitles)
            return new DocumentStatus(StatusValue.NotArticle, NotArticleKind.Empty, 900, ["there is nothing but the page's furniture"]);
        bool hasTimes = view.CountOf(Signs.Timestamp, out _) >= ColumnOfTimes;
        int cues = view.CountOf(Signs.Listing, out _) + (hasTimes ? 1 : 0);
        bool isListing = prose == 0 && view.SentenceWords <= titles * SentenceWordsATitle && (titles >= BareTitles || (cues > 0 && titles + Math.Min(cues, 2) > CuedTitles))
            || (longestRun <= TeaserSentences && cues > 1 && titles > CuedTitles && prose <= titles && told < ToldSentences);
        return isListing
            ? new DocumentStatus(StatusValue.NotArticle, NotArticleKind.Listing, cues > 0 ? 900 : 750,
                [string.Create(CultureInfo.InvariantCulture, $"{titles} titles and no text that goes on")])
            : null;
    }

    private static bool IsFurniture(StatusView view, int segment)
    {
        if (view.Has(segment, Signs.AnyWall | Signs.Prompt))
            return false;
        SegmentShape shape = view.Shapes[segment];
        return (view.Has(segment, Signs.Furniture | Signs.Timestamp) && shape.Words <= NamedWords && !shape.IsProse) || (shape.Words <= FurnitureWords && !EndsStatement(view, segment));
    }

    /// <summary>"Loading..." ends in dots and states nothing.</summary>
    private static bool EndsStatement(StatusView view, int segment)
    {
        ReadOnlySpan<char> text = view.Document.TextOf(segment).TrimEnd();
        return view.Shapes[segment].EndsSentence && !text.EndsWith("…", StringComparison.Ordinal) && !text.EndsWith("...", StringComparison.Ordinal);
    }
}
