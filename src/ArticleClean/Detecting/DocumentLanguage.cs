using System.Numerics;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting;

/// <summary>Tells a document's language by its function words, or by its script where that settles it.</summary>
internal static class DocumentLanguage
{
    /// <summary>The first words of a document speak the language of the rest.</summary>
    private const int ScannedTokens = 4000;

    /// <summary>One word in seven at least: running text has two to four in ten, text of a near language less than one.</summary>
    private const int WordsAHit = 7;

    private const int FewestHits = 4;

    /// <summary>One character in ten: a foreign name in a text is less.</summary>
    private const int CharactersAHit = 10;

    /// <summary>Latin letters end before it, and nothing of a script that settles a language.</summary>
    private const char FirstOtherScript = '\u0370';

    /// <summary>The ISO 639-1 code of the language; what the page declares when its words do not tell, else null.</summary>
    public static string? Of(Segmented document, RuleSet rules)
    {
        Span<int> hits = stackalloc int[32];
        int words = 0, kana = 0, han = 0, hangul = 0, thai = 0, greek = 0, hebrew = 0, bengali = 0;
        int scanned = Math.Min(document.Tokens.Count, ScannedTokens);
        for (int i = 0; i < scanned; i++)
        {
            ref readonly Token token = ref document.Tokens[i];
            if (token.Kind != TokenKind.Word)
                continue;
            words++;
            char first = document.Document.Text[token.Start];
            switch (first < FirstOtherScript ? '\0' : first)
            {
                case >= '\u3041' and <= '\u30FF': kana++; break;
                case >= '\u4E00' and <= '\u9FFF': han++; break;
                case >= '\uAC00' and <= '\uD7A3': hangul++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case >= '\u0980' and <= '\u09FF': bengali++; break;
                case >= '\u0E00' and <= '\u0E7F': thai++; break;
            }

            for (uint languages = (uint)rules.Lexicon.Symbols[token.Symbol].StopOf; languages != 0; languages &= languages - 1)
                hits[BitOperations.TrailingZeroCount(languages)]++;
        }

        if (kana * CharactersAHit > words)
            return "ja";
        if (han * 2 > words)
            return "zh";
        if (hangul * 2 > words)
            return "ko";
        if (thai * 2 > words)
            return "th";
        if (greek * 2 > words)
            return "el";
        if (hebrew * 2 > words)
            return "he";
        if (bengali * 2 > words)
            return "bn";
        int best = 0;
        for (int i = 1; i < rules.Languages.Length; i++)
        {
            if (hits[i] > hits[best])
                best = i;
        }

        bool isClear = hits[best] >= FewestHits && hits[best] * WordsAHit >= words;
        return isClear ? rules.Languages[best] : Declared(document);
    }

    private static string? Declared(Segmented document)
    {
        string? tag = document.Document.Html?.Declared.Language?.Trim();
        int end = tag?.AsSpan().IndexOfAny('-', '_') ?? -1;
        string? code = end < 0 ? tag : tag![..end];
        const int CodeLength = 2;
        return code?.Length == CodeLength && code.All(char.IsAsciiLetter) ? code.ToLowerInvariant() : null;
    }
}
