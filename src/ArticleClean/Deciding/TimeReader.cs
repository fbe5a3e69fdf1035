using System.Globalization;
using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Deciding;

/// <summary>A date, a time of day and an offset in minutes, each where it was read; and whether a label calls it published or updated.</summary>
internal readonly record struct ReadTime(DateOnly? Date, TimeOnly? Time, bool HasSeconds, int? OffsetMinutes, TimeAtomKind Label)
{
    /// <summary>ISO 8601: <c>2024-05-09</c>, <c>2024-05-09T21:05</c>, <c>2024-05-09T21:05+02:00</c>; null without a date.</summary>
    public string? ToIso()
    {
        if (Date is not { } date)
            return null;
        // Numbers are formatted, not dates: the formats of dates are compiled at each start.
        string day = string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}");
        if (Time is not { } time)
            return day;
        string clock = string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}:{time.Minute:00}");
        if (HasSeconds)
            clock += string.Create(CultureInfo.InvariantCulture, $":{time.Second:00}");
        string zone = OffsetMinutes is not { } offset ? "" : offset == 0 ? "Z"
            : string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{Math.Abs(offset) / 60:00}:{Math.Abs(offset) % 60:00}");
        return $"{day}T{clock}{zone}";
    }
}

/// <summary>Reads the dates and times of one line, in the ways of writing of many languages.</summary>
internal sealed class TimeReader
{
    private const int FirstYear = 1900;
    private const int LastYear = 2099;

    /// <summary>Two digits of a year mean this century.</summary>
    private const int Century = 2000;

    /// <summary>Words such as "de", "of", "ng" between a day, its month and the year.</summary>
    private const int MostFillers = 2;

    private readonly string _text;
    private readonly Rows<TimeAtom> _atoms;
    private readonly bool _monthFirst;

    private TimeReader(string text, RuleSet rules, string? language)
    {
        _text = text;
        _atoms = TimeAtoms.Of(text, rules);
        // 4/10/2025 is read only where the line says whose date it is: an American zone, or English with AM or PM and no zone.
        bool american = false, meridiem = false, zoned = false;
        foreach (TimeAtom a in _atoms)
        {
            american |= a.Kind == TimeAtomKind.Word && TimeZones.IsNorthAmerican(Span(a));
            meridiem |= a.Kind is TimeAtomKind.Am or TimeAtomKind.Pm;
            zoned |= a.Kind == TimeAtomKind.Word && TimeZones.OffsetMinutes(Span(a), null) is not null;
        }

        _monthFirst = american || (language == "en" && meridiem && !zoned);
        IsSlashAmbiguous = language is null or "en" && !_monthFirst && !zoned;
    }

    /// <summary>An English date in figures may be of either order.</summary>
    private bool IsSlashAmbiguous { get; }

    /// <summary>One entry for the line, and one more from each label "published" or "updated" on; in order.</summary>
    public static Rows<ReadTime> Read(string text, RuleSet rules, string? language) => new TimeReader(text, rules, language).Entries();

    private Rows<ReadTime> Entries()
    {
        Rows<ReadTime> entries = new();
        int first = 0;
        TimeAtomKind label = TimeAtomKind.Word;
        for (int i = 0; i <= _atoms.Count; i++)
        {
            if (i < _atoms.Count && _atoms[i].Kind is not (TimeAtomKind.Published or TimeAtomKind.Updated))
                continue;
            ReadTime entry = Entry(first, i, label);
            if (entry.Date is not null || entry.Time is not null)
                entries.Add(entry);
            if (i < _atoms.Count)
                (first, label) = (i + 1, _atoms[i].Kind);
        }

        return entries;
    }

    private ReadTime Entry(int first, int end, TimeAtomKind label)
    {
        DateOnly? date = null;
        int dateFirst = end;
        int dateEnd = end;
        for (int i = first; i < end && date is null; i++)
        {
            date = DateAt(i, end, out int after);
            if (date is not null)
                (dateFirst, dateEnd) = (i, after);
        }

        TimeOnly? time = null;
        bool seconds = false;
        int? offset = null;
        for (int pass = 0; pass < 2 && time is null; pass++)
        {
            // Behind the date first, then before it.
            for (int i = pass == 0 ? (date is null ? first : dateEnd) : first; i < (pass == 0 ? end : dateFirst) && time is null; i++)
                time = TimeAt(i, pass == 0 ? end : dateFirst, date, i == dateEnd, out seconds, out offset);
        }

        return new ReadTime(date, time, seconds, offset, label);
    }

