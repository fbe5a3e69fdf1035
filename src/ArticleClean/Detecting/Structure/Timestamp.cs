using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Lines that are a date: a day, a month and a year, with hours, zones and few other words. Hours alone are a live blog's stamps and stay.</summary>
internal static class Timestamp
{
    public const string Rule = "structure/timestamp";

    private const int MarginWeight = 4500;

    /// <summary>Above the running text the year may be missing.</summary>
    private const int YearlessWeight = 2800;

    /// <summary>Inside the article a date may be an inter-title of a chronology.</summary>
    private const int InsideWeight = 1500;

    private const int MaxWords = 16;

    /// <summary>Words that are no part of the date: "updated", "published on".</summary>
    private const int MaxOtherWords = 4;

    /// <summary>Whether the segment is a date with few other words.</summary>
    public static bool IsStamp(Layout layout, int segment, out DateParts parts)
    {
        parts = default;
        Look look = layout.Looks[segment];
        if (look.Words > MaxWords || (look.Numbers == 0 && look.Unspaced == 0) || !look.Whole || look.Introduces || layout.TextOf(segment).Contains('%'))
            return false;
        parts = DateParts.Of(layout, segment);
        return parts.HasDay && parts.OtherWords <= MaxOtherWords && parts.OtherWords <= parts.DateTokens;
    }

    public static void Find(Layout layout, List<Finding> findings)
    {
        for (int i = 0; i < layout.Count; i++)
        {
            if (!IsStamp(layout, i, out DateParts parts))
                continue;
            bool above = i < layout.FirstProse;
            bool margin = above || i >= layout.BodyEnd;
            if (parts.HasYear && margin)
                findings.Add(layout.Whole(i, Rule, Category.Timestamp, MarginWeight));
            else if (above && parts.OtherWords <= 2)
                findings.Add(layout.Whole(i, Rule, Category.Timestamp, YearlessWeight));
            else if (parts.HasYear)
                findings.Add(layout.Weak(i, Rule, Category.Timestamp, InsideWeight));
        }
    }
}

/// <summary>What of a date a segment holds.</summary>
internal readonly record struct DateParts(bool HasDay, bool HasYear, int DateTokens, int OtherWords)
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    private static readonly System.Buffers.SearchValues<char> DateMarks = System.Buffers.SearchValues.Create("0123456789.");

    public static DateParts Of(Layout layout, int segment)
    {
        bool month = false, day = false, year = false, full = false, dotted = false;
        int date = 0, other = 0;
        string text = layout.Document.Document.Text;
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            ReadOnlySpan<char> form = text.AsSpan(token.Start, token.Length);
            if (token.Kind == TokenKind.Number)
            {
                date++;
                if (IsDottedDate(form))
                    dotted = true;
                else if (form.IndexOfAny(':', '.') >= 0)
                    continue;
                else if (int.TryParse(form, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int value))
                {
                    if (value is >= FirstYear and <= LastYear)
                        year = true;
                    else if (value is >= 1 and <= 31)
                        day = true;
                    full |= IsThreeParts(text, tokens[i..]);
                }
            }
            else if (token.Kind == TokenKind.Word && (token.Flags & TokenFlags.Unspaced) != 0)
                other += form[0] is '年' or '月' or '日' or '時' or '时' or '分' or '秒' or '년' or '월' or '일' or '시' or '분' ? 0 : 1;
            else if (token.Kind == TokenKind.Word)
            {
                WordClasses classes = layout.ClassesOf(token);
                if ((classes & WordClasses.Month) != 0)
                {
                    month = true;
                    date++;
                }
                else if ((classes & WordClasses.Weekday) != 0 || IsClockWord(form, token.Flags))
                    date++;
                else
                    other++;
            }
        }

        return new DateParts((full && year) || dotted || (month && day), dotted || year, date, other);
    }

    /// <summary>"2025-08-19", "30. 6. 2025", "2025年8月19日"; the year is asked elsewhere.</summary>
    private static bool IsThreeParts(string text, ReadOnlySpan<Token> tokens) =>
        tokens.Length >= 5 && tokens[2].Kind == TokenKind.Number && tokens[4].Kind == TokenKind.Number
        && text[tokens[1].Start] is '/' or '-' or '.' or '年' or '년' && text[tokens[3].Start] is '/' or '-' or '.' or '月' or '월';

    /// <summary>"22.09.2025", "2025.08.02".</summary>
    private static bool IsDottedDate(ReadOnlySpan<char> form) =>
        form.Count('.') == 2 && form.Length is >= 6 and <= 10 && !form.ContainsAnyExcept(DateMarks);

    /// <summary>"pm", "Uhr", "GMT", "h", "T", "Z".</summary>
    private static bool IsClockWord(ReadOnlySpan<char> form, TokenFlags flags) =>
        form.Length <= 2 || form is "Uhr" || ((flags & TokenFlags.Caps) != 0 && form.Length <= 4);
}
