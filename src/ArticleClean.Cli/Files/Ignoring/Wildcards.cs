namespace ArticleClean.Cli.Files.Ignoring;

/// <summary>Matches one name against a pattern with <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a-z]</c>, <c>[[:alpha:]]</c> and backslashes, as POSIX's fnmatch does.</summary>
internal static class Wildcards
{
    /// <summary>Matches one character against the head of a pattern that is no star.</summary>
    /// <param name="length">Characters of the pattern that the match takes.</param>
    public delegate bool OneMatch(ReadOnlySpan<char> pattern, char c, out int length);

    /// <summary>Whether the whole name matches.</summary>
    public static bool Match(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name) => Match(pattern, name, MatchOne);

    /// <summary>Whether the whole name matches, where the caller says what but stars stands for a character. One star is remembered at a time and widened on a mismatch: never exponential.</summary>
    public static bool Match(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name, OneMatch matchOne)
    {
        int p = 0, n = 0, star = -1, starName = 0;
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                starName = n;
            }
            else if (p < pattern.Length && matchOne(pattern[p..], name[n], out int length))
            {
                p += length;
                n++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                n = ++starName;
            }
            else
            {
                return false;
            }
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }

    private static bool MatchOne(ReadOnlySpan<char> pattern, char c, out int length)
    {
        length = 1;
        switch (pattern[0])
        {
            case '?':
                return true;
            case '\\' when pattern.Length > 1:
                length = 2;
                return pattern[1] == c;
            case '[':
                int close = CloseOf(pattern);
                // What is opened and never closed matches nothing.
                if (close < 0)
                    return false;
                length = close + 1;
                return InSet(pattern[1..close], c);
            default:
                return pattern[0] == c;
        }
    }

    /// <summary>The index of the bracket that closes the set at the beginning, -1 for none.</summary>
    private static int CloseOf(ReadOnlySpan<char> pattern)
    {
        int i = 1;
        if (i < pattern.Length && pattern[i] is '!' or '^')
            i++;
        // A bracket right at the begin is one of the set.
        for (int first = i; i < pattern.Length; i++)
        {
            if (pattern[i] == ']' && i > first)
                return i;
            if (pattern[i] == '\\')
                i++;
            else if (pattern[i..].StartsWith("[:") && pattern[i..].IndexOf(":]") is var end and > 0)
                i += end + 1;
        }

        return -1;
    }

    private static bool InSet(ReadOnlySpan<char> set, char c)
    {
        bool isNegated = set[0] is '!' or '^';
        if (isNegated)
            set = set[1..];
        bool found = false;
        while (!set.IsEmpty)
        {
            if (set.StartsWith("[:") && set.IndexOf(":]") is var end and > 0)
            {
                found |= InClass(set[2..end], c);
                set = set[(end + 2)..];
                continue;
            }

            char low = Take(ref set);
            if (set.Length > 1 && set[0] == '-')
            {
                set = set[1..];
                char high = Take(ref set);
                found |= c >= low && c <= high;
            }
            else
            {
                found |= c == low;
            }
        }

        return found != isNegated;
    }

    private static char Take(ref ReadOnlySpan<char> set)
    {
        int at = set[0] == '\\' && set.Length > 1 ? 1 : 0;
        char c = set[at];
        set = set[(at + 1)..];
        return c;
    }

    private static bool InClass(ReadOnlySpan<char> name, char c) => name switch
    {
        "alpha" => char.IsAsciiLetter(c),
        "digit" => char.IsAsciiDigit(c),
        "alnum" => char.IsAsciiLetterOrDigit(c),
        "upper" => char.IsAsciiLetterUpper(c),
        "lower" => char.IsAsciiLetterLower(c),
        "xdigit" => char.IsAsciiHexDigit(c),
        "space" => c is ' ' or (>= '\t' and <= '\r'),
        "blank" => c is ' ' or '\t',
        "punct" => char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)),
        "cntrl" => char.IsControl(c),
        "print" => c is >= ' ' and < '\u007f',
        "graph" => c is > ' ' and < '\u007f',
        _ => false,
    };
}
