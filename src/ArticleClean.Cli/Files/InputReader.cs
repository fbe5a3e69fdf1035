using ArticleClean.Reading;
using Microsoft.Win32.SafeHandles;

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
        SafeFileHandle handle = OpenHandle(file);
        FileStream stream = new(handle, FileAccess.Read, bufferSize: 0);
        return FileNames.IsGzip(file.Relative) ? new InflatedFile(stream) : stream;
    }

    /// <summary>Reads a whole input; more than <paramref name="maxBytes"/> (unpacked) is a <see cref="Failure"/>.</summary>
    public static ReadOnlyMemory<byte> ReadAll(InputFile file, long maxBytes)
    {
        if (file.IsStandard || FileNames.IsGzip(file.Relative))
        {
            using Stream stream = Open(file);
            return ReadAll(stream, file, maxBytes);
        }

        // Most files are small, and many: their bytes are asked for without a stream around them.
        using SafeFileHandle handle = OpenHandle(file);
        try
        {
            long known = LengthOf(handle);
            if (known > maxBytes)
                throw Errors.TooLarge(file.Path, known, maxBytes);
            if (known is > 0 and <= int.MaxValue)
            {
                byte[] bytes = GC.AllocateUninitializedArray<byte>((int)known);
                int length = 0;
                for (int read; length < known && (read = RandomAccess.Read(handle, bytes.AsSpan(length), length)) > 0;)
                    length += read;
                return bytes.AsMemory(0, length);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(file.Path, cause);
        }

        using FileStream other = new(handle, FileAccess.Read, bufferSize: 0);
        return ReadAll(other, file, maxBytes);
    }

    private static SafeFileHandle OpenHandle(InputFile file)
    {
        try
        {
            return File.OpenHandle(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(file.Path, cause);
        }
    }

    /// <summary>The length of a file; 0 for what has none, such as a pipe, and for what does not say, such as a file of the system.</summary>
    private static long LengthOf(SafeFileHandle handle)
    {
        try
        {
            return RandomAccess.GetLength(handle);
        }
        catch (NotSupportedException)
        {
            return 0;
        }
    }

    private static ReadOnlyMemory<byte> ReadAll(Stream stream, InputFile file, long maxBytes)
    {
        try
        {
            byte[] bytes = new byte[ChunkBytes];
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
