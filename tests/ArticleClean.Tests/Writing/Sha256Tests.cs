using System.Security.Cryptography;
using ArticleClean.Detecting;
using ArticleClean.Writing;

namespace ArticleClean.Tests.Writing;

public class Sha256Tests
{
    [Fact]
    public void Inputs_of_every_length_around_the_blocks_hash_as_the_platform_hashes_them()
    {
        byte[] bytes = new byte[300];
        new Random(7).NextBytes(bytes);
        for (int length = 0; length <= bytes.Length; length++)
            Assert.Equal(SHA256.HashData(bytes.AsSpan(0, length)), Sha256.Hash(bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Many_inputs_of_all_sizes_hash_alike()
    {
        byte[] bytes = new byte[200_000];
        new Random(8).NextBytes(bytes);
        for (int i = 0; i < 40; i++)
        {
            ReadOnlySpan<byte> input = bytes.AsSpan(0, i * 5000);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(input)), Sha256.HexOf(input));
        }
    }

    [Theory]
    [InlineData(PackedResource.Rules)]
    [InlineData(PackedResource.Model)]
    public void What_the_build_packed_carries_its_hash(string name) =>
        Assert.Equal(SHA256.HashData(PackedResource.Content(name)), PackedResource.Hash(name));
}
