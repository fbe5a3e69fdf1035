namespace ArticleClean.Writing;

/// <summary>Characters of scripts that put no blank between words, with their punctuation: Chinese, Japanese, Thai, Lao, Khmer, Burmese.</summary>
internal static class UnspacedScript
{
    public static bool Contains(char c) => IsLetter(c) || c is (>= '\u3000' and <= '\u303F') or (>= '\uFF01' and <= '\uFF65');

    /// <summary>Whether each such character counts as a word.</summary>
    public static bool IsLetter(char c) => c is
        (>= '\u0E00' and <= '\u0EFF')
        or (>= '\u1000' and <= '\u109F')
        or (>= '\u1780' and <= '\u17FF')
        or (>= '\u3041' and <= '\u30FF')
        or (>= '\u31F0' and <= '\u31FF')
        or (>= '\u3400' and <= '\u4DBF')
        or (>= '\u4E00' and <= '\u9FFF')
        or (>= '\uF900' and <= '\uFAFF')
        or (>= '\uFF66' and <= '\uFF9F');
}
