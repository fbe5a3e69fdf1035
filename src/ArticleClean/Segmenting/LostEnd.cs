namespace ArticleClean.Segmenting;

/// <summary>
/// Sentences that begin after something without an end: where a page's lines were joined, "Share article The council
/// said" holds two of them, and only the second one's first words say so.
/// </summary>
internal static class LostEnd
{
    /// <summary>The longest function word is not longer.</summary>
    private const int MaxFunctionWord = 11;

    /// <summary>Names that may stand between a function word and the small letters that prove a sentence.</summary>
    private const int MaxNames = 4;

    /// <summary>Titles have short words in small letters ("of the"); a sentence soon has a longer one.</summary>
    private const int MinProseWord = 5;

    /// <summary>A bracket with a credit in it is not longer.</summary>
    private const int MaxCredit = 120;

    /// <summary>Whether a new sentence begins at the capital letter <paramref name="at"/>; <paramref name="cut"/> is its first character, which may be a quotation mark.</summary>
    public static bool Before(ReadOnlySpan<char> text, int first, int at, int end, out int cut)
    {
        cut = at;
        if (at - 2 < first)
            return false;
        char before = text[at - 1];
        if (before is '“' or '"' or '„' or '«' or '‘' && at - 3 >= first && text[at - 2] is ' ' or '\u00A0')
        {
            cut = at - 1;
            return AfterNoProse(text, first, cut - 2) && HasTwoSmallWords(text, WordEnd(text, at, end), end, 0);
        }

        if (before is not (' ' or '\u00A0'))
            return false;
        if (text[at - 2] == ')')
            return AfterCredit(text, first, at - 2);
        if (!EndsPhrase(text[at - 2]))
            return false;
        int word = WordEnd(text, at, end);
        if (word - at is < 2 or > MaxFunctionWord || !FunctionWords.Opens(text[at..word]))
            return false;
        return HasTwoSmallWords(text, word, end, 0) || AfterNoProse(text, first, at - 2) && HasTwoSmallWords(text, word, end, MaxNames);
    }

    private static bool EndsPhrase(char c) => char.IsLetterOrDigit(c) || c is ']' or '”' or '"' or '%' or '»';

    /// <summary>"(Photo: A. Holm / Agency) The": a colon or a slash in the bracket, and not only capitals ("NYSE: AB").</summary>
    private static bool AfterCredit(ReadOnlySpan<char> text, int first, int close)
    {
        ReadOnlySpan<char> before = text[Math.Max(first, close - MaxCredit)..close];
        int open = before.LastIndexOf('(');
        if (open < 0)
            return false;
        ReadOnlySpan<char> inside = before[(open + 1)..];
        return inside.ContainsAny(':', '/') && inside.ContainsAnyInRange('a', 'z');
    }

    /// <summary>Whether the word that ends at <paramref name="last"/> is a name or no word: prose does not end in it.</summary>
    private static bool AfterNoProse(ReadOnlySpan<char> text, int first, int last)
    {
        if (!char.IsLetter(text[last]))
            return EndsPhrase(text[last]) || text[last] == ')';
        int start = last;
        while (start > first && Marks.IsLetter(text[start - 1]))
            start--;
        return char.IsUpper(text[start]) && !FunctionWords.Contains(text[start..(last + 1)]);
    }

    private static bool HasTwoSmallWords(ReadOnlySpan<char> text, int at, int end, int names)
    {
        for (; names >= 0; names--)
        {
            int second = NextSmall(text, at, end);
            int third = second > 0 ? NextSmall(text, second, end) : 0;
            if (third > 0)
                return names == MaxNames || second - at > MinProseWord || third - second > MinProseWord;
            if (second > 0 && second - at <= MinProseWord)
                return false;
            at = NextWord(text, at, end);
            if (at == 0)
                return false;
        }

        return false;
    }

    /// <summary>The end of the word, number or name after one blank, and of a comma after it; 0 when something else follows.</summary>
    private static int NextWord(ReadOnlySpan<char> text, int at, int end)
    {
        if (at + 1 >= end || text[at] != ' ' || !char.IsLetterOrDigit(text[at + 1]))
            return 0;
        at++;
        while (at < end && (Marks.IsLetter(text[at]) || char.IsDigit(text[at]) || text[at] is '\'' or '’' or '-'))
            at++;
        return at < end && text[at] == ',' ? at + 1 : at;
    }

    /// <summary>The end of the word with a small letter after one blank, 0 when something else follows.</summary>
    private static int NextSmall(ReadOnlySpan<char> text, int at, int end)
    {
        if (at + 1 >= end || text[at] != ' ' || !char.IsLower(text[at + 1]))
            return 0;
        return WordEnd(text, at + 1, end);
    }

    private static int WordEnd(ReadOnlySpan<char> text, int at, int end)
    {
        while (at < end && (Marks.IsLetter(text[at]) || text[at] is '\'' or '’'))
            at++;
        return at;
    }
}
