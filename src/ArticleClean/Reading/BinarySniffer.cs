using System.Buffers;
using System.Text;

namespace ArticleClean.Reading;

/// <summary>Tells what is no text, by name where a signature is known.</summary>
internal static class BinarySniffer
{
    private const int ScannedBytes = 64 * 1024;

    /// <summary>More NULs than one in a hundred are no slip of a scraper.</summary>
    private const int NulShare = 100;

    /// <summary>Text has line ends and tabs, hardly ever another control character; one in ten is a binary format without a known signature.</summary>
    private const int ControlShare = 10;

    /// <summary>NUL and the control characters that are neither line ends nor tabs nor form feeds.</summary>
    private static readonly SearchValues<byte> Unwanted = SearchValues.Create(
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000E\u000F\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    private static readonly (byte[] Signature, string Name)[] Signatures =
    [
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive (or an office document or e-book, which are such)"),
        ("PK\u0005\u0006"u8.ToArray(), "an empty ZIP archive"),
        ([0x1F, 0x8B], "gzip data without the extension .gz"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG image"),
        ([0xFF, 0xD8, 0xFF], "a JPEG image"),
        ("GIF87a"u8.ToArray(), "a GIF image"),
        ("GIF89a"u8.ToArray(), "a GIF image"),
        ([0x49, 0x49, 0x2A, 0x00], "a TIFF image"),
        ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image"),
        ([0x00, 0x00, 0x01, 0x00], "an icon image"),
        ("BZh91AY&SY"u8.ToArray(), "bzip2 data"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz data"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        ("Rar!\u001A\u0007"u8.ToArray(), "a RAR archive"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old office document"),
        ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"),
        ("SQLite format 3\0"u8.ToArray(), "an SQLite database"),
        ("OggS\0"u8.ToArray(), "an Ogg recording"),
        ("wOFF"u8.ToArray(), "a font (WOFF)"),
        ("wOF2"u8.ToArray(), "a font (WOFF)"),
    ];

    /// <summary>Names the binary format of a known signature; null when there is none.</summary>
    public static string? NameOf(ReadOnlySpan<byte> bytes)
    {
        foreach ((byte[] signature, string name) in Signatures)
        {
            if (bytes.StartsWith(signature))
                return name;
        }

        const int BoxName = 4, FormName = 8, NameLength = 4;
        if (bytes.Length < FormName + NameLength)
            return null;
        if (bytes.StartsWith("RIFF"u8) && bytes.Slice(FormName, NameLength) is var form)
        {
            if (form.SequenceEqual("WEBP"u8))
                return "a WebP image";
            if (form.SequenceEqual("WAVE"u8) || form.SequenceEqual("AVI "u8))
                return "a recording (RIFF)";
        }

        if (bytes.Slice(BoxName, NameLength).SequenceEqual("ftyp"u8))
            return "a video or an image (ISO media)";
        ReadOnlySpan<byte> reserved = [0, 0, 0, 0];
        return bytes.StartsWith("BM"u8) && bytes.Slice(6, reserved.Length).SequenceEqual(reserved) ? "a BMP image" : null;
    }

    /// <summary>Says what is wrong with bytes that are no text of an encoding with one byte a letter or UTF-8; null when nothing is.</summary>
    public static string? Complaint(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> head = bytes[..Math.Min(bytes.Length, ScannedBytes)];
        int first = head.IndexOfAny(Unwanted);
        if (first < 0)
            return null;
        int nuls = 0, controls = 0;
        foreach (byte control in head[first..])
        {
            if (control == 0)
                nuls++;
            else if (control <= 0x1F && control is not ((byte)'\t' or (byte)'\n' or (byte)'\v' or (byte)'\f' or (byte)'\r'))
                controls++;
        }

        int scanned = Math.Min(bytes.Length, ScannedBytes);
        if (nuls * NulShare > scanned)
            return $"holds {nuls} NUL bytes in its first {scanned} bytes: it is binary, or UTF-16 without a byte order mark (then name it: --encoding utf-16le or utf-16be)";
        if (controls * ControlShare > scanned)
            return $"holds {controls} control characters in its first {scanned} bytes: it is binary";
        return null;
    }
}
