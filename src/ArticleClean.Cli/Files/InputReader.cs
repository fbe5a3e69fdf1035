using System.IO.Compression;

namespace ArticleClean.Cli.Files;

/// <summary>The bytes of an input, read through gzip where its name ends in <c>.gz</c>.</summary>
internal static class InputReader
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>Opens an input for streaming.</summary>
    public static Stream Open(InputFile file, Func<Stream> standardInput)
    {
        if (file.IsStandard)
            return standardInput();
        FileStream stream;
        try
        {
            stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(file.Path, cause);
        }

        return FileNames.IsGzip(file.Relative) ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    /// <summary>Reads a whole input; more than <paramref name="maxBytes"/> (unpacked) is a <see cref="Failure"/>.</summary>
    public static ReadOnlyMemory<byte> ReadAll(InputFile file, long maxBytes, Func<Stream> standardInput)
    {
        using Stream stream = Open(file, standardInput);
        try
        {
            long known = stream is FileStream { CanSeek: true } plain ? plain.Length : -1;
            if (known > maxBytes)
                throw Errors.TooLarge(file.Path, known, maxBytes);
            // One byte more than expected, so that a file of the known length needs no second buffer.
            byte[] bytes = new byte[known >= 0 ? known + 1 : ChunkBytes];
            int length = 0;
            for (int read; (read = stream.Read(bytes, length, bytes.Length - length)) > 0;)
            {
                length += read;
                if (length > maxBytes)
                    throw Errors.TooLarge(file.Path, length, maxBytes);
                if (length == bytes.Length)
                    Array.Resize(ref bytes, (int)Math.Min(Array.MaxLength, bytes.Length * 2L));
            }

            return bytes.AsMemory(0, length);
        }
        catch (InvalidDataException cause)
        {
            throw Errors.BadGzip(file.Path, cause);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(file.Path, cause);
        }
    }
}