    private DateOnly? DateAt(int i, int end, out int after)
    {
        after = i;
        TimeAtom a = _atoms[i];
        if (a.IsNumber && a.Length == 4 && IsYear(a.Value))
            return YearFirst(i, end, out after);
        if (a.IsNumber && a.Length <= 2 && i > 0 && _atoms[i - 1] is { Kind: TimeAtomKind.Mark, Value: ':' or '.' } colon && colon.End == a.Start)
            return null;
        if (a.IsNumber && a.Length <= 2)
            return Figures(i, end, out after) ?? DayFirst(i, end, out after);
        return a.Kind == TimeAtomKind.Month ? MonthFirst(i, end, out after) : null;
    }

    /// <summary>2024-05-09, 2024/5/9, 2024年5月9日, 2024. 5. 9., "2024. május 9."</summary>
    private DateOnly? YearFirst(int i, int end, out int after)
    {
        int month = Next(i + 1, end, 2);
        after = i;
        if (month < 0 || !(_atoms[month].IsNumber || _atoms[month].Kind == TimeAtomKind.Month))
            return null;
        int day = Next(month + 1, end, 2);
        if (day < 0 || !_atoms[day].IsNumber || _atoms[day].Length > 2 || (_atoms[month].IsNumber && !AreJoined(i, month)))
            return null;
        after = day + 1;
        return Date(_atoms[i].Value, _atoms[month].Value, _atoms[day].Value);
    }

    /// <summary>09.05.2024, 9/5/2024, 30. 6. 2024, 09.05.24</summary>
    private DateOnly? Figures(int i, int end, out int after)
    {
        after = i;
        int second = Next(i + 1, end, 1);
        int year = second < 0 ? -1 : Next(second + 1, end, 1);
        if (year < 0 || !_atoms[second].IsNumber || !_atoms[year].IsNumber || _atoms[second].Length > 2 || second != i + 2 || year != second + 2)
            return null;
        int mark = _atoms[i + 1].Value;
        if (_atoms[i + 1].Kind != TimeAtomKind.Mark || mark is not ('.' or '/' or '-') || _atoms[second + 1].Value != mark)
            return null;
        int full = _atoms[year].Length == 4 ? _atoms[year].Value : _atoms[year].Length == 2 && mark == '.' ? Century + _atoms[year].Value : 0;
        if (!IsYear(full))
            return null;
        (int day, int month) = (_atoms[i].Value, _atoms[second].Value);
        if (month > 12 || (mark == '/' && _monthFirst && day <= 12))
            (day, month) = (month, day);
        else if (mark == '/' && IsSlashAmbiguous && day <= 12 && day != month)
            return null;
        after = year + 1;
        return Date(full, month, day);
    }

    /// <summary>9 May 2024, 9th of May, 2024, 9. Mai 2024, 9 de mayo de 2024, 09/May/2024</summary>
    private DateOnly? DayFirst(int i, int end, out int after)
    {
        after = i;
        int month = Next(i + 1, end, MostFillers);
        if (month < 0 || _atoms[month].Kind != TimeAtomKind.Month)
            return null;
        int year = Next(month + 1, end, MostFillers);
        if (year < 0 || !_atoms[year].IsNumber || _atoms[year].Length != 4 || !IsYear(_atoms[year].Value))
            return null;
        after = year + 1;
        return Date(_atoms[year].Value, _atoms[month].Value, _atoms[i].Value);
    }

    /// <summary>May 9, 2024, Sept. 9th 2024</summary>
    private DateOnly? MonthFirst(int i, int end, out int after)
    {
        after = i;
        int day = Next(i + 1, end, 1);
        if (day < 0 || !_atoms[day].IsNumber || _atoms[day].Length > 2)
            return null;
        int year = Next(day + 1, end, MostFillers);
        if (year < 0 || !_atoms[year].IsNumber || _atoms[year].Length != 4 || !IsYear(_atoms[year].Value))
            return null;
        after = year + 1;
        return Date(_atoms[year].Value, _atoms[i].Value, _atoms[day].Value);
    }

