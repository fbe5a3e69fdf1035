using System.Globalization;
using ArticleClean.Writing;

namespace ArticleClean.Scoring;

/// <summary>A word by the hash of its lower case, and where it stands; half-open, in UTF-16 units.</summary>
internal readonly record struct ScoredWord(ulong Hash, int Start, int End);

/// <summary>The words of a text as the measures count them.</summary>
internal static class ScoredWords
{
    private const ulong Seed = 14695981039346656037UL;
    private const ulong Step = 1099511628211UL;

    /// <summary>Hashes of the runs of letters, numbers and low lines, case kept: what <c>\w+</c> finds in Python, where marks end a word.</summary>
    public static List<ulong> Runs(string text)
    {
        List<ulong> words = [];
        ulong hash = Seed;
        bool isInside = false;
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = IsPair(text, i);
            if (IsPart(text, i))
            {
                hash = Hash(hash, text[i]);
                if (isPair)
                    hash = Hash(hash, text[i + 1]);
                isInside = true;
            }
            else if (isInside)
            {
                words.Add(hash);
                (hash, isInside) = (Seed, false);
            }

            i += isPair ? 1 : 0;
        }

        if (isInside)
            words.Add(hash);
        return words;
    }

    /// <summary>The words in lower case; soft hyphens and zero-width characters do not count, characters of scripts without blanks count one by one.</summary>
    public static List<ScoredWord> Units(string text)
    {
        List<ScoredWord> words = [];
        ulong hash = Seed;
        int start = -1;
        for (int i = 0; i < text.Length; i++)
        {
            int at = i;
            bool isPair = IsPair(text, i);
            bool isPart = IsPart(text, i);
            i += isPair ? 1 : 0;
            if (CharUnicodeInfo.GetUnicodeCategory(text[at]) == UnicodeCategory.Format)
                continue;
            bool isAlone = isPart && UnspacedScript.IsLetter(text[at]);
            if (start >= 0 && (!isPart || isAlone))
            {
                words.Add(new ScoredWord(hash, start, at));
                (hash, start) = (Seed, -1);
            }

            if (isAlone)
            {
                words.Add(new ScoredWord(Hash(Seed, text[at]), at, at + 1));
            }
            else if (isPart)
            {
                start = start < 0 ? at : start;
                hash = isPair ? Hash(Hash(hash, text[at]), text[at + 1]) : Hash(hash, char.ToLowerInvariant(text[at]));
            }
        }

        if (start >= 0)
            words.Add(new ScoredWord(hash, start, text.Length));
        return words;
    }

    private static ulong Hash(ulong hash, char c) => (hash ^ c) * Step;

    private static bool IsPair(string text, int i) =>
        char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);

    private static bool IsPart(string text, int i) =>
        text[i] == '_' || CharUnicodeInfo.GetUnicodeCategory(text, i) is <= UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
}
