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
        int controls = 0;
        foreach (byte b in head)
        {
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f' or 0x1B))
                controls++;
        }

        // The reader's own limits: a hundredth of NULs, a tenth of other control characters.
        return head.Count((byte)0) * 100 <= head.Length && controls * 10 <= head.Length && !head.StartsWith("%PDF"u8);
    }
}
