using System.Globalization;
using ArticleClean.Cli.Config;
using ArticleClean.Reading;

namespace ArticleClean.Cli.Caching;

/// <summary>The configurations of a run for its keys, each worked out once. Thread-safe.</summary>
internal sealed class CacheConfigurations(SettingsSource source)
{
    // Few runs have more than one configuration; more than this are path sections in every combination.
    private const int MostKept = 1024;

    // A plain dictionary under a lock, as in the settings: the concurrent one is loaded at each start.
    private readonly Dictionary<string, byte[]> _known = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>What documents share that are read with the same settings and hints, but for the name's extension.</summary>
    public byte[] Of(Settings settings, SourceHints hints)
    {
        string key = KeyOf(settings, hints);
        lock (_gate)
        {
            if (_known.TryGetValue(key, out byte[]? known))
                return known;
            byte[] made = CacheKey.ConfigurationOf(source, settings, hints);
            if (_known.Count < MostKept)
                _known[key] = made;
            return made;
        }
    }

    private static string KeyOf(Settings settings, SourceHints hints)
    {
        string format = FormatDetector.ByName(hints.Name) switch
        {
            null => "",
            DocumentFormat.Html => "html",
            _ => "text",
        };
        if (settings.File is not { } file)
            return format;
        string key = $"{format}\0{file.Path}";
        foreach (int section in settings.PathSections)
            key += string.Create(CultureInfo.InvariantCulture, $"\0{section}");
        return key;
    }
}
