using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArticleClean.Detecting.Phrases;

/// <summary>A set of symbols as 256 bits of their hashes (Bloom, 1970): holds every symbol that was put in, and a few others.</summary>
[StructLayout(LayoutKind.Sequential)]
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
        // Indexed: which of the four words a symbol falls into no branch can foresee.
        uint bit = Hash(symbol);
        return (Unsafe.Add(ref Unsafe.As<SymbolFilter, ulong>(ref Unsafe.AsRef(in this)), bit >> 6) >> (int)bit & 1) != 0;
    }

    /// <summary>Whether everything of this filter is in another.</summary>
    public bool IsIn(in SymbolFilter other) => ((A & ~other.A) | (B & ~other.B) | (C & ~other.C) | (D & ~other.D)) == 0;

    /// <summary>Whether the filters share anything.</summary>
    public bool Meets(in SymbolFilter other) => ((A & other.A) | (B & other.B) | (C & other.C) | (D & other.D)) != 0;

    /// <summary>A set in the making, without a copy for each symbol.</summary>
    public ref struct Builder
    {
        private SymbolFilter _filter;

        public readonly bool IsEmpty => _filter == default;

        /// <summary>Puts a symbol in; 0, for no symbol, puts in nothing. No branch asks for that: no one could foresee which way it goes.</summary>
        public void Add(int symbol)
        {
            uint bit = Hash(symbol);
            Unsafe.Add(ref Unsafe.As<SymbolFilter, ulong>(ref _filter), bit >> 6) |= (ulong)((uint)-symbol >> 31) << (int)bit;
        }

        public readonly SymbolFilter ToFilter() => _filter;
    }

    private static uint Hash(int symbol) => ((uint)symbol * 0x9E3779B1) >> 24;
}
