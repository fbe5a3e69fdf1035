using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ArticleClean.Writing;

/// <summary>Counts words: runs of letters, digits and the marks on them; characters of scripts without blanks one by one.</summary>
internal static class WordCounter
{
    public static int Count(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool isInside = false;
        int next = 0; // where the next block is tried; those before it hold other than ASCII
        for (int i = 0; i < text.Length; i++)
        {
            while (i >= next && i + Vector128<ushort>.Count <= text.Length)
            {
                next = i + Vector128<ushort>.Count;
                if (!TryAscii(text[i..next], out uint parts))
                    break;
                words += BitOperations.PopCount(parts & ~((parts << 1) | (isInside ? 1u : 0u)));
                isInside = parts >> (Vector128<ushort>.Count - 1) != 0;
                i = next;
            }

            if (i == text.Length)
                break;
            char c = text[i];
            if (char.IsAscii(c))
            {
                bool isPart = char.IsAsciiLetterOrDigit(c);
                if (isPart && !isInside)
                    words++;
                isInside = isPart;
                continue;
            }

            bool isPair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            int scalar = isPair ? char.ConvertToUtf32(c, text[++i]) : c;
            UnicodeCategory category = CharUnicodeInfo.GetUnicodeCategory(scalar);
            bool isMark = category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
            bool isLetter = category is <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber;
            const int FirstIdeographicPlane = 0x20000;
            if (isLetter && (isPair ? scalar >= FirstIdeographicPlane : UnspacedScript.IsLetter(c)))
            {
                words++;
                isInside = false;
                continue;
            }

            if (isLetter && !isInside)
                words++;
            isInside = isLetter || (isMark && isInside);
        }

        return words;
    }

    /// <summary>A bit for each character of a block that is a letter or a digit; false where the block holds other than ASCII.</summary>
    private static bool TryAscii(ReadOnlySpan<char> block, out uint parts)
    {
        Vector128<ushort> characters = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(MemoryMarshal.Cast<char, ushort>(block)));
        Vector128<ushort> letters = (characters | Vector128.Create((ushort)0x20)) - Vector128.Create((ushort)'a');
        Vector128<ushort> digits = characters - Vector128.Create((ushort)'0');
        parts = (Vector128.LessThanOrEqual(letters, Vector128.Create((ushort)('z' - 'a')))
            | Vector128.LessThanOrEqual(digits, Vector128.Create((ushort)9))).ExtractMostSignificantBits();
        return (characters & Vector128.Create((ushort)0xFF80)) == Vector128<ushort>.Zero;
    }
}
