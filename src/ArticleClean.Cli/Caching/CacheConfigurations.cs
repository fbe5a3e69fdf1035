using System.Collections.Concurrent;
using ArticleClean.Cli.Config;
using ArticleClean.Reading;

namespace ArticleClean.Cli.Caching;

/// <summary>The configurations of a run for its keys, each worked out once. Thread-safe.</summary>
internal sealed class CacheConfigurations(SettingsSource source)
{
    // Few runs have more than one configuration; more than this are path sections in every combination.
    private const int MostKept = 1024;

    private readonly ConcurrentDictionary<string, byte[]> _known = new(StringComparer.Ordinal);

    /// <summary>What documents share that are read with the same settings and hints, but for the name's extension.</summary>
    public byte[] Of(Settings settings, SourceHints hints)
    {
        string key = $"{settings.File?.Path}\0{string.Join(',', settings.PathSections)}\0{FormatDetector.ByName(hints.Name)}";
        if (_known.TryGetValue(key, out byte[]? known))
            return known;
        byte[] made = CacheKey.ConfigurationOf(source, settings, hints);
        if (_known.Count < MostKept)
            _known[key] = made;
        return made;
    }
}
