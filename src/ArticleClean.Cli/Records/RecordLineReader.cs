namespace ArticleClean.Cli.Records;

/// <summary>A line of JSON Lines without its end. <see cref="IsTooLong"/>: it was longer than the cap and was read past; the bytes are empty.</summary>
/// <param name="Number">1-based, blank lines counted.</param>
internal readonly record struct RecordLine(ReadOnlyMemory<byte> Bytes, long Number, bool IsTooLong);

/// <summary>Reads lines with bounded memory. LF and CR LF end a line, the last one may have no end, a BOM and blank lines are skipped.</summary>
internal sealed class RecordLineReader(Stream input, int maxLineBytes)
{
    private const int FirstBufferBytes = 1 << 16;

    private byte[] _buffer = new byte[FirstBufferBytes];
    private int _start;
    private int _end;
    private long _number;
    private bool _hasEnded;

    /// <summary>Reads the next line that is not blank; false at the end.</summary>
    public bool TryRead(out RecordLine line)
    {
        while (TryReadAny(out line))
        {
            if (line.IsTooLong || !line.Bytes.Span.Trim(" \t\r"u8).IsEmpty)
                return true;
        }

        return false;
    }

    private bool TryReadAny(out RecordLine line)
    {
        int scanned = 0;
        while (true)
        {
            int end = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (end >= 0)
            {
                line = Take(scanned + end, 1);
                return true;
            }

            scanned = _end - _start;
            if (scanned > maxLineBytes)
            {
                line = SkipLine();
                return true;
            }

            if (!Fill())
            {
                line = scanned > 0 ? Take(scanned, 0) : default;
                return scanned > 0;
            }
        }
    }

    private RecordLine Take(int length, int terminator)
    {
        _number++;
        ReadOnlySpan<byte> bytes = _buffer.AsSpan(_start, length);
        _start += length + terminator;
        if (length > maxLineBytes)
            return new RecordLine(ReadOnlyMemory<byte>.Empty, _number, IsTooLong: true);
        if (_number == 1 && bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        if (bytes.EndsWith("\r"u8))
            bytes = bytes[..^1];
        return new RecordLine(bytes.ToArray(), _number, IsTooLong: false);
    }

    private RecordLine SkipLine()
    {
        _number++;
        while (true)
        {
            int end = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            _start = end >= 0 ? _start + end + 1 : _end;
            if (end >= 0 || !Fill())
                return new RecordLine(ReadOnlyMemory<byte>.Empty, _number, IsTooLong: true);
        }
    }

    private bool Fill()
    {
        if (_hasEnded)
            return false;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, _buffer.Length * 2L));
        int read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        _hasEnded = read == 0;
        return read > 0;
    }
}
