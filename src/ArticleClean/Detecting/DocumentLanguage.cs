using System.Buffers;
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
        return isClear ? rules.Languages[best] : Declared(document) ?? Likely(document, rules, hits[..rules.Languages.Length], scanned, words);
    }

    /// <summary>Where function words are few, as in languages of long words and in lists: the one language that they and its own letters speak for.</summary>
    private static string? Likely(Segmented document, RuleSet rules, Span<int> hits, int scanned, int words)
    {
        for (int i = 0; i < scanned; i++)
        {
            ref readonly Token token = ref document.Tokens[i];
            int own = token.Kind == TokenKind.Word ? document.Document.Text.AsSpan(token.Start, token.Length).IndexOfAny(OwnLetters) : -1;
            if (own < 0)
                continue;
            char letter = document.Document.Text[token.Start + own];
            string code = Array.Find(LettersOf, pair => pair.Letters.Contains(letter, StringComparison.Ordinal)).Language;
            int language = Array.IndexOf(rules.Languages, code);
            if (language >= 0)
                hits[language]++;
        }

        int best = 0, next = 1;
        for (int i = 1; i < hits.Length; i++)
        {
            if (hits[i] > hits[best])
                (best, next) = (i, best);
            else if (hits[i] > hits[next] || next == best)
                next = i;
        }

        return hits.Length > 1 && hits[best] >= FewestHits && hits[best] * LikelyWordsAHit >= words && hits[best] >= LikelyTimes * hits[next] ? rules.Languages[best] : null;
    }

    /// <summary>One word in fourteen, where no other language has half as many.</summary>
    private const int LikelyWordsAHit = 14;

    /// <inheritdoc cref="LikelyWordsAHit"/>
    private const int LikelyTimes = 2;

    /// <summary>Letters that one of the languages has and no other of them.</summary>
    private static readonly (string Language, string Letters)[] LettersOf =
        [("tr", "ığİ"), ("hu", "őű"), ("pl", "łąęźż"), ("cs", "řěů"), ("ro", "țș"), ("uk", "їєґ"), ("ru", "ыэъ"), ("vi", "ơưạảấầẩậắằặẹẻếềểệịọốồổộớờởợụủứừửựỳỵ"), ("de", "ß"), ("es", "ñ"), ("pt", "ãõ")];

    private static readonly SearchValues<char> OwnLetters = SearchValues.Create(string.Concat(LettersOf.Select(pair => pair.Letters)));

    private static string? Declared(Segmented document)
    {
        string? tag = document.Document.Html?.Declared.Language?.Trim();
        int end = tag?.AsSpan().IndexOfAny('-', '_') ?? -1;
        string? code = end < 0 ? tag : tag![..end];
        const int CodeLength = 2;
        return code?.Length == CodeLength && code.All(char.IsAsciiLetter) ? code.ToLowerInvariant() : null;
    }
}
