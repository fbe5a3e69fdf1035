using System.IO.Compression;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

public class GzipTests
{
    private static byte[] Zip(byte[] bytes, CompressionLevel level = CompressionLevel.Optimal)
    {
        using MemoryStream stream = new();
        using (GZipStream gzip = new(stream, level, leaveOpen: true))
            gzip.Write(bytes);
        return stream.ToArray();
    }

    private static byte[] Noise(int length)
    {
        byte[] bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    private static byte[] Inflate(byte[] bytes, long maxBytes = 1 << 22) => GzipReader.Inflate(new MemoryStream(bytes), "a.txt.gz", maxBytes);

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    [InlineData(1_000_000)]
    public void What_was_compressed_comes_out(int length) => Assert.Equal(Noise(length), Inflate(Zip(Noise(length))));

    [Fact]
    public void An_empty_member_is_an_empty_file() =>
        Assert.Empty(Inflate([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]));

    [Fact]
    public void Members_follow_each_other_wherever_the_buffers_end()
    {
        for (int length = 8100; length < 8260; length++)
        {
            byte[] one = Noise(length), two = Noise(50);
            Assert.Equal([.. one, .. two], Inflate([.. Zip(one, CompressionLevel.NoCompression), .. Zip(two)]));
        }
    }

    [Fact]
    public void Every_truncation_is_an_error_that_says_so()
    {
        byte[] whole = Zip(Noise(300));
        for (int length = 0; length < whole.Length; length++)
        {
            string message = Assert.Throws<UnreadableDocumentException>(() => Inflate(whole[..length])).Message;
            Assert.Contains("'a.txt.gz'", message, StringComparison.Ordinal);
            Assert.Contains("truncated", message, StringComparison.Ordinal);
        }

        byte[] large = Zip(Noise(100_000));
        foreach (int missing in new[] { 1, 4, 8, 9, 100, 8192, 50_000 })
            Assert.Throws<UnreadableDocumentException>(() => Inflate(large[..^missing]));
    }

    [Fact]
    public void A_second_member_that_is_cut_off_is_an_error()
    {
        byte[] two = [.. Zip(Noise(100)), .. Zip(Noise(200))];
        for (int missing = 1; missing < 200; missing++)
            Assert.Throws<UnreadableDocumentException>(() => Inflate(two[..^missing]));
    }

    [Fact]
    public void Damage_and_what_is_no_gzip_are_errors()
    {
        byte[] damaged = Zip(Noise(1000));
        damaged[500] ^= 0x10;
        Assert.Throws<UnreadableDocumentException>(() => Inflate(damaged));
        Assert.Throws<UnreadableDocumentException>(() => Inflate("plain text"u8.ToArray()));
    }

    [Fact]
    public void The_cap_counts_what_comes_out() =>
        Assert.Contains("2,000", Assert.Throws<UnreadableDocumentException>(() => Inflate(Zip(new byte[1_000_000]), 2000)).Message, StringComparison.Ordinal);
}
