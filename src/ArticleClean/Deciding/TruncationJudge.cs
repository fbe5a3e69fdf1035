using System.Collections.Immutable;
using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Deciding;

/// <summary>
/// Whether the text was cut: points for what stands where it stops. A prompt withholds the rest, says how much remains, or
/// follows a sentence that was cut; one of them, the place and a second sign make the verdict.
/// </summary>
internal static class TruncationJudge
{
    /// <summary>From so many points the document is truncated.</summary>
    private const int Enough = 3;

    // A count of free articles, an offer and a way to log in stand behind whole texts as well, all three.

    /// <summary>A prompt of a wall where the text stops says all; further away it needs a second sign.</summary>
    private const int WithheldPoints = 3;

    /// <summary>The page's own data holds the text that is not there.</summary>
    private const int MissingPoints = 2;

    /// <summary>More segments between the text's end and the prompt than this, and the prompt is not where the text stops.</summary>
    private const int Reach = 4;

    /// <summary>Declared text so much longer than the body, in percent, is missing from it.</summary>
    private const int MissingPercent = 150;

    /// <summary>Less body than this, in words, on a page that is declared as paid is a teaser.</summary>
    private const int TeaserWords = 40;

    /// <summary>The verdict when it is one, and what is said of a prompt that withholds nothing.</summary>
    public static DocumentStatus? Judge(StatusView view, Lexicon lexicon, out string? harmless)
    {
        harmless = null;
        Tail tail = Tail.Of(view);
        if (view.End < 0)
        {
            return tail.Wall
                ? new DocumentStatus(StatusValue.Truncated, null, 800, [$"nothing of the article stands beside the prompt at line {view.LineOf(tail.Prompt)}"])
                : null;
        }

        BrokenEnd broken = BrokenEndReader.Of(view.Document, lexicon, view.Shapes, view.End);
        ImmutableArray<string>.Builder reasons = ImmutableArray.CreateBuilder<string>();
        int points = 0;
        if (broken != BrokenEnd.No && tail.Prompt >= 0 && tail.IsNear)
        {
            points += (int)broken;
            reasons.Add($"the text stops in mid-sentence at line {view.LineOf(view.End)}");
        }

        bool withholdsNothing = points == 0 && (tail.Closed || tail.Unrendered);
        if (tail.Remaining >= 0)
        {
            points += WithheldPoints;
            reasons.Add($"line {view.LineOf(tail.Remaining)} says how much of the text remains");
        }

        if (tail.Prompt >= 0 && !withholdsNothing)
        {
            int said = tail.Wall ? WithheldPoints : 0;
            points += said > 0 && !tail.IsNear ? said - 1 : said;
            int signs = (tail.Counter ? 1 : 0) + (tail.Offer ? 1 : 0) + (tail.Registration ? 1 : 0);
            points += points + said > 0 ? signs : Math.Min(signs, Enough - 1);
            reasons.Add(said > 0 ? $"the prompt at line {view.LineOf(tail.Prompt)} withholds the rest" : $"the prompt at line {view.LineOf(tail.Prompt)} follows");
        }

        points += Declared(view, reasons);
        if (points >= Enough)
            return new DocumentStatus(StatusValue.Truncated, null, points > Enough ? 960 : 880, reasons.ToImmutable());
        if (tail.Prompt >= 0)
        {
            string why = tail.Unrendered && tail.Closed ? "it is unrendered, and the story's closing notice stands before it"
                : tail.Unrendered ? "it is unrendered" : tail.Closed ? "the story's closing notice stands before it" : "the text before it is whole";
            harmless = $"the prompt at line {view.LineOf(tail.Prompt)} withholds nothing: {why}";
        }

        return null;
    }

    private static int Declared(StatusView view, ImmutableArray<string>.Builder reasons)
    {
        if (view.Document.Document.Html?.Declared is not { IsAccessibleForFree: false } declared)
            return 0;
        bool isMissing = declared.ArticleBody is { } body && body.AsSpan().Count(' ') * 100L > (long)view.BodyWords * MissingPercent;
        bool isTeaser = view.ArticleWords < TeaserWords;
        reasons.Add(isMissing ? "the page declares isAccessibleForFree: false and a longer text than it shows"
            : isTeaser ? "the page declares isAccessibleForFree: false and shows hardly any text" : "the page declares isAccessibleForFree: false");
        return 1 + (isMissing || isTeaser ? MissingPoints : 0);
    }

    /// <summary>What stands behind the article's end.</summary>
    private readonly record struct Tail(
        int Prompt, int Remaining, bool IsNear, bool Closed, bool Unrendered, bool Wall, bool Counter, bool Offer, bool Registration)
    {
        public static Tail Of(StatusView view)
        {
            int prompt = -1;
            int remaining = -1;
            bool closed = false;
            bool left = false;
            Signs all = Signs.None;
            int between = 0;
            for (int i = view.End + 1; i < view.Count; i++)
            {
                all |= view.Signs[i] & (Signs.Prompt | Signs.Unrendered);
                if (view.Has(i, Signs.Remaining) && remaining < 0)
                    remaining = i;
                if (prompt >= 0)
                    continue;
                if (view.Has(i, Signs.Prompt))
                    prompt = i;
                else
                {
                    closed |= view.Has(i, Signs.Syndication);
                    left |= view.Has(i, Signs.Related);
                    between++;
                }
            }

            bool Any(Signs sign) => (all & sign) != 0;
            return new Tail(prompt, remaining, between <= Reach && !left, closed && prompt >= 0, Any(Signs.Unrendered),
                Any(Signs.Withheld | Signs.Paywall), Any(Signs.Counter), Any(Signs.Offer), Any(Signs.Registration));
        }
    }
}
