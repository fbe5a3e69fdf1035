using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;

namespace ArticleClean.Reading;

/// <summary>A source with the text that it decodes to, without BOM.</summary>
internal readonly record struct DecodedText(SourceText Source, string Text);

/// <summary>Bytes to text in a known encoding; never fails, and lists what does not decode.</summary>
internal static class TextDecoder
{
    private const char Replacement = '\uFFFD';

    /// <summary>Decodes all bytes after the BOM.</summary>
    public static DecodedText Decode(ReadOnlyMemory<byte> bytes, SourceCodec codec, int bomLength)
    {
        List<int> undecodable = [];
        ReadOnlySpan<byte> content = bytes.Span[bomLength..];
        int[]? unitOffsets = null;
        string text = codec.Kind switch
        {
            SourceEncoding.Utf8 => DecodeUtf8(content, undecodable),
            SourceEncoding.Windows1252 => Windows1252.Decode(content),
            SourceEncoding.Named => DecodeNamed(content, bomLength, codec.Encoding!, undecodable, out unitOffsets),
            _ => DecodeUtf16(content, codec.Kind == SourceEncoding.Utf16BigEndian, undecodable),
        };
        return new DecodedText(
            new SourceText(bytes, codec.Kind, codec.Name, bomLength, undecodable.Count == 0 ? [] : [.. undecodable]) { UnitOffsets = unitOffsets }, text);
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, List<int> undecodable)
    {
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        char[] units = ArrayPool<char>.Shared.Rent(bytes.Length);
        int length = 0;
        while (true)
        {
            OperationStatus status = Utf8.ToUtf16(bytes, units.AsSpan(length), out int read, out int written, replaceInvalidSequences: false);
            length += written;
            if (status == OperationStatus.Done)
                break;
            Rune.DecodeFromUtf8(bytes[read..], out _, out int bad);
            for (int i = 0; i < bad; i++)
            {
                undecodable.Add(length);
                units[length++] = Replacement;
            }

            bytes = bytes[(read + bad)..];
        }

        string text = new(units, 0, length);
        ArrayPool<char>.Shared.Return(units);
        return text;
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, bool bigEndian, List<int> undecodable)
    {
        int whole = bytes.Length / sizeof(char);
        char[] units = new char[whole + (bytes.Length % sizeof(char))];
        for (int i = 0; i < whole; i++)
        {
            int first = bytes[i * sizeof(char)], second = bytes[(i * sizeof(char)) + 1];
            units[i] = (char)(bigEndian ? (first << 8) | second : (second << 8) | first);
        }

        for (int i = 0; i < whole; i++)
        {
            int surrogate = units.AsSpan(i, whole - i).IndexOfAnyInRange('\uD800', '\uDFFF');
            if (surrogate < 0)
                break;
            i += surrogate;
            if (char.IsHighSurrogate(units[i]) && i + 1 < whole && char.IsLowSurrogate(units[i + 1]))
            {
                i++;
                continue;
            }

            units[i] = Replacement;
            undecodable.Add(i);
        }

        if (whole < units.Length)
        {
            units[whole] = Replacement;
            undecodable.Add(whole);
        }

        return new string(units);
    }

    /// <summary>Feeds .NET's decoder byte by byte: it does not say where a character began, and only so the map to bytes is right for every encoding.</summary>
    private static string DecodeNamed(
        ReadOnlySpan<byte> bytes, int bomLength, Encoding encoding, List<int> undecodable, out int[] unitOffsets)
    {
        const int MostUnitsAByte = 16;
        Decoder decoder = encoding.GetDecoder();
        StringBuilder text = new(bytes.Length);
        List<int> offsets = new(bytes.Length + 1);
        Span<char> units = stackalloc char[MostUnitsAByte];
        int start = 0;
        for (int i = 0; i < bytes.Length; i++)
        {
            int count = decoder.GetChars(bytes.Slice(i, 1), units, flush: i == bytes.Length - 1);
            for (int k = 0; k < count; k++)
            {
                // A lead byte without its trail gives U+FFFD together with the next character, which begins at its own byte.
                bool isOwnByte = k > 0 && k == count - 1 && units[k] == (char)bytes[i];
                if (units[k] == Replacement)
                    undecodable.Add(text.Length);
                offsets.Add(bomLength + (isOwnByte ? i : start));
                text.Append(units[k]);
            }

            if (count > 0)
                start = i + 1;
        }

        offsets.Add(bomLength + bytes.Length);
        unitOffsets = [.. offsets];
        return text.ToString();
    }
}
