using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Cli.Commands;

/// <summary>The figures of rules as a table: a row each, and below it a row for each pack.</summary>
internal static class RuleStatisticsTable
{
    public static void Write(TextWriter output, RuleStatistics statistics, Func<string, bool> isShown)
    {
        IReadOnlyDictionary<string, string> twins = statistics.Twins();
        output.WriteLine($"{"rule",-60} {"hits",7} {"removed",7} {"stayed",6} {"alone",7} {"keep",6} {"drop",6}");
        foreach (RuleFigures rule in statistics.Rules)
        {
            if (!isShown(rule.Rule))
                continue;
            string note = rule.IsDead ? " dead" : twins.TryGetValue(rule.Rule, out string? twin) ? $" always with {twin}" : "";
            string stayed = rule.IsDead ? "-" : FormattableString.Invariant($"{rule.StayedPercent:F0} %");
            output.WriteLine(FormattableString.Invariant(
                $"{rule.Rule,-60} {rule.Hits,7} {rule.Removed,7} {stayed,6} {rule.Convicting,7} {rule.Keep,6} {rule.Drop,6}{note}"));
        }

        output.WriteLine();
        output.WriteLine("documents: " + string.Join(", ", statistics.Documents.Select(d => FormattableString.Invariant($"{d.Key} {d.Value}"))));
        foreach ((string pack, int rules, int dead) in statistics.Dead())
            output.WriteLine(FormattableString.Invariant($"{pack}: {dead} of {rules} rules found nothing ({100.0 * dead / rules:F0} %)"));
    }
}
