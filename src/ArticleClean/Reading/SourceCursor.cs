using System.Text;

namespace ArticleClean.Reading;

/// <summary>
/// Text offsets to byte offsets, lines and columns. Made to move forward: a step costs the units that it passes, by
/// vector code; a step back starts again from the head. Not thread-safe.
/// </summary>
internal sealed class SourceCursor
{
    private const int Utf8LengthOfReplacement = 3;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly bool _isOneByteAUnit;
    private int _unit;
    private int _byte;
    private int _undecodable;
    private int _line = 1;
    private int _lineScan;
    private int _column = 1;
    private int _columnScan;

    public SourceCursor(SourceText source, string text)
    {
        _source = source;
        _text = text;
        _byte = source.BomLength;
        _isOneByteAUnit = source.Encoding == SourceEncoding.Windows1252
            || (source.Encoding == SourceEncoding.Utf8 && text.Length == source.Bytes.Length - source.BomLength);
    }

    /// <summary>Byte offset in the source, BOM counted, of a text offset; the end of the text maps to the end of the bytes.</summary>
    public int ByteAt(int offset)
    {
        if (_isOneByteAUnit)
            return _source.BomLength + offset;
        return _source.Encoding switch
        {
            SourceEncoding.Utf8 => Utf8ByteAt(offset),
            SourceEncoding.Named => _source.UnitOffsets![offset],
            _ => Math.Min(_source.BomLength + (sizeof(char) * offset), _source.Bytes.Length),
        };
    }

    /// <summary>1-based line and column of a text offset, the column in code points; a line ends at LF, CR LF or CR and nothing else.</summary>
    public (int Line, int Column) PositionAt(int offset)
    {
        if (offset < _columnScan)
        {
            _line = _column = 1;
            _lineScan = _columnScan = 0;
        }

        while (_lineScan < offset)
        {
            int found = _text.AsSpan(_lineScan, offset - _lineScan).IndexOfAny('\r', '\n');
            if (found < 0)
            {
                _lineScan = offset;
                break;
            }

            int next = _lineScan + found + 1;
            if (_text[next - 1] == '\r' && next < _text.Length && _text[next] == '\n')
                next++;
            if (next > offset)
            {
                _lineScan = offset - 1;
                break;
            }

            _line++;
            _column = 1;
            _lineScan = _columnScan = next;
        }

        if (_columnScan < offset)
        {
            _column += CodePointsIn(_text.AsSpan(_columnScan, offset - _columnScan));
            _columnScan = offset;
        }

        return (_line, _column);
    }

    private static int CodePointsIn(ReadOnlySpan<char> units)
    {
        int count = 0;
        foreach (char c in units)
            count += char.IsLowSurrogate(c) ? 0 : 1;
        return count;
    }

    private int Utf8ByteAt(int offset)
    {
        if (offset < _unit)
        {
            _unit = _undecodable = 0;
            _byte = _source.BomLength;
        }

        // Between the halves of a pair there is no byte offset; the pair's own stands for it.
        if (offset < _text.Length && offset > _unit && char.IsLowSurrogate(_text[offset]))
            offset--;
        _byte += Encoding.UTF8.GetByteCount(_text.AsSpan(_unit, offset - _unit));
        while (_undecodable < _source.Undecodable.Length && _source.Undecodable[_undecodable] < offset)
        {
            _undecodable++;
            _byte -= Utf8LengthOfReplacement - 1;
        }

        _unit = offset;
        return _byte;
    }
}
