using System.Buffers;
using System.Text;
using System.Text.Json;
using ArticleClean.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests.Writing;

public class JsonTextTests
{
    private static string Ours(bool indented, Action<JsonText> write)
    {
        JsonText json = new(indented);
        write(json);
        return Encoding.UTF8.GetString(json.ToArray());
    }

    private static string Frameworks(bool indented, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> bytes = new();
        using (Utf8JsonWriter json = new(bytes, new JsonWriterOptions { Indented = indented, NewLine = "\n", Encoder = ReadableJsonEncoder.Instance }))
            write(json);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static void AssertSameText(string text) =>
        Assert.Equal(Frameworks(false, json => json.WriteStringValue(text)), Ours(false, json => json.Value(text)));

    [Fact]
    public void Every_code_unit_is_written_as_the_framework_writes_it()
    {
        for (int c = 0; c <= char.MaxValue; c++)
            AssertSameText($"a{(char)c}b");
    }

    [Theory]
    [InlineData(0x1F642)]
    [InlineData(0x20000)]
    [InlineData(0xE0001)]
    [InlineData(0x10FFFF)]
    public void Astral_characters_are_written_as_the_framework_writes_them(int scalar) => AssertSameText("“" + char.ConvertFromUtf32(scalar) + "”");

    [Fact]
    public void Any_text_is_written_as_the_framework_writes_it() =>
        Prop.ForAll<string>(static text => AssertSameText(text ?? "")).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nesting_is_written_as_the_framework_writes_it(bool indented) => Assert.Equal(
        Frameworks(indented, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("n", long.MinValue);
            json.WriteStartArray("none");
            json.WriteEndArray();
            json.WriteStartArray("all");
            json.WriteStringValue("one");
            json.WriteStartObject();
            json.WriteString("nothing", (string?)null);
            json.WriteBase64String("bytes", [0xFF, 0xFE, 1]);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteStartObject("empty");
            json.WriteEndObject();
            json.WriteEndObject();
        }),
        Ours(indented, json =>
        {
            json.StartObject();
            json.Property("n", long.MinValue);
            json.StartArray("none");
            json.EndArray();
            json.StartArray("all");
            json.Value("one");
            json.StartObject();
            json.Property("nothing", null);
            json.Base64("bytes", [0xFF, 0xFE, 1]);
            json.EndObject();
            json.EndArray();
            json.StartObject("empty");
            json.EndObject();
            json.EndObject();
        }));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(953)]
    [InlineData(1000)]
    [InlineData(-1200)]
    public void Thousandths_are_written_as_the_framework_writes_their_quotient(int value) => Assert.Equal(
        Frameworks(false, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("v", value / 1000m);
            json.WriteEndObject();
        }),
        Ours(false, json =>
        {
            json.StartObject();
            json.Thousandths("v", value);
            json.EndObject();
        }));
}
