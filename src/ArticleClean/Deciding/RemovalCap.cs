using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>The cap on doubtful removals: over it a document is flagged rather than emptied.</summary>
internal static class RemovalCap
{
    /// <summary>Doubtful removals up to this share of the words are ordinary, in percent.</summary>
    private const int CapPercent = 60;

    /// <summary>In a scrape of a whole page most lines are short furniture; there the cap does not speak, in percent of the segments.</summary>
    private const int FullPagePercent = 50;

    /// <summary>A shorter document is not judged by shares, in words.</summary>
    private const int MinWords = 60;

    public static bool IsExceeded(Segmented document, SegmentShape[] shapes, bool[] removed, int[] strong, int ownEvidence)
    {
        long words = 0;
        long doubtful = 0;
        int furniture = 0;
        for (int i = 0; i < removed.Length; i++)
        {
            words += shapes[i].Words;
            furniture += shapes[i].IsProse ? 0 : 1;
            if (removed[i] && strong[i] < ownEvidence)
                doubtful += shapes[i].Words;
        }

        return words >= MinWords && document.Document.Html is null && doubtful * 100 > words * CapPercent
            && furniture * 100 < removed.Length * FullPagePercent;
    }
}
