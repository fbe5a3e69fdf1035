using System.Collections.Immutable;
using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>The account of one cleaning, as it stands in <c>NAME.removed.json</c>: what is needed to restore the original and to judge the removals.</summary>
public sealed record Sidecar
{
    /// <summary>The format's version that this library writes, and the only one that it reads.</summary>
    public const int FormatVersion = 1;

    /// <summary>The JSON Schema of a sidecar.</summary>
    public static string Schema => SchemaText.Value;

    private static readonly Lazy<string> SchemaText = new(static () =>
    {
        using Stream stream = typeof(Sidecar).Assembly.GetManifestResourceStream("ArticleClean.Writing.sidecar.schema.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    });

    public required ToolInfo Tool { get; init; }
    public required SidecarSource Source { get; init; }
    public required SidecarBody Body { get; init; }
    public required DocumentStatus Status { get; init; }
    public required ArticleMetadata Metadata { get; init; }
    public required ImmutableArray<Removal> Removed { get; init; }
    public required ImmutableArray<Removal> Flagged { get; init; }
    public required ImmutableArray<Edit> Edits { get; init; }
    public required CleanStatistics Statistics { get; init; }

    /// <summary>The sidecar of a result. Paths are relative, with <c>/</c>; <c>-</c> is standard input or output.</summary>
    public static Sidecar Of(CleanResult result, ToolInfo tool, string sourcePath, string bodyPath)
    {
        Document document = result.Document;
        return new Sidecar
        {
            Tool = tool,
            Source = new SidecarSource(
                sourcePath,
                HashOf(document.Source.Bytes.Span),
                document.Source.Bytes.Length,
                document.Source.EncodingName,
                document.Format,
                result.Language),
            Body = new SidecarBody(bodyPath, HashOf(result.Body.Span), result.Body.Length),
            Status = result.Status,
            Metadata = result.Metadata,
            Removed = result.Removed,
            Flagged = result.Flagged,
            Edits = result.Edits,
            Statistics = result.Statistics,
        };
    }

    /// <summary>SHA-256 as lower-case hexadecimal.</summary>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Sha256.HexOf(bytes);

    /// <summary>The sidecar as indented UTF-8 JSON with LF; equal sidecars give equal bytes.</summary>
    public byte[] ToJson() => SidecarWriter.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote; unknown fields are passed over. Throws <see cref="SidecarException"/> that names what is wrong.</summary>
    public static Sidecar Parse(ReadOnlyMemory<byte> json) => SidecarReader.Read(json);
}

/// <summary>The document that was cleaned; <paramref name="Sha256"/> and <paramref name="Bytes"/> are of what was read (inflated, where it was gzip).</summary>
public sealed record SidecarSource(string Path, string Sha256, long Bytes, string Encoding, DocumentFormat Format, string? Language);

/// <summary>The body that was written.</summary>
public sealed record SidecarBody(string Path, string Sha256, long Bytes);

/// <summary>A sidecar that cannot be read, or that the body or the source does not match.</summary>
public sealed class SidecarException : Exception
{
    public SidecarException() { }
    public SidecarException(string message) : base(message) { }
    public SidecarException(string message, Exception innerException) : base(message, innerException) { }
}
