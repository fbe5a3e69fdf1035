using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Picture credits by their shape: a name, a slash and an agency or a name ("Ana Petri/Agency"), bare or in brackets, alone on a line.</summary>
internal static class CreditLine
{
    public const string Rule = "structure/credit";

    private const int AgencyWeight = 4500;
    private const int NameWeight = 2000;
    private const int MaxWords = 9;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = 0; i < layout.Count; i++)
        {
            Look look = layout.Looks[i];
            if (!look.Whole || look.Words is 0 or > MaxWords || look.Numbers > 0 || look.Ends || look.Introduces)
                continue;
            int weight = WeightOf(layout, i);
            if (weight > 0)
                findings.Add(layout.Whole(i, Rule, Category.Credit, weight));
        }
    }

    private static int WeightOf(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        int slashes = 0, others = 0;
        bool copyright = false;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            if (token.Kind is TokenKind.Url or TokenKind.Handle)
                return 0;
            if (token.Kind != TokenKind.Punctuation)
                continue;
            char c = layout.CharOf(token);
            slashes += c == '/' ? 1 : 0;
            copyright |= c == '©';
            others += c is '/' or '©' or '(' or ')' or '[' or ']' or '.' or '-' or ',' or '\'' or '’' or '&' or '«' or '»' ? 0 : 1;
        }

        if (others > 0 || (slashes == 0 && !copyright) || look.Titled < look.Words - 1)
            return 0;
        bool agency = look.Has(WordClasses.Agency | WordClasses.AgencyStart);
        bool bracketed = layout.TextOf(segment)[0] is '(' or '[';
        if (agency || bracketed || (copyright && layout.TextOf(segment)[0] == '©'))
            return AgencyWeight;
        Separators names = Separators.Of(layout, segment);
        bool initials = (layout.TokensOf(segment)[^1].Flags & TokenFlags.Caps) != 0;
        return names.Mark == '/' && names.Items == 2 && names.LongestWords <= 3 && look.Words >= (initials ? 3 : 4) && !layout.TextOf(segment).Contains('-') ? NameWeight : 0;
    }
}