    private TimeOnly? TimeAt(int i, int end, DateOnly? date, bool followsDate, out bool seconds, out int? offset)
    {
        seconds = false;
        offset = null;
        if (!_atoms[i].IsNumber || _atoms[i].Length > 2 || _atoms[i].Value > 24)
            return null;
        int hour = _atoms[i].Value;
        int minute = 0;
        int second = 0;
        int at = i + 1;
        bool sure = false;
        if (at < end && IsHourMark(_atoms[at]))
        {
            bool dotted = _atoms[at].IsMark('.');
            bool marked = !dotted && !_atoms[at].IsMark(':');
            if (at + 1 < end && _atoms[at + 1].IsNumber && _atoms[at + 1].Length == 2 && _atoms[at + 1].Value < 60)
            {
                minute = _atoms[at + 1].Value;
                at += 2;
                sure = !dotted;
                if (at + 1 < end && _atoms[at].IsMark(':') && _atoms[at + 1].IsNumber && _atoms[at + 1].Length == 2 && _atoms[at + 1].Value < 60)
                {
                    second = _atoms[at + 1].Value;
                    seconds = true;
                    at += 2;
                    at += at + 1 < end && _atoms[at].IsMark('.') && _atoms[at + 1].IsNumber && _atoms[at].End == _atoms[at + 1].Start ? 2 : 0;
                }
                else if (at < end && _atoms[at] is { Kind: TimeAtomKind.Mark, Value: '分' or '분' })
                    at++;
            }
            else if (marked)
            {
                sure = true;
                at++;
            }
            else
                return null;
        }

        // Before the hour in Korean, Chinese and Japanese, behind it elsewhere.
        bool am = (i > 0 && _atoms[i - 1].Kind == TimeAtomKind.Am) || (at < end && _atoms[at].Kind == TimeAtomKind.Am);
        bool pm = (i > 0 && _atoms[i - 1].Kind == TimeAtomKind.Pm) || (at < end && _atoms[at].Kind == TimeAtomKind.Pm);
        at += at < end && _atoms[at].Kind is TimeAtomKind.Am or TimeAtomKind.Pm ? 1 : 0;
        at += at < end && _atoms[at].IsMark('.') ? 1 : 0;
        if (pm && hour < 12)
            hour += 12;
        else if (am && hour == 12)
            hour = 0;
        offset = ZoneAt(ref at, end, date);
        sure |= am || pm || offset is not null || (at - i >= 3 && (followsDate || IsClockWord(i - 1) || (at < end && IsClockWord(at))));
        return sure && hour < 24 ? new TimeOnly(hour, minute, second) : null;
    }

    private bool IsHourMark(TimeAtom atom) =>
        (atom.Kind == TimeAtomKind.Mark && atom.Value is ':' or '：' or '.' or '時' or '时' or '시' or '点' or '點') || (atom.Kind == TimeAtomKind.Word && Span(atom) is "h" or "H" or "ч");

    /// <summary>"kl.", "klo", "Uhr", "ore", "a las": a word beside a clock with a full stop.</summary>
    private bool IsClockWord(int i)
    {
        while (i >= 0 && i < _atoms.Count && _atoms[i].IsMark('.'))
            i--;
        return i >= 0 && i < _atoms.Count && Span(_atoms[i]) is "kl" or "klo" or "Uhr" or "uhr" or "ore" or "um" or "at" or "ώρα" or "в" or "о" or "godz";
    }

    /// <summary>"IST", "(JST)", "+0530", "+05:30", "GMT+2", "UTC".</summary>
    private int? ZoneAt(ref int at, int end, DateOnly? date)
    {
        int i = at + (at < end && _atoms[at].IsMark('(') ? 1 : 0);
        int? named = i < end && _atoms[i].Kind == TimeAtomKind.Word ? TimeZones.OffsetMinutes(Span(_atoms[i]), date) : null;
        if (named is not null)
            i++;
        if ((named is null or 0) && i + 1 < end && _atoms[i] is { Kind: TimeAtomKind.Mark, Value: '+' or '-' or '−' } sign && _atoms[i + 1].IsNumber
            && _atoms[i + 1].Start == sign.End && (named is not null || _atoms[i - 1].End == sign.Start))
        {
            TimeAtom hours = _atoms[i + 1];
            int minutes = hours.Length == 4 ? (hours.Value / 100 * 60) + (hours.Value % 100) : hours.Value * 60;
            i += 2;
            if (hours.Length <= 2 && i + 1 < end && _atoms[i].IsMark(':') && _atoms[i + 1].IsNumber)
            {
                minutes += _atoms[i + 1].Value;
                i += 2;
            }

            named = sign.Value == '+' ? minutes : -minutes;
        }

        at = named is null ? at : i;
        return named;
    }

    /// <summary>The next number or month behind a few fillers, -1 when something else comes first.</summary>
    private int Next(int i, int end, int fillers)
    {
        for (; i < end; i++)
        {
            if (_atoms[i].IsNumber || _atoms[i].Kind == TimeAtomKind.Month)
                return i;
            bool isFiller = _atoms[i].Kind == TimeAtomKind.Mark ? _atoms[i].Value is not ('|' or '•' or '·' or ';' or ':') : _atoms[i].Length <= 3;
            if (!isFiller || fillers-- == 0)
                return -1;
        }

        return -1;
    }

    /// <summary>A year, a mark and a month in figures, without a blank before the mark.</summary>
    private bool AreJoined(int year, int month) =>
        month == year + 2 && _atoms[year + 1] is { Kind: TimeAtomKind.Mark, Value: '-' or '/' or '.' or '年' or '년' or '‑' } mark && mark.Start == _atoms[year].End;

    private static bool IsYear(int value) => value is >= FirstYear and <= LastYear;

    private static DateOnly? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private ReadOnlySpan<char> Span(TimeAtom atom) => _text.AsSpan(atom.Start, atom.Length);
}
