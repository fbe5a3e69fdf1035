using System.Globalization;

namespace ArticleClean.Deciding;

/// <summary>A time as ISO 8601 where it can be read, else as it stands.</summary>
internal static class PublishedTime
{
    public static string Read(string text)
    {
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.RoundtripKind, out DateTimeOffset _)
            && text.Length >= 10 && char.IsAsciiDigit(text[0]) && text[4] == '-')
            return text;
        return text;
    }
}
