using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Abbreviations of time zones as news pages write them; where one stands for several, the one that is commonest under articles.</summary>
internal static class TimeZones
{
    private const int Hour = 60;

    private static readonly WordTable Offsets = Table(
    [
        ("Z", 0), ("UTC", 0), ("GMT", 0), ("WET", 0), ("WEST", Hour), ("BST", Hour), ("CET", Hour), ("MEZ", Hour), ("WAT", Hour),
        ("CEST", 2 * Hour), ("MESZ", 2 * Hour), ("EET", 2 * Hour), ("SAST", 2 * Hour), ("CAT", 2 * Hour), ("EEST", 3 * Hour), ("EAT", 3 * Hour), ("MSK", 3 * Hour),
        ("МСК", 3 * Hour), ("TRT", 3 * Hour), ("GST", 4 * Hour), ("PKT", 5 * Hour), ("IST", (5 * Hour) + 30), ("NPT", (5 * Hour) + 45), ("WIB", 7 * Hour), ("ICT", 7 * Hour),
        ("HKT", 8 * Hour), ("SGT", 8 * Hour), ("PHT", 8 * Hour), ("WITA", 8 * Hour), ("AWST", 8 * Hour), ("JST", 9 * Hour), ("KST", 9 * Hour), ("WIT", 9 * Hour),
        ("AEST", 10 * Hour), ("AEDT", 11 * Hour), ("NZST", 12 * Hour), ("NZDT", 13 * Hour),
        ("EDT", -4 * Hour), ("EST", -5 * Hour), ("CDT", -5 * Hour), ("CST", -6 * Hour), ("MDT", -6 * Hour), ("MST", -7 * Hour), ("PDT", -7 * Hour), ("PST", -8 * Hour),
        ("BRT", -3 * Hour), ("ART", -3 * Hour),
    ]);

    /// <summary>North American zones without a season.</summary>
    private static readonly WordTable Standard = Table([("ET", -5 * Hour), ("CT", -6 * Hour), ("MT", -7 * Hour), ("PT", -8 * Hour)]);

    /// <summary>Whether the zone belongs to a country that writes the month first.</summary>
    public static bool IsNorthAmerican(ReadOnlySpan<char> name) =>
        Standard.Contains(name)
        || (name.Length == 3 && (name[0] is 'E' or 'C' or 'M' or 'P') && (name[1] is 'S' or 'D') && name[2] == 'T');

    /// <summary>Minutes east of Greenwich, null for a word that is no zone.</summary>
    public static int? OffsetMinutes(ReadOnlySpan<char> name, DateOnly? date)
    {
        if (Offsets.TryGetValue(name, out int minutes))
            return minutes;
        return Standard.TryGetValue(name, out minutes) && !HasSmallLetter(name)
            ? minutes + (date is { } day && IsSummerTime(day) ? Hour : 0)
            : null;
    }

    private static bool HasSmallLetter(ReadOnlySpan<char> name)
    {
        foreach (char c in name)
        {
            if (char.IsAsciiLetterLower(c))
                return true;
        }

        return false;
    }

    private static WordTable Table((string Name, int Minutes)[] zones)
    {
        WordTable table = new(StringComparison.OrdinalIgnoreCase);
        foreach ((string name, int minutes) in zones)
            table.Add(name, minutes);
        return table;
    }

    /// <summary>From the second Sunday of March to the first of November (United States, Energy Policy Act of 2005).</summary>
    private static bool IsSummerTime(DateOnly day) => day >= Sunday(day.Year, 3, 2) && day < Sunday(day.Year, 11, 1);

    private static DateOnly Sunday(int year, int month, int nth)
    {
        DateOnly first = new(year, month, 1);
        return first.AddDays(((7 - (int)first.DayOfWeek) % 7) + ((nth - 1) * 7));
    }
}
