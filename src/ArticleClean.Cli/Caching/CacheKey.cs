using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Config;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Caching;

/// <summary>SHA-256 over everything that a judgement depends on: content, configuration, and the program itself.</summary>
internal readonly record struct CacheKey(UInt128 High, UInt128 Low)
{
    public const int Bytes = 32;

    public static CacheKey Read(ReadOnlySpan<byte> bytes) => new(
        System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes), System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    public void Write(Span<byte> bytes)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, High);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes[16..], Low);
    }

    /// <summary>The key of a document.</summary>
    /// <param name="configuration">By <see cref="ConfigurationOf"/>.</param>
    public static CacheKey Of(ReadOnlySpan<byte> document, byte[] configuration)
    {
        Span<byte> hash = stackalloc byte[Bytes];
        using IncrementalHash sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(configuration);
        sha.AppendData(document);
        sha.GetHashAndReset(hash);
        return Read(hash);
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
