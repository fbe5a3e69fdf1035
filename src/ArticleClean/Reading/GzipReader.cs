using System.Buffers;

namespace ArticleClean.Reading;

/// <summary>Inflates gzip, whole and capped.</summary>
public static class GzipReader
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>
    /// The inflated bytes of all members of a stream. Throws <see cref="UnreadableDocumentException"/> when they are more
    /// than <paramref name="maxBytes"/>, and when the stream is no gzip, is cut off, or does not match its checksum.
    /// </summary>
    public static byte[] Inflate(Stream compressed, string name, long maxBytes)
    {
        using MemoryStream inflated = new();
        using InflatingStream source = new(compressed);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = source.Read(buffer, 0, buffer.Length)) > 0)
            {
                if (inflated.Length + read > maxBytes)
                    throw DocumentReader.TooLargeInflated(name, maxBytes);
                inflated.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException error)
        {
            throw new UnreadableDocumentException($"'{name}' cannot be inflated: {error.Message}", error);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return inflated.ToArray();
    }
}
