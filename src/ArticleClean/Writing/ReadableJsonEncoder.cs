using System.Text.Encodings.Web;

namespace ArticleClean.Writing;

/// <summary>
/// Escapes what JSON must escape and what does not print; the framework's relaxed encoder also escapes every character
/// outside the basic plane, which makes emoji unreadable. A lone surrogate is written as U+FFFD.
/// </summary>
internal sealed class ReadableJsonEncoder : JavaScriptEncoder
{
    public static readonly ReadableJsonEncoder Instance = new();

    private ReadableJsonEncoder() { }

    public override int MaxOutputCharactersPerInputCharacter => UnsafeRelaxedJsonEscaping.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar < FirstAstral ? UnsafeRelaxedJsonEscaping.WillEncode(unicodeScalar) : IsUnprintable(unicodeScalar);

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        ReadOnlySpan<char> units = new(text, textLength);
        for (int i = 0; i < units.Length; i++)
        {
            int found = UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncode(text + i, textLength - i);
            if (found < 0)
                return -1;
            i += found;
            bool isPair = char.IsHighSurrogate(units[i]) && i + 1 < units.Length && char.IsLowSurrogate(units[i + 1]);
            if (!isPair || WillEncode(char.ConvertToUtf32(units[i], units[i + 1])))
                return i;
            i++;
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        UnsafeRelaxedJsonEscaping.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    private const int FirstAstral = 0x10000;

    /// <summary>Tags, variation selectors, private use and non-characters show nothing.</summary>
    private static bool IsUnprintable(int unicodeScalar) => unicodeScalar >= 0xE0000;
}
