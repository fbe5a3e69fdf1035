using System.CommandLine;
using System.CommandLine.Completions;

namespace ArticleClean.Cli.Completing;

/// <summary>Gives options the values that shells offer.</summary>
internal static class KnownValues
{
    /// <summary>One value.</summary>
    public static Option<string?> Offering(this Option<string?> option, params string[] values)
    {
        option.CompletionSources.Add(_ => Items("", values));
        return option;
    }

    /// <summary>A list with commas: what stands before the last comma stays.</summary>
    public static Option<string[]> OfferingList(this Option<string[]> option, Func<IEnumerable<string>> values)
    {
        option.CompletionSources.Add(context => Items(context.WordToComplete[..(context.WordToComplete.LastIndexOf(',') + 1)], values()));
        return option;
    }

    private static List<CompletionItem> Items(string before, IEnumerable<string> values)
    {
        List<CompletionItem> items = [];
        foreach (string value in values)
            items.Add(new CompletionItem(before + value));
        return items;
    }
}
