using ArticleClean.Detecting.Artifacts;

namespace ArticleClean.Detecting.Structure;

/// <summary>Lines that are nothing but leftovers of machinery: template variables, "undefined", scripts, markup. An article about code introduces its lines; these stand alone.</summary>
internal static class MachineLine
{
    public const string Rule = "structure/machine-line";

    private const int Weight = 5500;

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = 0; i < layout.Count; i++)
        {
            if (!layout.Looks[i].Whole)
                continue;
            ReadOnlySpan<char> text = layout.TextOf(i);
            if (Placeholders.Fill(text) || (Scripts.IsCode(text) && (layout.IsOutside(i) || Scripts.IsOfPage(text)) && !IsIntroduced(layout, i)) || IsGarbled(text))
                findings.Add(layout.Whole(i, Rule, Category.Artifact, Weight));
        }
    }

    /// <summary>A sentence with a colon, or another line of the same listing.</summary>
    private static bool IsIntroduced(Layout layout, int segment)
    {
        for (int i = segment - 1; i >= 0 && i >= segment - 2; i--)
        {
            if (layout.Looks[i].Introduces && layout.Looks[i].Words >= 3)
                return true;
        }

        return segment > 0 && layout.Looks[segment - 1].IsProse && segment + 1 < layout.Count && layout.Looks[segment + 1].IsProse
            && layout.TextOf(segment - 1).ContainsAny('`', '{', '(');
    }

    /// <summary>Nothing but letters that stand for broken bytes.</summary>
    private static bool IsGarbled(ReadOnlySpan<char> text)
    {
        bool lead = false;
        foreach (char c in text)
        {
            if (c is 'Ã' or 'Â')
                lead = true;
            else if (char.IsLetterOrDigit(c) && c is not ('â' or 'ƒ' or 'Å' or 'š' or 'ž' or 'Ÿ' or '¢' or '€'))
                return false;
        }

        return lead;
    }
}
