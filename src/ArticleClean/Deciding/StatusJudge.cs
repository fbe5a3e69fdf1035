using System.Globalization;
using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>The verdict on the document: never from one cue alone.</summary>
internal static class StatusJudge
{
    /// <summary>Less body than this beside this many times as many words is too little to call it an article, in words.</summary>
    private const int LittleBodyWords = 8;

    private const int LittleBodyTimes = 20;

    public static DocumentStatus Judge(Segmented document, Lexicon lexicon, IReadOnlyList<Finding> findings, Verdict[] verdicts, SegmentShape[] shapes)
    {
        if (document.Segments.Length == 0)
            return new DocumentStatus(StatusValue.NotArticle, NotArticleKind.Empty, 1000, ["the document holds no text"]);
        StatusView view = new(document, findings, verdicts, shapes, lexicon);
        if ((WallJudge.Judge(view) ?? ListingJudge.Judge(view)) is { } notArticle)
            return notArticle;
        return TruncationJudge.Judge(view, lexicon, out string? harmless) ?? Suspect(view)
            ?? new DocumentStatus(StatusValue.Complete, null, view.BodyWords >= 100 ? 970 : 900, [harmless ?? "the text reads to its end"]);
    }

    private static DocumentStatus? Suspect(StatusView view)
    {
        if (view.OverCap)
            return new DocumentStatus(StatusValue.Suspect, null, 500, ["more would go than the cap allows without strong evidence; what is doubtful stays, under flagged"]);
        return view.BodyWords < LittleBodyWords && view.Words > LittleBodyTimes * LittleBodyWords
            ? new DocumentStatus(StatusValue.Suspect, null, 600, [string.Create(CultureInfo.InvariantCulture, $"only {view.BodyWords} of {view.Words} words are left")])
            : null;
    }
}
