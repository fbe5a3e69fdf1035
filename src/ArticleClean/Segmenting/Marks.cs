using System.Globalization;

namespace ArticleClean.Segmenting;

/// <summary>Classes of characters that sentence boundaries rest on.</summary>
internal static class Marks
{
    /// <summary>Marks that end a sentence without a space after them: full-width and Indic, Arabic, Burmese, Khmer, Ethiopic, Armenian.</summary>
    private static readonly CharSet FullStops = new("。．！？｡।॥۔؟။។።։");

    /// <summary>Anything at which a sentence might end.</summary>
    public static CharSet Candidates { get; } = new(
        ".!?…;\u037E。．！？｡।॥۔؟။។።։\t•→ABCDEFGHIJKLMNOPQRSTUVWXYZÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÒÓÔÕÖÙÚÛÜÝŞŚŠŽİАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯІЇЄΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩΌΈΉΆΊΎΏ");

    private static readonly CharSet Closers = new("\"'”’»›)]}」』】》〉）］｝〕“");
    private static readonly CharSet Openers = new("\"'“‘„‚«‹»([{「『【《〈（［｛〔¿¡");

    public static bool IsFullStop(char c) => c >= '\u0589' && FullStops.Contains(c);

    public static bool IsTerminator(char c) => c is '.' or '!' or '?' or '…' || IsFullStop(c);

    public static bool IsCloser(char c) => Closers.Contains(c);

    public static bool IsOpener(char c) => Openers.Contains(c);

    public static bool IsSuperscript(char c) => c is '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹') or '†' or '‡' or '*';

    /// <summary>Letters and the marks that are written with them.</summary>
    public static bool IsLetter(char c) =>
        c < 128 ? char.IsAsciiLetter(c) : char.GetUnicodeCategory(c) is <= UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate;

    /// <summary>Scripts that write words without spaces and where one character may be a word.</summary>
    public static bool IsUnspaced(char c) =>
        c is >= '\u0E00' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF'
            or >= '\u2E80' and <= '\u9FFF' or >= '\uAC00' and <= '\uD7AF' or >= '\uF900' and <= '\uFAFF';

    /// <summary>Devanagari to Sinhala.</summary>
    public static bool IsIndic(char c) => c is >= '\u0900' and <= '\u0DFF';

    public static bool IsThai(char c) => c is >= '\u0E00' and <= '\u0E7F';

    public static bool IsGreek(char c) => c is >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF';

    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u309F';
}
