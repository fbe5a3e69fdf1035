using ArticleClean.Cli.Checking;

namespace ArticleClean.Cli.Reports;

/// <summary>What a report says about a rule.</summary>
internal sealed record RuleText(string Name, string Short, string Full, string Help, string HelpMarkdown)
{
    private const string ModelPrefix = "model/";

    /// <summary>The text of a finding's rule. Rules that find several categories are described without one.</summary>
    public static RuleText Of(CheckFinding finding)
    {
        string rule = finding.Rule;
        if (rule.StartsWith(ModelPrefix, StringComparison.Ordinal))
        {
            const string How = "The line model reads the words, the shape and the neighbours of a line as those of boilerplate.";
            return Make(rule, "Boilerplate by the line model", How, rule, "What it is stands in the message.");
        }

        string category = CategoryOf(finding);
        CategoryText text = CategoryText.Of(category);
        string what = char.ToUpperInvariant(text.What[0]) + text.What[1..];
        return finding.IsVerdict
            ? new RuleText(NameOf(rule), what, text.Help, text.Help, $"{text.Help}\n\n`articleclean explain FILE` shows how it came about. `--ignore {finding.Category}` leaves it out.")
            : Make(rule, $"{what} ({rule})", text.Help, category, text.Help);
    }

    private static RuleText Make(string rule, string brief, string full, string ignored, string help) => new(
        NameOf(rule),
        brief,
        full,
        $"{help} 'articleclean clean' removes it, 'articleclean explain FILE' shows why.",
        $"{help}\n\n`articleclean clean` removes it, `articleclean explain FILE` shows why. `--ignore {ignored}` leaves it out; "
            + $"`\"rules\": {{ \"off\": [\"{rule}\"] }}` in `articleclean.json` switches the rule off.");

    /// <summary>The category that a rule's id holds, else the finding's.</summary>
    private static string CategoryOf(CheckFinding finding)
    {
        string rule = finding.Rule;
        int slash = rule.IndexOf('/', StringComparison.Ordinal), dot = rule.IndexOf('.', StringComparison.Ordinal);
        string named = slash >= 0 && dot > slash ? rule[(slash + 1)..dot] : finding.Category;
        return CategoryIds.TryParse(named, out Category category) && category != Category.Keep ? named : finding.Category;
    }

    /// <summary>The id in Pascal case: <c>EnPaywallLimitReached</c>.</summary>
    private static string NameOf(string rule)
    {
        char[] name = new char[rule.Length];
        int length = 0;
        bool starts = true;
        foreach (char c in rule)
        {
            if (char.IsLetterOrDigit(c))
                name[length++] = starts ? char.ToUpperInvariant(c) : c;
            starts = !char.IsLetterOrDigit(c);
        }

        return new string(name, 0, length);
    }
}
