using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

public class EncodingTests
{
    [Fact]
    public void Valid_utf8_is_read_as_such()
    {
        Document document = Bytes.Read(Encoding.UTF8.GetBytes("Größe 字 🙂"));
        Assert.Equal("Größe 字 🙂", document.Text);
        Assert.Equal(("utf-8", 0), (document.Source.EncodingName, document.Source.BomLength));
    }

    [Theory]
    [InlineData("utf-8", 3)]
    [InlineData("utf-16le", 2)]
    [InlineData("utf-16be", 2)]
    [InlineData("utf-32", 4)]
    public void A_byte_order_mark_tells_the_encoding_and_is_no_text(string name, int bomLength)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(true),
            "utf-16le" => new UnicodeEncoding(false, true),
            "utf-16be" => new UnicodeEncoding(true, true),
            _ => new UTF32Encoding(false, true),
        };
        Document document = Bytes.Read([.. encoding.GetPreamble(), .. encoding.GetBytes("Größe 🙂\n")]);
        Assert.Equal("Größe 🙂\n", document.Text);
        Assert.Equal((name, bomLength), (document.Source.EncodingName, document.Source.BomLength));
    }

    [Fact]
    public void Bad_bytes_in_a_text_that_is_mostly_utf8_are_listed_one_by_one()
    {
        Document document = Bytes.Read([.. "é è üß "u8, 0xE2, 0x82, .. " x "u8, 0xFF, (byte)'y']);
        Assert.Equal("é è üß \uFFFD\uFFFD x \uFFFDy", document.Text);
        Assert.Equal([7, 8, 12], document.Source.Undecodable.ToArray());
        SourceCursor cursor = document.Source.CursorOver(document.Text);
        Assert.Equal([0, 2, 11, 12, 13, 16, 17, 18], new[] { 0, 1, 7, 8, 9, 12, 13, 14 }.Select(cursor.ByteAt));
    }

    [Fact]
    public void More_bad_bytes_than_sequences_are_windows_1252()
    {
        Document document = Bytes.Read(Bytes.Of("\u0093Fr\u00FChst\u00FCck\u0094 \u0080 5 \u0081"));
        Assert.Equal("“Frühstück” € 5 \u0081", document.Text);
        Assert.Equal("windows-1252", document.Source.EncodingName);
        Assert.Empty(document.Source.Undecodable);
        Assert.Empty(document.Warnings);
    }

    [Fact]
    public void Every_byte_of_windows_1252_goes_there_and_back()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        Assert.Equal(all, Windows1252.Encode(Windows1252.Decode(all)));
        Assert.Null(Windows1252.Encode("字"));
    }

    [Fact]
    public void Cyrillic_that_is_read_as_windows_1252_is_warned_of()
    {
        byte[] bytes = SourceCodec.Find("windows-1251")!.Encode("Правительство приняло новый закон о печати")!;
        Assert.Contains("--encoding", Assert.Single(Bytes.Read(bytes).Warnings), StringComparison.Ordinal);
        Document named = Bytes.Read(bytes, encoding: "windows-1251");
        Assert.Equal("Правительство приняло новый закон о печати", named.Text);
        Assert.Empty(named.Warnings);
    }

    [Fact]
    public void A_lone_surrogate_and_an_odd_last_byte_are_listed()
    {
        byte[] bytes = [0xFF, 0xFE, (byte)'a', 0, 0x00, 0xD8, (byte)'b', 0, 0x3D, 0xD8, 0x42, 0xDE, (byte)'c'];
        Document document = Bytes.Read(bytes);
        Assert.Equal("a\uFFFDb🙂\uFFFD", document.Text);
        Assert.Equal([1, 5], document.Source.Undecodable.ToArray());
        SourceCursor cursor = document.Source.CursorOver(document.Text);
        Assert.Equal([2, 4, 6, 8, 12, 13], new[] { 0, 1, 2, 3, 5, 6 }.Select(cursor.ByteAt));
    }

    [Theory]
    [InlineData("shift_jis", "朝刊 ABC ｱ")]
    [InlineData("gb18030", "新闻 €")]
    [InlineData("big5", "新聞")]
    [InlineData("EUC-KR", "조선 신문")]
    [InlineData("koi8-r", "Новости")]
    [InlineData("iso-8859-2", "Žluťoučký")]
    [InlineData("UTF-16LE", "a字")]
    [InlineData("latin1", "fünf € ”")]
    public void A_named_encoding_overrides(string name, string text)
    {
        SourceCodec codec = SourceCodec.Find(name)!;
        Document document = Bytes.Read(codec.Encode(text)!, encoding: name);
        Assert.Equal(text, document.Text);
        SourceCursor cursor = document.Source.CursorOver(document.Text);
        for (int i = 0; i <= text.Length; i++)
            Assert.Equal(codec.Encode(text[..i])!.Length, cursor.ByteAt(i));
    }

    [Fact]
    public void What_a_named_encoding_cannot_decode_is_listed()
    {
        Document document = Bytes.Read([0x8A, (byte)'A', 0x8A], encoding: "euc-jp");
        Assert.NotEmpty(document.Source.Undecodable);
        SourceCursor cursor = document.Source.CursorOver(document.Text);
        Assert.Equal(3, cursor.ByteAt(document.Text.Length));
    }

    [Fact]
    public void An_unknown_encoding_is_named() =>
        Assert.Contains("'klingon'", Bytes.ErrorOf([1], encoding: "klingon"), StringComparison.Ordinal);

    [Fact]
    public void An_encoding_with_a_state_is_refused_for_text() =>
        Assert.Contains("iso-2022-jp", Bytes.ErrorOf("abc"u8.ToArray(), encoding: "iso-2022-jp"), StringComparison.Ordinal);

    [Theory]
    [InlineData("<meta charset=windows-1251>", "windows-1251")]
    [InlineData("<title>x</title><META http-equiv='Content-Type' content='text/html; charset=ISO-8859-2'>", "iso-8859-2")]
    [InlineData("<?xml version='1.0' encoding='koi8-r'?><html>", "koi8-r")]
    [InlineData("<meta charset=\"utf-16\">", "utf-8")]
    [InlineData("<!-- <meta charset=big5> --><meta charset = 'iso-8859-1' />", "windows-1252")]
    [InlineData("<meta charset=nonsense>", null)]
    [InlineData("<p>charset=big5</p>", null)]
    public void A_page_declares_its_character_set(string head, string? name) =>
        Assert.Equal(name, CharsetDeclaration.Find(Bytes.Of(head))?.Name);

    [Fact]
    public void A_declared_character_set_is_honoured_where_the_bytes_are_not_utf8()
    {
        byte[] body = SourceCodec.Find("windows-1251")!.Encode("<p>Новости дня</p>")!;
        Document page = Bytes.Read([.. "<html><meta charset=windows-1251>"u8, .. body], "page.html");
        Assert.Equal("windows-1251", page.Source.EncodingName);
        Assert.Contains("Новости дня", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ab\ncd\r\nef\rgh", 0, 1, 1)]
    [InlineData("ab\ncd\r\nef\rgh", 2, 1, 3)]
    [InlineData("ab\ncd\r\nef\rgh", 3, 2, 1)]
    [InlineData("ab\ncd\r\nef\rgh", 7, 3, 1)]
    [InlineData("ab\ncd\r\nef\rgh", 11, 4, 2)]
    [InlineData("a\u0085b\u2028c\u000Bd", 6, 1, 7)]
    [InlineData("\r\r\n\n", 4, 4, 1)]
    public void A_line_ends_at_LF_CRLF_or_CR(string text, int offset, int line, int column)
    {
        Document document = Bytes.Read(Encoding.UTF8.GetBytes(text));
        Assert.Equal((line, column), document.Source.CursorOver(text).PositionAt(offset));
    }

    [Fact]
    public void A_cursor_says_the_same_whether_it_steps_or_leaps()
    {
        const string Text = "a\r\nb\n\rü字🙂c\r\r\nd\n";
        Document document = Bytes.Read(Encoding.UTF8.GetBytes(Text));
        SourceCursor stepping = document.Source.CursorOver(Text);
        for (int i = 0; i <= Text.Length; i++)
        {
            if (i < Text.Length && char.IsLowSurrogate(Text[i]))
                continue;
            SourceCursor leaping = document.Source.CursorOver(Text);
            Assert.Equal(leaping.PositionAt(i), stepping.PositionAt(i));
            Assert.Equal(Encoding.UTF8.GetByteCount(Text[..i]), stepping.ByteAt(i));
        }

        Assert.Equal((1, 1), stepping.PositionAt(0));
        Assert.Equal(0, stepping.ByteAt(0));
    }
}
