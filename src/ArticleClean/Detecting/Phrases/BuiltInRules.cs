using System.Reflection;

namespace ArticleClean.Detecting.Phrases;

/// <summary>The packs that come with the library.</summary>
internal static class BuiltInRules
{
    private const string ResourcePrefix = "ArticleClean.Rules.";

    private static readonly Lazy<RuleSet> Compiled = new(ReadPacked);

    /// <summary>All built-in packs, as the build packed them.</summary>
    public static RuleSet Set => Compiled.Value;

    private static RuleSet ReadPacked() => PackedRules.Read(PackedResource.Content(PackedResource.Rules));

    /// <summary>The texts of the packs, in ordinal order of their names.</summary>
    public static IReadOnlyList<RuleSource> Sources()
    {
        Assembly assembly = typeof(BuiltInRules).Assembly;
        List<RuleSource> sources = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".rules", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using Stream stream = assembly.GetManifestResourceStream(name)!;
            using StreamReader reader = new(stream);
            sources.Add(new RuleSource(name[ResourcePrefix.Length..], reader.ReadToEnd()));
        }

        return sources;
    }

    /// <summary>The packs, parsed.</summary>
    public static IReadOnlyList<RulePack> Packs() => [.. Sources().Select(RulePackParser.Parse)];

    /// <summary>The built-in packs with own ones behind them.</summary>
    public static RuleSet With(IReadOnlyList<RuleSource> own) =>
        own.Count == 0 ? Set : RuleCompiler.Compile([.. Packs(), .. own.Select(RulePackParser.Parse)]);
}
