using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace ArticleClean.Writing;

/// <summary>
/// SHA-256 (FIPS 180-4). The platform's own is quicker, but its first use loads a cryptographic library, which takes
/// longer than cleaning a text: the first few small inputs of a process are hashed here. Thread-safe.
/// </summary>
internal static class Sha256
{
    /// <summary>Up to this length hashing here takes less than a millisecond.</summary>
    private const int SmallBytes = 1 << 16;

    /// <summary>A run that hashes more often than this is long enough to load the library.</summary>
    private const int FewInputs = 16;

    private const int BlockBytes = 64;
    private const int LengthBytes = sizeof(ulong);

    private static int _inputs;

    private static readonly uint[] Initial =
    [
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    ];

    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The hash in lower-case hexadecimal.</summary>
    public static string HexOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > SmallBytes || Volatile.Read(ref _inputs) >= FewInputs)
            return Hex(SHA256.HashData(bytes));
        Interlocked.Increment(ref _inputs);
        return Hex(Hash(bytes));
    }

    /// <summary>Bytes in lower-case hexadecimal; the framework's way is compiled at each start.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes)
    {
        char[] digits = new char[bytes.Length * 2];
        for (int i = 0; i < bytes.Length; i++)
        {
            digits[2 * i] = Digit(bytes[i] >> 4);
            digits[(2 * i) + 1] = Digit(bytes[i] & 15);
        }

        return new string(digits);
    }

    /// <summary>The hash of the bytes, 32 of them, without the platform's library.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> bytes)
    {
        uint[] state = [.. Initial];
        uint[] schedule = new uint[Constants.Length];
        ReadOnlySpan<byte> rest = bytes;
        for (; rest.Length >= BlockBytes; rest = rest[BlockBytes..])
            Mix(state, schedule, rest);

        byte[] last = new byte[rest.Length + 1 + LengthBytes <= BlockBytes ? BlockBytes : 2 * BlockBytes];
        rest.CopyTo(last);
        last[rest.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(last.AsSpan(last.Length - LengthBytes), (ulong)bytes.Length * 8);
        for (int start = 0; start < last.Length; start += BlockBytes)
            Mix(state, schedule, last.AsSpan(start));

        byte[] hash = new byte[SHA256.HashSizeInBytes];
        for (int i = 0; i < state.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(i * sizeof(uint)), state[i]);
        return hash;
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);

    private static void Mix(uint[] state, uint[] w, ReadOnlySpan<byte> block)
    {
        for (int i = 0; i < 16; i++)
            w[i] = BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..]);
        for (int i = 16; i < w.Length; i++)
        {
            uint low = BitOperations.RotateRight(w[i - 15], 7) ^ BitOperations.RotateRight(w[i - 15], 18) ^ (w[i - 15] >> 3);
            uint high = BitOperations.RotateRight(w[i - 2], 17) ^ BitOperations.RotateRight(w[i - 2], 19) ^ (w[i - 2] >> 10);
            w[i] = w[i - 16] + low + w[i - 7] + high;
        }

        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (int i = 0; i < w.Length; i++)
        {
            uint first = h + (BitOperations.RotateRight(e, 6) ^ BitOperations.RotateRight(e, 11) ^ BitOperations.RotateRight(e, 25))
                + ((e & f) ^ (~e & g)) + Constants[i] + w[i];
            uint second = (BitOperations.RotateRight(a, 2) ^ BitOperations.RotateRight(a, 13) ^ BitOperations.RotateRight(a, 22))
                + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }
}
