using System.Globalization;

namespace ArticleClean.Deciding;

/// <summary>Whether the whole document is a wall, an error or a page that waits for scripts: cues, and no article beside them.</summary>
internal static class WallJudge
{
    /// <summary>A wall has hardly any running text beside its own words.</summary>
    private const int MostProseWords = 45;

    /// <summary>A page of no more words than this is a wall from one cue, when nothing in it reads as an article.</summary>
    private const int SmallPageWords = 220;

    /// <summary>So many words of such text are a stray line on a wall and no article.</summary>
    private const int StrayProseWords = 16;

    /// <summary>A cue counts so much, a line that merely fits the wall one.</summary>
    private const int CuePoints = 2;

    /// <summary>Lines that merely fit make a wall when there are so many and no cue.</summary>
    private const int FittingLines = 3;

    private static readonly (Signs Cue, Signs Fits, NotArticleKind Kind, string Says)[] Walls =
    [
        (Signs.BotWall, Signs.None, NotArticleKind.BotWall, "asks for a proof that the reader is no robot"),
        (Signs.ErrorPage, Signs.None, NotArticleKind.ErrorPage, "reports an error"),
        (Signs.ScriptRequired, Signs.None, NotArticleKind.ScriptRequired, "asks for scripts to be switched on"),
        (Signs.ConsentWall, Signs.Consent, NotArticleKind.ConsentWall, "asks for consent to cookies"),
        (Signs.LoginWall, Signs.Registration, NotArticleKind.LoginWall, "asks the reader to log in"),
    ];

    /// <summary>The verdict when it is one. A form to log in stands under teasers too, so beside sentences it is no wall.</summary>
    public static DocumentStatus? Judge(StatusView view)
    {
        if (Math.Max(view.ArticleWords, view.SentenceWords) > MostProseWords)
            return null;
        bool isSmall = view.Words <= SmallPageWords && Math.Max(view.ArticleWords, view.SentenceWords) <= StrayProseWords;
        DocumentStatus? best = null;
        int most = 0;
        foreach ((Signs cue, Signs fits, NotArticleKind kind, string says) in Walls)
        {
            // "82 % of the text remain", "read on with a subscription" stand beside a teaser, whatever else asks to log in.
            if (kind == NotArticleKind.LoginWall && (view.CountOf(Signs.Remaining, out _) > 0 || (view.End >= 0 && view.CountOf(Signs.Paywall | Signs.Withheld, out _) > 0)))
                continue;
            int cues = view.CountOf(cue, out int first);
            int fitting = fits == Signs.None ? 0 : view.CountOf(fits & ~cue, out _);
            int points = (cues * CuePoints) + fitting;
            bool isWall = (cues >= 2 && (isSmall || kind != NotArticleKind.LoginWall)) || (cues == 1 && isSmall) || (cues == 0 && isSmall && fitting >= FittingLines && view.End < 0);
            if (!isWall || points <= most)
                continue;
            most = points;
            string where = first < 0 ? "" : $", the first at line {view.LineOf(first)},";
            best = new DocumentStatus(StatusValue.NotArticle, kind, Math.Min(990, 800 + (30 * points)),
                [string.Create(CultureInfo.InvariantCulture, $"{Math.Max(cues, fitting)} lines{where} {says}, and there is no article beside them")]);
        }

        return best;
    }
}
