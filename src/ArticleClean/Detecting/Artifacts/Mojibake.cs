using System.Buffers;
using System.Text;

namespace ArticleClean.Detecting.Artifacts;

/// <summary>
/// UTF-8 that was read as Windows-1252, once or twice ("â€™" for "’"). Repaired only where nothing else is likely: a
/// capital with an accent before a closing quotation mark ("SPAß”") is such a sequence by its bytes, and is not touched.
/// </summary>
internal static class Mojibake
{
    /// <summary>First bytes of UTF-8 sequences, as Windows-1252 shows them.</summary>
    public const string Leads = "ÂÃâÄÅÆÎÏÐÑÒØÙÚ×ðàáãäåæçéêë";

    /// <summary>Windows-1252 at 0x80 to 0x9F; 0 where it has no character (those bytes come out as control characters).</summary>
    private const string High = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>So many sequences in a row are no accident.</summary>
    private const int CertainSequences = 3;

    private const int MaxRun = 4096;

    /// <summary>Second characters that also close or separate words in real text.</summary>
    private static readonly SearchValues<char> Ambiguous = SearchValues.Create("‚„…‹‘’“”•–—›»");

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The length of the garbled run that the text begins with and what it should read; 0 when there is no certain one.</summary>
    public static int Length(ReadOnlySpan<char> text, out string repaired)
    {
        if (text.Length < 2 || text[1] < 0x80)
        {
            repaired = "";
            return 0;
        }

        int length = Decode(text, out repaired, out int sequences);
        if (length == 0 || !IsCertain(text[..length], sequences))
        {
            repaired = "";
            return 0;
        }

        while (Decode(repaired, out string again, out _) == repaired.Length && again.Length > 0)
            repaired = again;
        return length;
    }

    private static bool IsCertain(ReadOnlySpan<char> run, int sequences)
    {
        if (sequences >= CertainSequences || run.StartsWith("â€", StringComparison.Ordinal) || run.StartsWith("Ã¢â‚¬", StringComparison.Ordinal) || run.StartsWith("Ãƒ", StringComparison.Ordinal))
            return true;
        return run[0] is 'Ã' or 'Â' && run.Length >= 2 && !Ambiguous.Contains(run[1]) && (run[0] == 'Ã' || run[1] is '\u00A0' or '°' or '£' or '©' or '®' or '´' or '½' or '·' or '²' or '³');
    }

    /// <summary>Decodes the longest run of whole sequences at the start.</summary>
    private static int Decode(ReadOnlySpan<char> text, out string decoded, out int sequences)
    {
        decoded = "";
        sequences = 0;
        int limit = Math.Min(text.Length, MaxRun);
        byte[] bytes = new byte[Math.Min(limit, 64)];
        int count = 0;
        while (count < limit)
        {
            int size = SequenceLength(text[count..limit], bytes.AsSpan(0), count, ref bytes);
            if (size == 0)
                break;
            count += size;
            sequences++;
        }

        if (count == 0)
            return 0;
        decoded = Strict.GetString(bytes, 0, count);
        return decoded.Contains('\uFFFD', StringComparison.Ordinal) ? 0 : count;
    }

    /// <summary>Length of the well-formed UTF-8 sequence that the characters stand for, written to <paramref name="bytes"/> at <paramref name="offset"/>; 0 when there is none.</summary>
    private static int SequenceLength(ReadOnlySpan<char> text, Span<byte> sequence, int offset, ref byte[] bytes)
    {
        int lead = ByteOf(text[0]);
        int size = lead switch { >= 0xC2 and <= 0xDF => 2, >= 0xE0 and <= 0xEF => 3, >= 0xF0 and <= 0xF4 => 4, _ => 0 };
        if (size == 0 || text.Length < size || (lead == 0xC2 && ByteOf(text[1]) < 0xA0))
            return 0; // no text holds the control characters of Latin-1
        if (offset + size > bytes.Length)
        {
            Array.Resize(ref bytes, bytes.Length * 2);
            sequence = bytes;
        }

        for (int i = 0; i < size; i++)
        {
            int value = ByteOf(text[i]);
            if (value < 0 || (i > 0 && value is < 0x80 or > 0xBF))
                return 0;
            sequence[offset + i] = (byte)value;
        }

        return Rune.DecodeFromUtf8(bytes.AsSpan(offset, size), out _, out int consumed) == OperationStatus.Done && consumed == size ? size : 0;
    }

    /// <summary>The byte that Windows-1252 shows as a character, -1 when there is none.</summary>
    private static int ByteOf(char c)
    {
        if (c < 0x80 || c is >= '\u00A0' and <= 'ÿ')
            return c;
        int high = High.IndexOf(c);
        return high < 0 ? -1 : 0x80 + high;
    }
}
