using System.Globalization;
using System.Reflection;
using System.Text;
using ArticleClean.Detecting;

namespace ArticleClean.Writing;

/// <summary>The program and what its decisions depend on: its version and the hashes of rules, model and options.</summary>
public sealed record ToolInfo(string Name, string Version, string Rules, string Model, string Options)
{
    // Enough that two sets of rules never share it by chance, and short enough to read.
    private const int HashLength = 16;

    private static readonly Lazy<string> BuiltInRulesHash = new(static () => Short(PackedResource.Hash(PackedResource.Rules)));

    private static readonly Lazy<string> ModelHash = new(static () => Short(PackedResource.Hash(PackedResource.Model)));

    /// <summary>What a sidecar says of cleanings with these options. Own rules count as rules.</summary>
    public static ToolInfo Of(CleanOptions options) => new(
        "articleclean",
        LibraryVersion,
        options.OwnRules.Count == 0 ? BuiltInRulesHash.Value : HashOf(options.OwnRules),
        ModelHash.Value,
        ShortHashOf(Canonical(options)));

    /// <summary>The library's version, without what a build adds to it.</summary>
    public static string LibraryVersion { get; } =
        typeof(ToolInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Every option that changes what is decided or written, in a fixed order.</summary>
    private static string Canonical(CleanOptions options)
    {
        // Plain appends and a plain loop: interpolating or walking enumerations is compiled at each start.
        StringBuilder text = new();
        text.Append("stance=").Append(options.Stance.ToString()).Append(";markdown=").Append(options.Markdown ? "True" : "False");
        for (Category category = Category.Keep + 1; category <= Category.Other; category++)
        {
            if (options.ActionOf(category) is var action and not CategoryAction.Remove)
                text.Append(';').Append(category.Id()).Append('=').Append(action.ToString());
        }

        foreach (string rule in options.RulesOff.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            text.Append(";off=").Append(rule);
        return text.ToString();
    }

    private static string HashOf(IReadOnlyList<RuleSource> own)
    {
        StringBuilder text = new(BuiltInRulesHash.Value);
        foreach (RuleSource source in own)
            text.Append(CultureInfo.InvariantCulture, $"\0{source.Name}\0{source.Text.Length}\0{source.Text}");
        return ShortHashOf(text.ToString());
    }

    private static string ShortHashOf(string text) => Sha256.HexOf(Encoding.UTF8.GetBytes(text))[..HashLength];

    private static string Short(ReadOnlySpan<byte> hash) => Sha256.Hex(hash)[..HashLength];
}
