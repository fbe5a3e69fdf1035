using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Config;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Caching;

/// <summary>SHA-256 over everything that a judgement depends on: content, configuration, and the program itself.</summary>
/// <remarks>A class over bytes, because code over structs of wide integers is compiled at each start.</remarks>
internal sealed class CacheKey
{
    public const int Length = SHA256.HashSizeInBytes;

    private readonly byte[] _hash;

    private CacheKey(byte[] hash) => _hash = hash;

    public ReadOnlySpan<byte> Bytes => _hash;

    /// <summary>The key of a document.</summary>
    /// <param name="configuration">By <see cref="ConfigurationOf"/>.</param>
    public static CacheKey Of(ReadOnlySpan<byte> document, byte[] configuration)
    {
        Span<byte> both = stackalloc byte[2 * Length];
        configuration.AsSpan().CopyTo(both);
        SHA256.HashData(document, both[Length..]);
        return new CacheKey(SHA256.HashData(both));
    }

    /// <summary>What documents of one configuration and format share. A site's section may apply once the site is known, so all of them count.</summary>
    public static byte[] ConfigurationOf(SettingsSource source, Settings settings, SourceHints hints)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{typeof(CacheKey).Module.ModuleVersionId}\n{typeof(ArticleCleaner).Module.ModuleVersionId}\n");
        text.Append(CultureInfo.InvariantCulture, $"{hints.Format}\n{hints.Encoding}\n{hints.Url}\n{Reading.FormatDetector.ByName(hints.Name)}\n");
        CleanOptions options = source.Options(settings, site: null);
        text.Append(CultureInfo.InvariantCulture, $"{ToolInfo.Of(options)}\n");
        foreach (SiteSection section in settings.File?.Sites ?? [])
            text.Append(CultureInfo.InvariantCulture, $"{section.Host}\n{ToolInfo.Of(section.Layer.Over(options))}\n");
        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
