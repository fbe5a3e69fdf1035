using System.Numerics;

namespace ArticleClean.Detecting.Phrases;

/// <summary>A set of symbols as 256 bits of their hashes (Bloom, 1970): holds every symbol that was put in, and a few others.</summary>
internal readonly record struct SymbolFilter(ulong A, ulong B, ulong C, ulong D)
{
    /// <summary>The filter that holds everything.</summary>
    public static SymbolFilter All { get; } = new(ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue);

    public bool IsAll => (A & B & C & D) == ulong.MaxValue;

    public int Count => BitOperations.PopCount(A) + BitOperations.PopCount(B) + BitOperations.PopCount(C) + BitOperations.PopCount(D);

    /// <summary>The same set as 64 bits.</summary>
    public ulong Folded => A | B | C | D;

    public SymbolFilter With(int symbol)
    {
        uint bit = Hash(symbol);
        ulong mask = 1UL << (int)bit;
        return (bit >> 6) switch
        {
            0 => this with { A = A | mask },
            1 => this with { B = B | mask },
            2 => this with { C = C | mask },
            _ => this with { D = D | mask },
        };
    }

    public SymbolFilter With(in SymbolFilter other) => new(A | other.A, B | other.B, C | other.C, D | other.D);

    public bool Has(int symbol)
    {
        uint bit = Hash(symbol);
        ulong word = (bit >> 6) switch { 0 => A, 1 => B, 2 => C, _ => D };
        return (word >> (int)bit & 1) != 0;
    }

    /// <summary>Whether everything of this filter is in another.</summary>
    public bool IsIn(in SymbolFilter other) => ((A & ~other.A) | (B & ~other.B) | (C & ~other.C) | (D & ~other.D)) == 0;

    /// <summary>Whether the filters share anything.</summary>
    public bool Meets(in SymbolFilter other) => ((A & other.A) | (B & other.B) | (C & other.C) | (D & other.D)) != 0;

    /// <summary>A set in the making, without a copy for each symbol.</summary>
    public ref struct Builder
    {
        private ulong _a, _b, _c, _d;

        public readonly bool IsEmpty => (_a | _b | _c | _d) == 0;

        public void Add(int symbol)
        {
            uint bit = Hash(symbol);
            ulong mask = 1UL << (int)bit;
            switch (bit >> 6)
            {
                case 0: _a |= mask; break;
                case 1: _b |= mask; break;
                case 2: _c |= mask; break;
                default: _d |= mask; break;
            }
        }

        public readonly SymbolFilter ToFilter() => new(_a, _b, _c, _d);
    }

    private static uint Hash(int symbol) => ((uint)symbol * 0x9E3779B1) >> 24;
}
