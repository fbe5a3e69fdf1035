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

        return IsLog(head) || IsReport(head);
    }

    /// <summary>Makes sure that a log can be written: its folder is made, and a file that is there is a log already, or empty, or no plain file. A new one is not left there: a walk would find it.</summary>
    /// <exception cref="Failure">The file cannot be written, or something else stands in it.</exception>
    public static void PrepareLog(string path)
    {
        Span<byte> head = stackalloc byte[SniffedBytes];
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path);
            FileOptions options = Path.Exists(path) ? FileOptions.None : FileOptions.DeleteOnClose;
            using FileStream stream = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0, options);
            head = stream.CanSeek ? head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)] : [];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(path, cause);
        }

        if (head.Length > 0 && !IsLog(head))
            throw Errors.NoLog(path);
    }

    private static bool IsLog(ReadOnlySpan<byte> head) =>
        head.StartsWith("{\"Timestamp\":\""u8) && head.IndexOf("\"MessageTemplate\":\""u8) >= 0;

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
