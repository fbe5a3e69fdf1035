using System.Security.Cryptography;

namespace ArticleClean.Detecting;

/// <summary>What the build packed into the assembly: the content, then its SHA-256, so that no start hashes megabytes.</summary>
internal static class PackedResource
{
    public const string Rules = "ArticleClean.rules.bin";
    public const string Model = "ArticleClean.model.bin";

    /// <summary>The content of a resource, in the assembly's own memory.</summary>
    public static ReadOnlySpan<byte> Content(string name) => Whole(name)[..^SHA256.HashSizeInBytes];

    /// <summary>The SHA-256 of the content, as the build computed it.</summary>
    public static ReadOnlySpan<byte> Hash(string name) => Whole(name)[^SHA256.HashSizeInBytes..];

    /// <summary>Content with its hash behind it, as the build embeds it.</summary>
    public static byte[] Seal(byte[] content) => [.. content, .. SHA256.HashData(content)];

    private static unsafe ReadOnlySpan<byte> Whole(string name)
    {
        // The memory is the assembly's image, which outlives the stream.
        using UnmanagedMemoryStream stream = (UnmanagedMemoryStream)typeof(PackedResource).Assembly.GetManifestResourceStream(name)!;
        return new ReadOnlySpan<byte>(stream.PositionPointer, checked((int)stream.Length));
    }
}
