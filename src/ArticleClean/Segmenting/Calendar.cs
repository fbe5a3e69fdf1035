namespace ArticleClean.Segmenting;

/// <summary>Months as they follow an ordinal with a full stop, in the languages that write them with a capital.</summary>
internal static class Months
{
    private static readonly WordTable Names = WordTable.Of(StringComparison.OrdinalIgnoreCase,
        "Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Jan Feb Mär Apr Jun Jul Aug Sep",
        "Sept Okt Nov Dez Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık");

    public static bool Contains(ReadOnlySpan<char> word) => Names.Contains(word);
}

/// <summary>Words after which a number with a full stop is an ordinal ("der 2. Bundesliga"), in languages that write it so.</summary>
internal static class OrdinalContext
{
    private static readonly WordTable Words = WordTable.Of(StringComparison.OrdinalIgnoreCase,
        "der die das dem den des am im vom zum zur beim ab seit bis jeder jedes ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner",
        "ein eine einem einen einer montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag det kong dronning paavi");

    public static bool Contains(ReadOnlySpan<char> word) => Words.Contains(word);
}
