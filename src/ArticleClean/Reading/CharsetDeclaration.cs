using System.Buffers;
using System.Text;

namespace ArticleClean.Reading;

/// <summary>The character set that a page declares in a meta element or an XML declaration.</summary>
internal static class CharsetDeclaration
{
    /// <summary>Browsers look at 1,024 bytes; pages that load scripts first declare it later, and nothing is lost by looking on.</summary>
    private const int ScannedBytes = 64 * 1024;

    private static readonly SearchValues<char> LabelEnds = SearchValues.Create(" \t\r\n\"';/>");

    /// <summary>The codec of the first declaration that names a known one; null when there is none. A declared UTF-16 means UTF-8, as in browsers.</summary>
    public static SourceCodec? Find(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<char> head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, ScannedBytes)]);
        if (head.TrimStart().StartsWith("<?xml", StringComparison.OrdinalIgnoreCase)
            && ValueAfter(Until(head.TrimStart(), '>'), "encoding") is { } declared)
            return declared;
        while (true)
        {
            int tag = head.IndexOf('<');
            if (tag < 0)
                return null;
            head = head[tag..];
            if (head.StartsWith("<!--", StringComparison.Ordinal))
            {
                int end = head[4..].IndexOf("-->", StringComparison.Ordinal);
                if (end < 0)
                    return null;
                head = head[(4 + end)..];
                continue;
            }

            if (head.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) && ValueAfter(Until(head, '>'), "charset") is { } found)
                return found;
            head = head[1..];
        }
    }

    private static ReadOnlySpan<char> Until(ReadOnlySpan<char> text, char end)
    {
        int found = text.IndexOf(end);
        return found < 0 ? text : text[..found];
    }

    private static SourceCodec? ValueAfter(ReadOnlySpan<char> tag, string name)
    {
        while (true)
        {
            int found = tag.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return null;
            tag = tag[(found + name.Length)..].TrimStart();
            if (tag.IsEmpty || tag[0] != '=')
                continue;
            ReadOnlySpan<char> value = tag[1..].TrimStart().TrimStart("\"'").TrimStart();
            int end = value.IndexOfAny(LabelEnds);
            string label = (end < 0 ? value : value[..end]).ToString();
            SourceCodec? codec = label.Length == 0 ? null : SourceCodec.Find(label);
            return codec?.Kind is SourceEncoding.Utf16LittleEndian or SourceEncoding.Utf16BigEndian ? SourceCodec.Utf8 : codec;
        }
    }
}
