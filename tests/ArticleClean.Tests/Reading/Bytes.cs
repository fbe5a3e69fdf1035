using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

/// <summary>Bytes for tests of the reader.</summary>
internal static class Bytes
{
    public static byte[] Of(string latin1) => Encoding.Latin1.GetBytes(latin1);

    public static Document Read(byte[] bytes, string name = "test.txt", string? encoding = null) =>
        DocumentReader.Read(bytes, new SourceHints { Name = name, Encoding = encoding }, CleanOptions.Default.MaxBytes);

    public static string ErrorOf(byte[] bytes, string name = "test.txt", string? encoding = null, long maxBytes = 1 << 20) =>
        Assert.Throws<UnreadableDocumentException>(
            () => DocumentReader.Read(bytes, new SourceHints { Name = name, Encoding = encoding }, maxBytes)).Message;
}
