namespace ArticleClean.Reading;

/// <summary>
/// Windows-1252 as the WHATWG encoding standard has it: the five bytes without a character are the C1 controls of the
/// same number, so every byte decodes and encodes back.
/// </summary>
internal static class Windows1252
{
    private const int TableStart = 0x80;
    private const int TableEnd = 0xA0;

    /// <summary>What the bytes 80 to 9F stand for.</summary>
    private const string Table =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<byte> bytes) => string.Create(bytes.Length, bytes, static (text, source) =>
    {
        System.Text.Encoding.Latin1.GetChars(source, text);
        for (Span<char> rest = text; ;)
        {
            int found = rest.IndexOfAnyInRange((char)TableStart, (char)(TableEnd - 1));
            if (found < 0)
                return;
            rest[found] = Table[rest[found] - TableStart];
            rest = rest[(found + 1)..];
        }
    });

    /// <summary>The bytes of a text, null when a character has none.</summary>
    public static byte[]? Encode(string text)
    {
        byte[] bytes = new byte[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is < (char)TableStart or (>= (char)TableEnd and <= '\u00FF'))
            {
                bytes[i] = (byte)c;
                continue;
            }

            int index = Table.IndexOf(c, StringComparison.Ordinal);
            if (index < 0)
                return null;
            bytes[i] = (byte)(TableStart + index);
        }

        return bytes;
    }
}
