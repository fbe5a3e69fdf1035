namespace ArticleClean.Cli.Files;

/// <summary>Tells files that a run of this program left, which look like records by their name: logs and reports in JSON Lines.</summary>
internal static class RunFiles
{
    // Both kinds say who they are at the begin of the first line.
    private const int SniffedBytes = 2048;

    /// <summary>Whether a file of records is one that <c>--log-file</c> or <c>check --output-file</c> wrote. A file that cannot be opened is none, so that it is named when it is read.</summary>
    public static bool IsOne(string path)
    {
        Span<byte> head = stackalloc byte[SniffedBytes];
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }

        bool isLog = head.StartsWith("{\"Timestamp\":\""u8) && head.IndexOf("\"MessageTemplate\":\""u8) >= 0;
        return isLog || IsReport(head);
    }

    private static bool IsReport(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("{\"failure\":\""u8))
            return true;
        if (!head.StartsWith("{\"path\":\""u8))
            return false;
        bool isFinding = head.IndexOf("\"level\":\""u8) is var level and > 0 && head[level..].IndexOf("\",\"category\":\""u8) > 0;
        return isFinding || head.IndexOf("\",\"failure\":\""u8) > 0;
    }
}
