using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ArticleClean.Writing;

/// <summary>
/// Writes JSON as UTF-8, indented by two spaces with LF or on one line; the same bytes as <see cref="Utf8JsonWriter"/> with
/// <see cref="ReadableJsonEncoder"/>, whose first use takes longer than cleaning a text. Nesting is the caller's to keep right.
/// </summary>
internal sealed class JsonText(bool indented)
{
    private const int FirstCapacity = 4096;

    private byte[] _bytes = new byte[FirstCapacity];
    private int _length;
    private int _depth;
    private bool _isFirst = true;
    private bool _isNamed;

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    public void StartObject() => Open('{');

    public void StartObject(string name)
    {
        Name(name);
        Open('{');
    }

    public void EndObject() => Close('}');

    public void StartArray(string name)
    {
        Name(name);
        Open('[');
    }

    public void EndArray() => Close(']');

    public void Name(string name)
    {
        Separate();
        Quote(name);
        Ascii(indented ? ": " : ":");
        _isNamed = true;
    }

    public void Value(string? value)
    {
        Separate();
        if (value is null)
            Ascii("null");
        else
            Quote(value);
    }

    public void Property(string name, string? value)
    {
        Name(name);
        Value(value);
    }

    public void Property(string name, long value)
    {
        Name(name);
        Separate();
        Ascii(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A number that is given in thousandths, with as few decimals as it needs.</summary>
    public void Thousandths(string name, int value)
    {
        Name(name);
        Separate();
        if (value < 0)
            Ascii('-');
        (int whole, int rest) = Math.DivRem(Math.Abs(value), 1000);
        Ascii(whole.ToString(CultureInfo.InvariantCulture));
        if (rest > 0)
            Ascii("." + rest.ToString(CultureInfo.InvariantCulture).PadLeft(3, '0').TrimEnd('0'));
    }

    public void Base64(string name, ReadOnlySpan<byte> value)
    {
        Name(name);
        Separate();
        Ascii("\"" + Convert.ToBase64String(value) + "\"");
    }

    /// <summary>Ends a document with a line end.</summary>
    public void EndLine() => Ascii("\n");

    /// <summary>
    /// Whether a character is written as itself. Ranges of common scripts and signs that are wholly assigned; a string with
    /// anything else is left to the framework's encoder.
    /// </summary>
    private static bool IsPlain(char c) => c switch
    {
        '"' or '\\' => false,
        < '\u007F' => c >= ' ',
        < '\u0378' => c is > '\u00A0' and not '\u00AD',
        < '\u0400' => false,
        < '\u0530' => true,
        < '\u2010' => false,
        < '\u2028' => true,
        < '\u3041' => c is >= '\u20A0' and <= '\u20BF' or >= '\u3001' and <= '\u303F',
        <= '\u3096' => true,
        < '\u30A0' => false,
        <= '\u30FF' => true,
        < '\u4E00' => false,
        <= '\u9FFF' => true,
        < '\uAC00' => false,
        _ => c <= '\uD7A3',
    };

    private static string? Escape(char c) => c switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => null,
    };

    private void Quote(string value)
    {
        int start = _length;
        Ascii("\"");
        int plain = 0;
        for (int i = 0; i < value.Length; i++)
        {
            if (IsPlain(value[i]))
                continue;
            if (Escape(value[i]) is not { } escaped)
            {
                _length = start;
                QuoteByFramework(value);
                return;
            }

            Utf8(value.AsSpan(plain, i - plain));
            Ascii(escaped);
            plain = i + 1;
        }

        Utf8(value.AsSpan(plain));
        Ascii("\"");
    }

    private void QuoteByFramework(string value)
    {
        Ascii('"');
        Utf8(ReadableJsonEncoder.Instance.Encode(value));
        Ascii('"');
    }

    private void Open(char bracket)
    {
        Separate();
        Ascii(bracket);
        _depth++;
        _isFirst = true;
    }

    private void Close(char bracket)
    {
        _depth--;
        if (!_isFirst)
            Indent();
        Ascii(bracket);
        _isFirst = false;
    }

    /// <summary>What stands before a name, or before a value that has none.</summary>
    private void Separate()
    {
        if (_isNamed)
        {
            _isNamed = false;
            return;
        }

        if (!_isFirst)
            Ascii(',');
        if (_depth > 0)
            Indent();
        _isFirst = false;
    }

    private void Indent()
    {
        if (!indented)
            return;
        int length = 1 + (2 * _depth);
        Span<byte> room = Room(length)[..length];
        room.Fill((byte)' ');
        room[0] = (byte)'\n';
        _length += length;
    }

    private void Ascii(char c)
    {
        Room(1)[0] = (byte)c;
        _length++;
    }

    private void Ascii(string text)
    {
        Span<byte> room = Room(text.Length);
        for (int i = 0; i < text.Length; i++)
            room[i] = (byte)text[i];
        _length += text.Length;
    }

    private void Utf8(ReadOnlySpan<char> text) => _length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    private Span<byte> Room(int length)
    {
        if (_bytes.Length - _length < length)
        {
            // Array.Copy is no generic method, so nothing of it is compiled at a start.
            byte[] larger = new byte[Math.Max(_bytes.Length * 2, _length + length)];
            Array.Copy(_bytes, larger, _length);
            _bytes = larger;
        }

        return _bytes.AsSpan(_length);
    }
}
