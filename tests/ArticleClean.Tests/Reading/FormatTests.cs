using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

public class FormatTests
{
    [Theory]
    [InlineData("a.html", DocumentFormat.Html)]
    [InlineData("dir.txt/a.HTM.gz", DocumentFormat.Html)]
    [InlineData("a.xhtml", DocumentFormat.Html)]
    [InlineData("a.txt", DocumentFormat.Text)]
    [InlineData("a.html.text", DocumentFormat.Text)]
    [InlineData("a.md", null)]
    [InlineData("-", null)]
    public void The_extension_tells_the_format(string name, DocumentFormat? format) => Assert.Equal(format, FormatDetector.ByName(name));

    [Theory]
    [InlineData("<!DOCTYPE html>\n<p>x", DocumentFormat.Html)]
    [InlineData("\n <?xml version='1.0'?> <!-- c --> <HTML lang=en>", DocumentFormat.Html)]
    [InlineData("<div><p>One.</p><p>Two.</p></div>", DocumentFormat.Html)]
    [InlineData("A story about <html> and what it did.", DocumentFormat.Text)]
    [InlineData("One<br/>two<br/>three.", DocumentFormat.Text)]
    [InlineData("<b>Note:</b> the rest is plain.", DocumentFormat.Text)]
    [InlineData("a < b and c > d", DocumentFormat.Text)]
    [InlineData("<3 <3 <3 <3 <3 <3", DocumentFormat.Text)]
    [InlineData("", DocumentFormat.Text)]
    public void Content_tells_the_format(string text, DocumentFormat format) => Assert.Equal(format, FormatDetector.ByContent(text));

    [Fact]
    public void A_long_text_with_some_tags_left_in_it_stays_text() =>
        Assert.Equal(DocumentFormat.Text, FormatDetector.ByContent(string.Concat(Enumerable.Repeat("<p>" + new string('x', 800) + "</p>\n", 30))));

    [Fact]
    public void A_page_without_a_name_is_read_as_one_in_utf16_too()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<!doctype html><p>x</p>")];
        Assert.Equal(DocumentFormat.Html, Bytes.Read(bytes, "-").Format);
    }

    [Theory]
    [InlineData("%PDF-1.7\n", "PDF")]
    [InlineData("PK\u0003\u0004abc", "ZIP")]
    [InlineData("\u0089PNG\r\n\u001A\n", "PNG")]
    [InlineData("\u00FF\u00D8\u00FF\u00E0", "JPEG")]
    [InlineData("GIF89a;", "GIF")]
    [InlineData("RIFF1234WEBPVP8 ", "WebP")]
    [InlineData("BM12345\0\0\0\0xx", null)]
    [InlineData("BM1234\0\0\0\0xxxx", "BMP")]
    [InlineData("\u001F\u008B\u0008", "gzip data without the extension .gz")]
    [InlineData("BMW sold more cars.", null)]
    public void Binary_formats_are_refused_by_name(string head, string? name)
    {
        string? found = BinarySniffer.NameOf(Bytes.Of(head));
        if (name is null)
            Assert.Null(found);
        else
            Assert.Contains(name, found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_names_the_file_and_what_it_is() =>
        Assert.Equal("'report.txt' is a PDF document, not text or HTML.", Bytes.ErrorOf("%PDF-1.4 ..."u8.ToArray(), "report.txt"));

    [Fact]
    public void Over_one_NUL_in_a_hundred_is_binary_and_the_message_hints_at_UTF16()
    {
        Assert.Contains("utf-16le", Bytes.ErrorOf(Encoding.Unicode.GetBytes("No mark.")), StringComparison.Ordinal);
        Assert.Contains("NUL", Bytes.ErrorOf([.. new byte[2], .. Bytes.Of(new string('x', 190))]), StringComparison.Ordinal);
        Assert.Equal(200, Bytes.Read([.. new byte[2], .. Bytes.Of(new string('x', 198))]).Text.Length);
    }

    [Fact]
    public void Over_one_other_control_character_in_ten_is_binary()
    {
        Assert.Contains("control", Bytes.ErrorOf(Bytes.Of("12345678\u0001")), StringComparison.Ordinal);
        Assert.Equal("123456789\u0001", Bytes.Read(Bytes.Of("123456789\u0001")).Text);
        Assert.Equal("\t\r\n\f\v\t\r\n", Bytes.Read(Bytes.Of("\t\r\n\f\v\t\r\n")).Text);
    }

    [Fact]
    public void Over_the_cap_the_message_names_file_size_cap_and_the_way_out()
    {
        string message = Bytes.ErrorOf(new byte[2000], "big.txt", maxBytes: 1500);
        Assert.All(["'big.txt'", "2,000", "1,500", "--max-bytes"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
