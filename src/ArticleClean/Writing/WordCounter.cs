using System.Globalization;

namespace ArticleClean.Writing;

/// <summary>Counts words: runs of letters, digits and the marks on them; characters of scripts without blanks one by one.</summary>
internal static class WordCounter
{
    public static int Count(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool isInside = false;
        for (int i = 0; i < text.Length; i++)
        {
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
}
