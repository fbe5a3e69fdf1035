using ArticleClean.Cli.Config;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Files;

/// <summary>Sidecars as files, and what they say about the files beside them.</summary>
internal static class Sidecars
{
    /// <summary>The bytes of the sidecar of a result.</summary>
    public static byte[] Serialize(CleanResult result, Engine engine, string sourceName, string bodyName) =>
        Sidecar.Of(result, engine.Tool, sourceName, bodyName).ToJson();

    /// <summary>The sidecar in a file; null when there is none or it is none.</summary>
    public static Sidecar? TryRead(string path)
    {
        try
        {
            return Sidecar.Parse(File.ReadAllBytes(path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or SidecarException)
        {
            return null;
        }
    }

    /// <summary>The sidecar in a file; a <see cref="Failure"/> when it cannot be read.</summary>
    public static Sidecar Read(string path)
    {
        try
        {
            return Sidecar.Parse(File.ReadAllBytes(path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(path, cause);
        }
        catch (SidecarException cause)
        {
            throw Errors.Unreadable(path, cause);
        }
    }

    public static bool IsSource(Sidecar sidecar, ReadOnlySpan<byte> bytes) =>
        bytes.Length == sidecar.Source.Bytes && Sidecar.HashOf(bytes) == sidecar.Source.Sha256;

    public static bool IsBody(Sidecar sidecar, ReadOnlySpan<byte> bytes) =>
        bytes.Length == sidecar.Body.Bytes && Sidecar.HashOf(bytes) == sidecar.Body.Sha256;

    /// <summary>Whether the file holds the body that the sidecar tells of.</summary>
    public static bool HasBody(Sidecar sidecar, string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true } file && file.Length == sidecar.Body.Bytes && IsBody(sidecar, File.ReadAllBytes(path));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
