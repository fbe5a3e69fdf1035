namespace ArticleClean.Segmenting;

/// <summary>Folds characters for comparison: lower case, without accents, width and presentation forms; marks are dropped.</summary>
internal static partial class Folding
{
    /// <summary>The folded character, or <c>'\0'</c> for one that is dropped (soft hyphens, zero-width characters, vowel points).</summary>
    public static char Fold(char c)
    {
        if (c < 0x80)
            return (uint)(c - 'A') <= 'Z' - 'A' ? (char)(c | 0x20) : c;
        return c switch
        {
            >= LatinStart and < LatinEnd => Latin[c - LatinStart],
            >= GreekStart and < CyrillicEnd => GreekAndCyrillic[c - GreekStart],
            >= ExtendedStart and < ExtendedEnd => Extended[c - ExtendedStart],
            '\u00AD' or (>= '\u0300' and <= '\u036F') => '\0',
            >= '\u0591' and <= '\u05C7' => '\0',                           // Hebrew points
            '\u0640' or (>= '\u064B' and <= '\u065F') or '\u0670' => '\0', // Arabic tatweel and vowel marks
            '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627',      // alef with a sign
            '\u0649' or '\u06CC' => '\u064A',                              // final and Persian yeh
            '\u0629' => '\u0647',                                          // teh marbuta
            '\u06A9' => '\u0643',                                          // Persian kaf
            >= '\u0660' and <= '\u0669' => (char)('0' + (c - '\u0660')),
            >= '\u06F0' and <= '\u06F9' => (char)('0' + (c - '\u06F0')),
            >= '\u0966' and <= '\u096F' => (char)('0' + (c - '\u0966')),
            >= '\u09E6' and <= '\u09EF' => (char)('0' + (c - '\u09E6')),
            >= '\uFF01' and <= '\uFF5E' => Fold((char)(c - 0xFEE0)),       // full width
            (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF' => '\0',
            '\u093C' or '\u09BC' => '\0',                                  // nukta
            (>= '\u0958' and <= '\u095F') or (>= '\u09DC' and <= '\u09DF') => WithoutNukta(c),
            _ => c,
        };
    }

    /// <summary>The plain letter of a letter that Unicode also has with its nukta, in Devanagari and Bengali.</summary>
    private static char WithoutNukta(char c) => c switch
    {
        '\u0958' => '\u0915',
        '\u0959' => '\u0916',
        '\u095A' => '\u0917',
        '\u095B' => '\u091C',
        '\u095C' => '\u0921',
        '\u095D' => '\u0922',
        '\u095E' => '\u092B',
        '\u095F' => '\u092F',
        '\u09DC' => '\u09A1',
        '\u09DD' => '\u09A2',
        '\u09DF' => '\u09AF',
        _ => c,
    };

    /// <summary>The folded form of a word.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        Span<char> folded = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        int n = 0;
        foreach (char c in word)
        {
            char f = Fold(c);
            if (f != '\0')
                folded[n++] = f;
        }

        return new string(folded[..n]);
    }
}
