namespace ArticleClean.Scoring;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): the same numbers for a seed on every platform and runtime.</summary>
internal sealed class SplitMix(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        ulong z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>At least 0, below 1.</summary>
    public float NextUnit() => (Next() >> 40) * (1f / (1 << 24));

    /// <summary>Below <paramref name="bound"/>.</summary>
    public int NextInt(int bound) => (int)((UInt128)Next() * (ulong)bound >> 64);
}
