using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>
/// Plans and their prices on separate lines, in any order and currency: a price with a period, or alone on its line,
/// near another one. Prices in running text and in labelled rows ("North stand: 190 euro") are news.
/// </summary>
internal static class PriceTable
{
    public const string Rule = "structure/price-table";

    /// <summary>A line with a price and a period, near another line of prices.</summary>
    private const int PlanWeight = 3500;

    /// <summary>A line with a price and a period, alone in a text.</summary>
    private const int LoneWeight = 1500;

    /// <summary>Short lines between the prices: names of plans, what they hold.</summary>
    private const int BetweenWeight = 2200;

    private const int MaxPriceWords = 14;
    private const int MaxBetweenWords = 12;
    private const int MaxNameWords = 4;

    /// <summary>Prices of one table stand no farther apart, in segments.</summary>
    private const int Reach = 7;

    public static void Find(Layout layout, List<Finding> findings)
    {
        int last = -1;
        PriceKind lastKind = PriceKind.None;
        for (int i = 0; i < layout.Count; i++)
        {
            PriceKind kind = KindOf(layout, i);
            if (kind == PriceKind.None)
                continue;
            bool near = last >= 0 && i - last <= Reach && NoProseBetween(layout, last, i) && (kind == PriceKind.WithPeriod || lastKind == PriceKind.WithPeriod)
                && !IsIntroduced(layout, last);
            if (near)
            {
                findings.Add(layout.Whole(last, Rule, Category.SubscriptionOffer, PlanWeight));
                findings.Add(layout.Whole(i, Rule, Category.SubscriptionOffer, PlanWeight));
                if (last > 0 && IsPlanName(layout, last - 1))
                    findings.Add(layout.Whole(last - 1, Rule, Category.SubscriptionOffer, BetweenWeight));
                for (int j = last + 1; j < i; j++)
                {
                    if (layout.Looks[j].Words <= MaxBetweenWords)
                        findings.Add(layout.Whole(j, Rule, Category.SubscriptionOffer, BetweenWeight));
                }
            }
            else if (kind == PriceKind.WithPeriod)
                findings.Add(layout.Weak(i, Rule, Category.SubscriptionOffer, LoneWeight));

            (last, lastKind) = (i, kind);
        }
    }

    private enum PriceKind
    {
        None,
        Alone,
        WithPeriod,
    }

    private static PriceKind KindOf(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (!look.Whole || look.Words > MaxPriceWords || look.Numbers == 0 || look.Has(WordClasses.Reporting) || IsLabelled(layout, segment))
            return PriceKind.None;
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        bool price = false;
        for (int i = 0; i + 1 < tokens.Length; i++)
        {
            price |= (IsCurrency(layout, tokens[i]) && tokens[i + 1].Kind == TokenKind.Number)
                || (tokens[i].Kind == TokenKind.Number && IsCurrency(layout, tokens[i + 1]));
        }

        if (!price)
            return PriceKind.None;
        return look.Has(WordClasses.Period) ? PriceKind.WithPeriod : look.Words <= 4 ? PriceKind.Alone : PriceKind.None;
    }

    private static bool IsPlanName(Layout layout, int segment) =>
        layout.Looks[segment] is { Whole: true, Ends: false, Introduces: false, Words: <= MaxNameWords };

    private static bool IsCurrency(Layout layout, Token token) =>
        token.Kind == TokenKind.Currency || (layout.ClassesOf(token) & WordClasses.Currency) != 0;

    /// <summary>"Label: price": a row of a list in the article.</summary>
    private static bool IsLabelled(Layout layout, int segment)
    {
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        for (int i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation && layout.CharOf(tokens[i]) is ':' or '：')
                return true;
        }

        return false;
    }

    private static bool NoProseBetween(Layout layout, int first, int last)
    {
        for (int i = first + 1; i < last; i++)
        {
            if (layout.Looks[i].IsProse)
                return false;
        }

        return true;
    }

    /// <summary>A sentence with a colon before the first row makes it the article's list.</summary>
    private static bool IsIntroduced(Layout layout, int first)
    {
        for (int i = first - 1; i >= Math.Max(0, first - 3); i--)
        {
            if (layout.Looks[i].Introduces && layout.Looks[i].Words >= 4)
                return true;
        }

        return false;
    }
}
