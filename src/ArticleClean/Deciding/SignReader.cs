using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Findings to <see cref="Signs"/>, one per segment.</summary>
internal static class SignReader
{
    /// <summary>From so much evidence, in thousandths, a segment counts as what a rule says.</summary>
    private const int SignWeight = 2000;

    /// <summary>A cue in a sentence that does not speak to the reader has to cover so much of it, in percent.</summary>
    private const int CueCoverPercent = 40;

    /// <summary>A counter is followed by an invitation of so many sentences at most.</summary>
    private const int InviteSentences = 2;

    /// <summary>Parts of rule names that mark a wall's counters and labels: <c>paywall.counter</c>, <c>paywall.limit-reached</c> ...</summary>
    private static readonly string[] CounterNames = [".counter", ".articles-left", ".limit-reached", "label", ".gift", ".value-pitch", ".lapsed", ".buy-one"];

    /// <summary>The counters among them that say how much is free.</summary>
    private static readonly string[] FreeNames = [".counter", ".articles-left"];

    /// <summary>A rule of offers for what is not on the page.</summary>
    private const string OtherProduct = "subscription-offer.print-edition";

    public static Signs[] Read(Segmented document, IReadOnlyList<Finding> findings, SegmentShape[] shapes)
    {
        Signs[] signs = new Signs[shapes.Length];
        foreach (Finding finding in findings)
        {
            int i = finding.Segment;
            if (finding.Cue != StatusCue.None)
                signs[i] |= IsTold(finding, shapes[i]) ? Signs.None : Of(finding.Cue);
            else if (finding.Reach is not (FindingReach.Weak or FindingReach.Names) && (finding.Category == Category.Syndication || shapes[i] is not { HasReporting: true, IsProse: true }) && EvidenceScale.Weigh(document, finding, shapes[i]) >= SignWeight)
                signs[i] |= Of(finding);
        }

        foreach (Finding finding in findings)
        {
            if (finding.Reach is FindingReach.Weak or FindingReach.Names)
                continue;
            // "Only subscribers can comment" withholds the thread, not the article.
            if (finding.Category == Category.Comments)
                signs[finding.Segment] &= ~Signs.Paywall;
            // "Subscribe to read the print edition" is about another product.
            else if (finding.Rule.EndsWith(OtherProduct, StringComparison.Ordinal))
                signs[finding.Segment] &= ~(Signs.Paywall | Signs.Withheld);
            // "2 free articles left. Subscribe and read on" counts this one as free.
            else if (IsCountOfFree(finding) && IsSpent(document, finding.Segment))
                signs[finding.Segment] |= Signs.Paywall;
            else if (IsCountOfFree(finding))
                ClearPrompt(document, finding.Segment, signs);
        }

        for (int i = 0; i < signs.Length; i++)
        {
            if (document.TextOf(i).Contains("{{", StringComparison.Ordinal))
                signs[i] |= Signs.Unrendered;
        }

        return signs;
    }

    /// <summary>Whether a finding counts the articles that are still free, or read so far, of a month.</summary>
    private static bool IsCountOfFree(Finding finding) =>
        finding.Category == Category.Paywall && Array.Exists(FreeNames, name => finding.Rule.EndsWith(name, StringComparison.Ordinal));

    /// <summary>"You have read 5 of 5": nothing is left.</summary>
    private static bool IsSpent(Segmented document, int segment)
    {
        ReadOnlySpan<char> last = default;
        foreach (ref readonly Token token in document.Tokens.Slice(document.Segments[segment].FirstToken, document.Segments[segment].EndToken))
        {
            if (token.Kind != TokenKind.Number)
                continue;
            ReadOnlySpan<char> number = document.Document.Text.AsSpan(token.Start, token.Length);
            if (number.SequenceEqual(last))
                return true;
            last = number;
        }

        return false;
    }

    /// <summary>Takes <see cref="Signs.Paywall"/> from a segment and from the sentences right behind it in its line.</summary>
    private static void ClearPrompt(Segmented document, int segment, Signs[] signs)
    {
        int line = document.Segments[segment].Line;
        for (int i = segment; i < signs.Length && i <= segment + InviteSentences && document.Segments[i].Line == line; i++)
            signs[i] &= ~Signs.Paywall;
    }

    /// <summary>A sentence with a reporting verb, or one that speaks to nobody and says much else, tells of a wall and is none.</summary>
    private static bool IsTold(Finding finding, SegmentShape shape)
    {
        if (!shape.IsProse)
            return shape is { OpensQuote: true, HasReporting: true };
        return shape.HasReporting || shape.OpensQuote || (!shape.HasYou && finding.Evidence.Length * 100 < shape.Length * CueCoverPercent);
    }

    private static Signs Of(StatusCue cue) => cue switch
    {
        StatusCue.WithheldRest => Signs.Withheld,
        StatusCue.Remaining => Signs.Remaining,
        StatusCue.BotWall => Signs.BotWall,
        StatusCue.ConsentWall => Signs.ConsentWall,
        StatusCue.LoginWall => Signs.LoginWall,
        StatusCue.ErrorPage => Signs.ErrorPage,
        StatusCue.ScriptRequired => Signs.ScriptRequired,
        StatusCue.Listing => Signs.Listing,
        _ => Signs.None,
    };

    private static Signs Of(Finding finding) => finding.Category switch
    {
        Category.Keep or Category.Headline => Signs.None,
        Category.Paywall => Array.Exists(CounterNames, name => finding.Rule.EndsWith(name, StringComparison.Ordinal)) ? Signs.Counter
            : finding.Rule.EndsWith(".remaining", StringComparison.Ordinal) ? Signs.Remaining : Signs.Paywall,
        Category.SubscriptionOffer => Signs.Offer,
        Category.Registration => Signs.Registration,
        Category.Consent => Signs.Consent,
        Category.Syndication => Signs.Syndication,
        Category.Related => Signs.Related,
        Category.Timestamp => Signs.Timestamp,
        _ => Signs.Furniture,
    };
}
