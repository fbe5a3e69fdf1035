using ArticleClean.Reading;

namespace ArticleClean.Cli.Files;

/// <summary>Tells whether a file without an extension is worth a try, by its first bytes.</summary>
internal static class TextSniffer
{
    // Signatures and control characters show within the first block; the reader judges the whole file later.
    private const int SniffedBytes = 4096;

    /// <summary>Whether the file begins like text. A file that cannot be opened counts as text, so that it is named when it is read.</summary>
    public static bool LooksLikeText(string path)
    {
        Span<byte> head = stackalloc byte[SniffedBytes];
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            head = head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return true;
        }

        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return true; // UTF-16 by its mark
        return BinarySniffer.NameOf(head) is null && BinarySniffer.Complaint(head) is null;
    }
}
