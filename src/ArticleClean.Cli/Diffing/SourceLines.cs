namespace ArticleClean.Cli.Diffing;

/// <summary>Bytes cut into lines, each with its LF; the last one may have none.</summary>
internal sealed class SourceLines
{
    private readonly List<int> _starts = [];

    public SourceLines(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        for (int start = 0; start < bytes.Length;)
        {
            _starts.Add(start);
            int end = bytes.Span[start..].IndexOf((byte)'\n');
            start = end < 0 ? bytes.Length : start + end + 1;
        }
    }

    public ReadOnlyMemory<byte> Bytes { get; }

    public int Count => _starts.Count;

    /// <summary>Where a line starts; behind the last one, the end.</summary>
    public int Start(int line) => line < _starts.Count ? _starts[line] : Bytes.Length;

    public ReadOnlyMemory<byte> Line(int line) => Bytes[Start(line)..Start(line + 1)];

    /// <summary>The line that a byte is in; <see cref="Count"/> for the place behind a last line that has an end.</summary>
    public int LineAt(int offset)
    {
        if (offset >= Bytes.Length)
            return Bytes.Span.EndsWith("\n"u8) || Count == 0 ? Count : Count - 1;
        int found = _starts.BinarySearch(offset);
        return found >= 0 ? found : ~found - 1;
    }
}
