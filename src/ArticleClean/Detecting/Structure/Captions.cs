using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>
/// Captions by their shape and place: a short line that closes with its credit ("The pier at dusk. Photo: A. Lund", "... (Ana Petri/Agency)", "... (Agency: Ana Petri)",
/// "... ROS HALE"), and the short line right above a line that is a credit.
/// </summary>
internal static class Captions
{
    public const string Rule = "structure/caption";

    /// <summary>The text before a credit on its line.</summary>
    private const int LineWeight = 3400;

    /// <summary>The credit on the same line is part of the caption, whatever rules know it as.</summary>
    private const int CreditWeight = 7900;

    /// <summary>A line above a credit may be a short paragraph.</summary>
    private const int AboveWeight = 2600;

    private const int MaxLineWords = 34;
    private const int MaxAboveWords = 16;
    private const int MaxCreditWords = 7;

    /// <summary>A sentence of so few words above a credit is hardly a paragraph.</summary>
    private const int BriefWords = 6;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int first = 0, end; first < layout.Count; first = end)
        {
            end = first + 1;
            int words = layout.Looks[first].Words;
            while (end < layout.Count && layout.LineOf(end) == layout.LineOf(first))
                words += layout.Looks[end++].Words;
            int credit = end - 1;
            while (credit - 1 > first && layout.Claims[credit - 1] is Category.Credit or Category.Caption)
                credit--;
            if (words <= MaxLineWords && words > layout.Looks[end - 1].Words + 1 && !IsAgencySign(layout, end - 1) && end - first >= 2 && IsCredit(layout, end - 1) && IsText(layout, first, credit))
            {
                for (int i = first; i < end; i++)
                    findings.Add(layout.Whole(i, Rule, Category.Caption, i < credit ? LineWeight : CreditWeight));
            }
            else if (end - first == 1 && layout.Claims[first] == Category.Credit && first > 0 && IsAbove(layout, first - 1, first))
                findings.Add(layout.Whole(first - 1, Rule, Category.Caption, AboveWeight));
        }
    }

    /// <summary>A credit by a rule, in brackets with a slash, or a name in capitals.</summary>
    private static bool IsCredit(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (look.Words is 0 or > MaxCreditWords)
            return false;
        if (layout.Claims[segment] is Category.Credit or Category.Caption)
            return true;
        if (look.Ends || look.Numbers > 0 || look.Titled < 2)
            return false;
        ReadOnlySpan<char> text = layout.TextOf(segment);
        bool bracketed = text[0] is '(' or '[' && text[^1] is ')' or ']';
        int caps = 0;
        bool slash = false;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            caps += (token.Flags & TokenFlags.Caps) != 0 ? 1 : 0;
            slash |= token.Kind == TokenKind.Punctuation && (layout.CharOf(token) == '/' || (bracketed && layout.CharOf(token) == ':'));
        }

        return bracketed ? slash && look.Small <= 1 : caps == look.Words && look.Words is 2 or 3 || (slash && look.Small == 0 && caps >= 2);
    }

    /// <summary>"(AFP)" alone behind a sentence signs the text.</summary>
    private static bool IsAgencySign(Layout layout, int segment) =>
        layout.Looks[segment] is { Words: <= 2 } look && (look.Has(WordClasses.Agency | WordClasses.AgencyStart) || (look.Unspaced > 0 && layout.Claims[segment] is not (Category.Credit or Category.Caption))) && layout.TextOf(segment)[0] is '(' or '（' or '[';

    /// <summary>A sentence or two that nobody says.</summary>
    private static bool IsText(Layout layout, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (layout.Looks[i].Introduces || layout.Claims[i] is Category.Credit or Category.Caption || layout.Looks[i].Has(WordClasses.Reporting | WordClasses.You) || layout.TextOf(i)[0] is '"' or '“' or '«' or '„' or '»' or '–' or '—')
                return false;
        }

        return end - first <= 2;
    }

    private static bool IsAbove(Layout layout, int segment, int credit) =>
        layout.Looks[segment] is { Whole: true, Introduces: false, Words: >= 3 and <= MaxAboveWords } && layout.LineOf(credit) == layout.LineOf(segment) + 1
        && !layout.IsClaimed(segment) && IsText(layout, segment, segment + 1) && segment > 0
        // A short sentence right behind another is the text's next paragraph sooner.
        && (!layout.Looks[segment].Ends || layout.Looks[segment].Words <= BriefWords || !layout.Looks[segment - 1].Ends || layout.IsClaimed(segment - 1) || layout.LineOf(segment) - layout.LineOf(segment - 1) >= 2);
}
