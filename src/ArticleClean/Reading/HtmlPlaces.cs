using System.Buffers;
using System.Text;

namespace ArticleClean.Reading;

/// <summary>Finds the bytes, lines and columns of start tags in one pass over the decoded source.</summary>
internal sealed class HtmlPlaces(SourceText source, string text)
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\r\n");

    private int _index;
    private int _undecodable;
    private int _line = 1;
    private int _column = 1;
    private long _byte = source.BomLength;

    /// <summary>The place of what has no tag around it.</summary>
    public static SourcePlace FileStart => new(0, 0, 1, 1);

    /// <summary>The places of the elements' start tags, in the order of the elements; that of one without a tag is without meaning.</summary>
    public SourcePlace[] Find(IReadOnlyList<HtmlTreeElement> elements)
    {
        int[] starts = new int[elements.Count];
        int[] order = new int[elements.Count];
        for (int i = 0; i < order.Length; i++)
        {
            starts[i] = elements[i].Start;
            order[i] = i;
        }

        // Misnested markup moves elements away from the order of the source.
        Array.Sort(starts, order);
        SourcePlace[] places = new SourcePlace[order.Length];
        foreach (int i in order)
        {
            if (elements[i].Start < 0)
                continue;
            if (elements[i].Start > _index)
                Advance(elements[i].Start);
            (long start, int line, int column) = (_byte, _line, _column);
            Advance(elements[i].End);
            places[i] = new SourcePlace((int)start, (int)_byte, line, column);
        }

        return places;
    }

    private void Advance(int index)
    {
        ReadOnlySpan<char> passed = text.AsSpan(_index, index - _index);
        _byte += BytesOf(passed);
        for (int end = passed.IndexOfAny(LineEnds); end >= 0; end = passed.IndexOfAny(LineEnds))
        {
            int length = passed[end..].StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1;
            _line++;
            _column = 1;
            _index += end + length;
            passed = passed[(end + length)..];
        }

        foreach (char c in passed)
            _column += char.IsLowSurrogate(c) ? 0 : 1;
        _index = index;
    }

    private long BytesOf(ReadOnlySpan<char> passed) => source.Encoding switch
    {
        SourceEncoding.Utf8 => Encoding.UTF8.GetByteCount(passed) - (2 * UndecodableBefore(_index + passed.Length)),
        SourceEncoding.Windows1252 => passed.Length,
        SourceEncoding.Utf16LittleEndian or SourceEncoding.Utf16BigEndian => 2L * passed.Length,
        _ => Encoding.GetEncoding(source.EncodingName).GetByteCount(passed),
    };

    /// <summary>Undecodable bytes from where it was asked last: each stands in the text as U+FFFD, which has three bytes in UTF-8.</summary>
    private int UndecodableBefore(int index)
    {
        int first = _undecodable;
        while (_undecodable < source.Undecodable.Length && source.Undecodable[_undecodable] < index)
            _undecodable++;
        return _undecodable - first;
    }
}
