using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Cli.Checking;

/// <summary>Every rule that a finding can carry, to tell a misspelt one from one that found nothing.</summary>
internal static class RuleNames
{
    /// <summary>Names that are shown for one that is not known.</summary>
    private const int MostNear = 3;

    /// <summary>A slip leaves three letters of four.</summary>
    private const int LettersASlip = 4;

    /// <summary>Refuses rules and patterns that no rule matches, own rules of the inputs' configurations included.</summary>
    public static void RefuseUnknown(Selection selection, Inputs inputs, SettingsSource settings)
    {
        List<string>? known = null;
        foreach ((string option, Selectors selectors) in ((string, Selectors)[])[("--select", selection.Select), ("--ignore", selection.Ignore), ("--fail-on", selection.FailOn)])
        {
            foreach (Glob rule in selectors.Rules)
            {
                known ??= Known(inputs, settings);
                if (!known.Exists(rule.Matches))
                    throw Errors.UnknownRule(option, rule.Pattern, Near(rule.Pattern, known));
            }
        }
    }

    private static List<string> Known(Inputs inputs, SettingsSource settings)
    {
        List<string> known = [.. BuiltInRules.Set.Rules.Select(rule => rule.Id), .. EngineRules.Ids, .. Verdicts.Ids.Select(id => Verdicts.RulePrefix + id)];
        HashSet<RuleSource> own = [];
        foreach (InputFile file in inputs.Files)
            own.UnionWith(settings.AllOwnRules(file));
        try
        {
            known.AddRange(own.SelectMany(source => RulePackParser.Parse(source).Rules).Select(rule => rule.Id));
        }
        catch (RulePackException cause)
        {
            throw Errors.BadRules(cause);
        }

        return known;
    }

    /// <summary>The names that differ least, the nearest first; none where all differ much.</summary>
    private static string[] Near(string wanted, List<string> known) =>
    [
        .. known.Select(id => (Id: id, Slips: Slips(wanted, id)))
            .Where(near => near.Slips <= wanted.Length / LettersASlip)
            .OrderBy(near => near.Slips).ThenBy(near => near.Id, StringComparer.Ordinal)
            .Select(near => near.Id).Distinct(StringComparer.Ordinal).Take(MostNear),
    ];

    /// <summary>Letters that are put in, left out or changed between two words (Levenshtein's distance).</summary>
    private static int Slips(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
