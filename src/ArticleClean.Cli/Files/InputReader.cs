using ArticleClean.Reading;

namespace ArticleClean.Cli.Files;

/// <summary>The bytes of an input, read through gzip where its name ends in <c>.gz</c>.</summary>
internal static class InputReader
{
    private const int ChunkBytes = 1 << 16;

    /// <summary>Opens an input for streaming.</summary>
    public static Stream Open(InputFile file)
    {
        if (file.IsStandard)
            return Console.OpenStandardInput();
        FileStream stream;
        try
        {
            stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(file.Path, cause);
        }

        return FileNames.IsGzip(file.Relative) ? new InflatedFile(stream) : stream;
    }

    /// <summary>Reads a whole input; more than <paramref name="maxBytes"/> (unpacked) is a <see cref="Failure"/>.</summary>
    public static ReadOnlyMemory<byte> ReadAll(InputFile file, long maxBytes)
    {
        using Stream stream = Open(file);
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

    /// <summary>A gzip file's content; closes the file with itself.</summary>
    private sealed class InflatedFile(FileStream file) : Stream
    {
        private readonly InflatingStream _content = new(file);

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => _content.Read(buffer.AsSpan(offset, count));
        public override int Read(Span<byte> buffer) => _content.Read(buffer);
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _content.Dispose();
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
