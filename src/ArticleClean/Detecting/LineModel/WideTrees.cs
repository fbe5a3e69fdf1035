using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// The same sums as <see cref="TreeEnsemble.Score"/> gives, where the machine has vectors of 32 values: the leaves of a tree
/// fill two of them, so that one instruction looks up the leaves of 32 rows. This code is never compiled ahead.
/// </summary>
internal sealed class WideTrees
{
    private const int Width = 32;
    private const int Leaves = 1 << TreeEnsemble.MaxDepth;

    private readonly int _trees;
    private readonly ushort[] _columns;
    private readonly short[] _cuts;
    private readonly short[] _leaves;

    /// <summary>Lays every tree out as one of full depth.</summary>
    public WideTrees(TreeEnsemble trees)
    {
        _trees = trees.Depths.Length;
        _columns = new ushort[_trees * TreeEnsemble.MaxDepth];
        _cuts = new short[_trees * TreeEnsemble.MaxDepth];
        _leaves = new short[_trees * Leaves];
        Array.Fill(_cuts, short.MaxValue); // a question that nobody is asked: no value is above the largest
        int level = 0, leaf = 0;
        for (int t = 0; t < _trees; t++)
        {
            int depth = trees.Depths[t];
            trees.Columns.Slice(level, depth).CopyTo(_columns.AsSpan(t * TreeEnsemble.MaxDepth));
            trees.Cuts.Slice(level, depth).CopyTo(_cuts.AsSpan(t * TreeEnsemble.MaxDepth));
            trees.Leaves.Slice(leaf, 1 << depth).CopyTo(_leaves.AsSpan(t * Leaves));
            level += depth;
            leaf += 1 << depth;
        }
    }

    /// <summary>Whether this machine can.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        get => Avx512BW.IsSupported;
    }

    /// <summary>Adds the scores of all rows, in thousandths of log-odds.</summary>
    /// <param name="values">Columns one after the other, each <paramref name="stride"/> long.</param>
    /// <param name="stride">A multiple of 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(int[] scores, ReadOnlySpan<short> values, int stride)
    {
        ref short first = ref MemoryMarshal.GetReference(values);
        ref ushort column = ref MemoryMarshal.GetArrayDataReference(_columns);
        ref short cut = ref MemoryMarshal.GetArrayDataReference(_cuts);
        ref short leaf = ref MemoryMarshal.GetArrayDataReference(_leaves);
        ref int sums = ref MemoryMarshal.GetArrayDataReference(scores);
        for (int row = 0; row < stride; row += Width)
        {
            Vector512<int> low = Vector512<int>.Zero, high = Vector512<int>.Zero;
            for (int t = 0, q = 0; t < _trees; t++, q += TreeEnsemble.MaxDepth)
            {
                Vector512<short> place = Vector512<short>.Zero;
                for (int level = 0; level < TreeEnsemble.MaxDepth; level++)
                {
                    Vector512<short> answers = Vector512.LoadUnsafe(ref first, (nuint)((Unsafe.Add(ref column, q + level) * stride) + row));
                    Vector512<short> above = Vector512.GreaterThan(answers, Vector512.Create(Unsafe.Add(ref cut, q + level)));
                    place |= above & Vector512.Create((short)(1 << level));
                }

                nuint leaves = (nuint)(t * Leaves);
                Vector512<short> found = Avx512BW.PermuteVar32x16x2(
                    Vector512.LoadUnsafe(ref leaf, leaves), place, Vector512.LoadUnsafe(ref leaf, leaves + Width));
                (Vector512<int> lower, Vector512<int> upper) = Vector512.Widen(found);
                low += lower;
                high += upper;
            }

            low.StoreUnsafe(ref sums, (nuint)row);
            high.StoreUnsafe(ref sums, (nuint)(row + (Width / 2)));
        }
    }
}
