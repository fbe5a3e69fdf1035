using System.Text;

namespace ArticleClean.Reading;

/// <summary>An encoding that a document can be in, found by its name.</summary>
/// <param name="Kind">How bytes map to text offsets.</param>
/// <param name="Name">The name for messages and the sidecar.</param>
/// <param name="Encoding">.NET's encoding that raises no error, null for <see cref="SourceEncoding.Windows1252"/>.</param>
internal sealed record SourceCodec(SourceEncoding Kind, string Name, Encoding? Encoding)
{
    public static readonly SourceCodec Utf8 = new(SourceEncoding.Utf8, "utf-8", new UTF8Encoding(false));
    public static readonly SourceCodec Utf16LittleEndian = new(SourceEncoding.Utf16LittleEndian, "utf-16le", new UnicodeEncoding(false, false));
    public static readonly SourceCodec Utf16BigEndian = new(SourceEncoding.Utf16BigEndian, "utf-16be", new UnicodeEncoding(true, false));
    public static readonly SourceCodec Windows1252 = new(SourceEncoding.Windows1252, "windows-1252", null);

    /// <summary>
    /// Labels that the WHATWG encoding standard reads otherwise than .NET, or that .NET does not know: pages that say
    /// Latin-1 or ASCII mean Windows-1252. (No dictionary: to build one takes longer than to clean a text.)
    /// </summary>
    private static string Canonical(string label) => label.ToLowerInvariant() switch
    {
        "utf8" or "unicode-1-1-utf-8" => "utf-8",
        "utf16" or "utf-16" => "utf-16le",
        "ascii" or "us-ascii" or "latin1" or "latin-1" or "l1" or "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "cp1252" or "x-cp1252" or "ansi" => "windows-1252",
        "cp1250" => "windows-1250",
        "cp1251" or "x-cp1251" => "windows-1251",
        "iso-8859-9" or "latin5" => "windows-1254",
        "tis-620" or "iso-8859-11" => "windows-874",
        "sjis" or "x-sjis" or "shift-jis" or "windows-31j" or "cp932" => "shift_jis",
        "gbk" or "x-gbk" or "cp936" => "gb2312",
        "big5-hkscs" => "big5",
        "euc-kr" or "cp949" => "ks_c_5601-1987",
        _ => label,
    };

    /// <summary>Whether characters depend on a state that earlier bytes set, so that nothing can be cut out of such a text.</summary>
    public bool IsStateful =>
        Name.StartsWith("iso-2022", StringComparison.OrdinalIgnoreCase)
        || Name.StartsWith("x-cp5", StringComparison.OrdinalIgnoreCase)
        || Name.StartsWith("hz-", StringComparison.OrdinalIgnoreCase);

    /// <summary>The encoding of a sidecar or a document.</summary>
    public static SourceCodec Of(SourceEncoding kind, string name) => kind switch
    {
        SourceEncoding.Utf8 => Utf8,
        SourceEncoding.Utf16LittleEndian => Utf16LittleEndian,
        SourceEncoding.Utf16BigEndian => Utf16BigEndian,
        SourceEncoding.Windows1252 => Windows1252,
        _ => Find(name) ?? throw new UnreadableDocumentException($"'{name}' is no encoding that is known here."),
    };

    /// <summary>The encoding of a name in any case, null when there is none.</summary>
    public static SourceCodec? Find(string name)
    {
        string label = name.Trim();
        label = Canonical(label);
        if (label.Equals(Utf8.Name, StringComparison.OrdinalIgnoreCase))
            return Utf8;
        if (label.Equals(Utf16LittleEndian.Name, StringComparison.OrdinalIgnoreCase))
            return Utf16LittleEndian;
        if (label.Equals(Utf16BigEndian.Name, StringComparison.OrdinalIgnoreCase))
            return Utf16BigEndian;
        if (label.Equals(Windows1252.Name, StringComparison.OrdinalIgnoreCase))
            return Windows1252;
        try
        {
            Encoding found = CodePagesEncodingProvider.Instance.GetEncoding(label, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"))
                ?? System.Text.Encoding.GetEncoding(label, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));
            return new SourceCodec(SourceEncoding.Named, found.WebName, found);
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a text, null when a character has none.</summary>
    public byte[]? Encode(string text)
    {
        if (Encoding is null)
            return Reading.Windows1252.Encode(text);
        try
        {
            return Encoding.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return null;
        }
    }
}
