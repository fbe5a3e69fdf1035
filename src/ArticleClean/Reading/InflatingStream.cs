using System.IO.Compression;

namespace ArticleClean.Reading;

/// <summary>
/// Reads the inflated bytes of a gzip stream, forward only, and throws <see cref="InvalidDataException"/> where it is cut
/// off or damaged. (.NET's own <see cref="GZipStream"/> takes a stream that is cut off for one that ends.) The inner
/// stream is left open.
/// </summary>
public sealed class InflatingStream : Stream
{
    private const string CutOff = "the gzip data is truncated (it ends before its last part does) or damaged";

    /// <summary>
    /// What stands behind the last byte of the compressed data: one more member that inflates to these bytes. Only where
    /// the data before it is whole do they come out at the end.
    /// </summary>
    private static readonly byte[] Seal = "\u0000article-clean:end\u0000"u8.ToArray();
    private static readonly byte[] SealMember = Compress(Seal);

    private readonly SealedInput _input;
    private readonly GZipStream _inflater;
    private readonly byte[] _ahead = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _hasEnded;

    /// <summary>Reads from the current place of a stream to its end.</summary>
    public InflatingStream(Stream compressed)
    {
        _input = new SealedInput(compressed);
        _inflater = new GZipStream(_input, CompressionMode.Decompress);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        while (_end - _start <= Seal.Length)
        {
            if (_hasEnded)
                return 0;
            Fill();
        }

        int count = Math.Min(buffer.Length, _end - _start - Seal.Length);
        _ahead.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inflater.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using MemoryStream member = new();
        using (GZipStream gzip = new(member, CompressionLevel.NoCompression, leaveOpen: true))
            gzip.Write(bytes);
        return member.ToArray();
    }

    private void Fill()
    {
        _ahead.AsSpan(_start, _end - _start).CopyTo(_ahead);
        _end -= _start;
        _start = 0;
        int read;
        try
        {
            read = _inflater.Read(_ahead, _end, _ahead.Length - _end);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException(_input.IsAtSeal ? CutOff : "it is no gzip data, or damaged", error);
        }

        _end += read;
        if (read > 0)
            return;
        _hasEnded = true;
        if (_input.IsEmpty || !_ahead.AsSpan(0, _end).SequenceEqual(Seal))
            throw new InvalidDataException(_input.IsAtSeal ? CutOff : "something that is no gzip data follows it");
    }

    /// <summary>A stream's bytes, and then the seal's.</summary>
    private sealed class SealedInput(Stream inner) : Stream
    {
        private int _sealRead;
        private bool _hasBytes;

        public bool IsEmpty => !_hasBytes;
        public bool IsAtSeal => _sealRead > 0;
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int read = 0;
            if (_sealRead == 0)
            {
                // Filled up, so that a member's head is hardly ever split between two reads.
                read = inner.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
                _hasBytes |= read > 0;
            }

            if (read == buffer.Length)
                return read;
            int count = Math.Min(buffer.Length - read, SealMember.Length - _sealRead);
            SealMember.AsSpan(_sealRead, count).CopyTo(buffer[read..]);
            _sealRead += count;
            return read + count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
