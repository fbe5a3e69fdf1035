using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace ArticleClean.Reading;

/// <summary>Bytes to a document: encoding, format, and for HTML the visible text.</summary>
internal static class DocumentReader
{
    private const int HeadBytes = 64 * 1024;

    /// <summary>
    /// Letters from U+00C0 on among all letters of a Western European text: some 5 in 100 in French and Portuguese, 12 in
    /// Icelandic. Above 20 the bytes were hardly Windows-1252: Cyrillic or Greek read so has over 90.
    /// </summary>
    private const int UnlikelyShare = 5;

    /// <summary>A handful of letters says nothing about an encoding.</summary>
    private const int FewestLetters = 20;

    /// <summary>Reads a document. Throws <see cref="UnreadableDocumentException"/> when it is over the cap, binary, or its encoding is not known.</summary>
    public static Document Read(ReadOnlyMemory<byte> bytes, SourceHints hints, long maxBytes)
    {
        if (bytes.Length > maxBytes)
            throw TooLarge(hints.Name, bytes.Length, maxBytes);
        if (BinarySniffer.NameOf(bytes.Span) is { } kind)
            throw new UnreadableDocumentException($"'{hints.Name}' is {kind}, not text or HTML.");

        (SourceCodec? codec, int bomLength) = UnicodeOrNamed(bytes.Span, hints);
        bool hasByteUnits = codec is null or { Kind: SourceEncoding.Utf8 or SourceEncoding.Windows1252 or SourceEncoding.Named };
        if (hasByteUnits && codec?.Encoding is not UTF32Encoding && BinarySniffer.Complaint(bytes.Span) is { } complaint)
            throw new UnreadableDocumentException($"'{hints.Name}' {complaint}.");

        DocumentFormat format = hints.Format
            ?? FormatDetector.ByName(hints.Name)
            ?? FormatDetector.ByContent(Head(bytes, codec, bomLength));
        codec ??= Guess(bytes.Span, format);
        if (format == DocumentFormat.Text && codec.IsStateful)
            throw new UnreadableDocumentException($"'{hints.Name}' is in {codec.Name}, where nothing can be cut out without spoiling the rest: convert it to UTF-8 first.");

        DecodedText decoded = TextDecoder.Decode(bytes, codec, bomLength);
        ImmutableArray<string> warnings = Warnings(decoded, hints);
        if (format == DocumentFormat.Html)
        {
            Document page = HtmlReader.Read(decoded.Source, decoded.Text, hints);
            return warnings.IsEmpty ? page : page with { Warnings = page.Warnings.AddRange(warnings) };
        }

        return new Document
        {
            Name = hints.Name,
            Text = decoded.Text,
            Format = DocumentFormat.Text,
            Source = decoded.Source,
            Url = hints.Url,
            Site = HostOf(hints.Url),
            Warnings = warnings,
        };
    }

    /// <summary>The host of an absolute address in lower case; null when it has none.</summary>
    internal static string? HostOf(string? url) => url is null ? null : HostIn(url);

    // Apart, so that a text without an address does without the assembly of addresses.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? HostIn(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Host.Length > 0 ? address.Host : null;

    internal static UnreadableDocumentException TooLarge(string name, long bytes, long maxBytes) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"'{name}' has {bytes:N0} bytes, over the cap of {maxBytes:N0} bytes for one document: split it, or raise the cap (--max-bytes)."));

    internal static UnreadableDocumentException TooLargeInflated(string name, long maxBytes) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"'{name}' inflates to more than the cap of {maxBytes:N0} bytes for one document: split it, or raise the cap (--max-bytes)."));

    /// <summary>The encoding that is given, that a BOM says, or UTF-8 when the bytes are; else null.</summary>
    private static (SourceCodec? Codec, int BomLength) UnicodeOrNamed(ReadOnlySpan<byte> bytes, SourceHints hints)
    {
        (SourceCodec? marked, int bomLength) = ByteOrderMark(bytes);
        if (hints.Encoding is { } name)
        {
            SourceCodec codec = SourceCodec.Find(name) ?? throw new UnreadableDocumentException(
                $"'{hints.Name}' cannot be read: '{name}' is no encoding that is known here; name one such as utf-8, utf-16le, windows-1252 or shift_jis (--encoding).");
            if (marked is null)
                return (codec, 0);
            bool bothUtf16 = name.Trim().Equals("utf-16", StringComparison.OrdinalIgnoreCase)
                && marked.Kind is SourceEncoding.Utf16LittleEndian or SourceEncoding.Utf16BigEndian;
            return bothUtf16 ? (marked, bomLength) : (codec, marked.Name == codec.Name ? bomLength : 0);
        }

        if (marked is not null)
            return (marked, bomLength);
        return (Utf8.IsValid(bytes) ? SourceCodec.Utf8 : null, 0);
    }

    private static (SourceCodec? Codec, int Length) ByteOrderMark(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return (SourceCodec.Utf8, 3);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return (SourceCodec.Find("utf-32"), 4);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return (SourceCodec.Utf16LittleEndian, 2);
        return bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? (SourceCodec.Utf16BigEndian, 2) : (null, 0);
    }

    /// <summary>The encoding of bytes that have no BOM and are not wholly UTF-8.</summary>
    private static SourceCodec Guess(ReadOnlySpan<byte> bytes, DocumentFormat format)
    {
        if (Utf8Census.Of(bytes).IsMostlyUtf8)
            return SourceCodec.Utf8;
        SourceCodec? declared = format == DocumentFormat.Html ? CharsetDeclaration.Find(bytes) : null;
        return declared is null or { Kind: SourceEncoding.Utf8 } ? SourceCodec.Windows1252 : declared;
    }

    /// <summary>The first units, read roughly: only ASCII matters to the detection of a format.</summary>
    private static string Head(ReadOnlyMemory<byte> bytes, SourceCodec? codec, int bomLength)
    {
        ReadOnlySpan<byte> head = bytes.Span[bomLength..Math.Min(bytes.Length, bomLength + HeadBytes)];
        bool isWide = codec is { Kind: SourceEncoding.Utf16LittleEndian or SourceEncoding.Utf16BigEndian } or { Encoding: UTF32Encoding };
        return (isWide ? codec!.Encoding! : Encoding.Latin1).GetString(head);
    }

    private static ImmutableArray<string> Warnings(DecodedText decoded, SourceHints hints)
    {
        if (hints.Encoding is not null || decoded.Source.Encoding != SourceEncoding.Windows1252)
            return [];
        int letters = 0, high = 0;
        foreach (char c in decoded.Text.AsSpan(0, Math.Min(decoded.Text.Length, HeadBytes)))
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c >= '\u00C0')
                high++;
        }

        return letters >= FewestLetters && high * UnlikelyShare > letters
            ? [$"'{hints.Name}' was read as Windows-1252 and looks wrong so ({high} of {letters} letters are accented): name its encoding with --encoding."]
            : [];
    }
}
