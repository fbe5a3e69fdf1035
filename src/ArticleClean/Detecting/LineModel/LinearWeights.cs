using System.Numerics;
using System.Runtime.CompilerServices;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>The three answers of the linear stage, in hundredths of log-odds that something is junk: the segment itself, what follows it, what stands before it.</summary>
internal readonly record struct LinearScores(int Self, int After, int Before);

/// <summary>The linear stage: an open-addressing table from feature keys to three weights each, in thousandths.</summary>
/// <param name="keys">As many slots as a power of two; 0 is empty.</param>
/// <param name="values">Three weights a slot: for the segment itself, for what follows, for what stands before.</param>
/// <param name="bias">The three scores of a segment without features, in thousandths.</param>
internal sealed class LinearWeights(uint[] keys, short[] values, int[] bias)
{
    public const int Outputs = 3;

    private readonly uint[] _keys = keys;
    private readonly short[] _values = values;
    private readonly int[] _bias = bias;

    /// <summary>Bits of the filter over the keys, as a power of two: one in eight is set, and 64 KiB stay near where the table does not.</summary>
    private const int FilterLog = 19;

    private readonly ulong[] _filter = FilterOf(keys);

    public ReadOnlySpan<uint> Keys => _keys;
    public ReadOnlySpan<short> Values => _values;
    public ReadOnlySpan<int> Bias => _bias;

    /// <summary>Builds the table, at most four fifths full.</summary>
    public static LinearWeights FromEntries(IEnumerable<(uint Key, short[] Values)> entries, int count, int[] bias)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, (count * 5 / 4) + 1));
        uint[] keys = new uint[slots];
        short[] values = new short[slots * Outputs];
        foreach ((uint key, short[] weights) in entries)
        {
            uint slot = key & ((uint)slots - 1);
            while (keys[slot] != 0)
                slot = (slot + 1) & ((uint)slots - 1);
            keys[slot] = key;
            weights.CopyTo(values.AsSpan((int)slot * Outputs));
        }

        return new LinearWeights(keys, values, bias);
    }

    /// <summary>The scores of a segment's words; the sum over n features is divided by the root of n.</summary>
    public LinearScores Score(Segmented document, in Segment segment)
    {
        Sink sink = new(this);
        WordFeatures.Collect(document, segment, ref sink);
        int scale = InverseRoot.Of(sink.Count);
        (int self, int after, int before) = sink.Sums();
        return new LinearScores(Scaled(_bias[0], self, scale), Scaled(_bias[1], after, scale), Scaled(_bias[2], before, scale));
    }

    /// <summary>For each element what the path of a block in it adds to the scores of the block's segments.</summary>
    public LinearScores[] Score(PathWords paths)
    {
        // What stands further out is the same for all blocks below an element: sums are handed down.
        PathSums[] near = new PathSums[paths.Count], far = new PathSums[paths.Count];
        LinearScores[] scores = new LinearScores[paths.Count];
        Sink sink = new(this);
        PathSums before = default;
        for (int node = 0; node < scores.Length; node++)
        {
            paths.CollectNear(node, ref sink);
            near[node] = Taken(ref sink, ref before);
            paths.CollectFar(node, ref sink);
            far[node] = Taken(ref sink, ref before);
            paths.CollectTags(node, ref sink);
            PathSums all = Taken(ref sink, ref before) + near[node];
            int parent = paths.ParentOf(node);
            if (parent >= 0)
            {
                far[node] += far[parent];
                all += near[parent];
                if (paths.ParentOf(parent) is >= 0 and int above)
                    all += far[above];
            }

            int scale = InverseRoot.Of(all.Count);
            scores[node] = new LinearScores(Scaled(0, all.Self, scale), Scaled(0, all.After, scale), Scaled(0, all.Before, scale));
        }

        return scores;
    }

    private static ulong[] FilterOf(uint[] keys)
    {
        ulong[] filter = new ulong[1 << (FilterLog - 6)];
        foreach (uint key in keys)
        {
            if (key != 0)
                filter[key >> (38 - FilterLog)] |= 1UL << (int)(key >> (32 - FilterLog));
        }

        return filter;
    }

    private static int Scaled(int bias, int sum, int scale) => (bias + (int)(((long)sum * scale) >> InverseRoot.Shift)) / 10;

    /// <summary>
    /// Gathers the features that are in the table and adds their weights at the end: the table is larger than a near
    /// cache, and what is asked for together arrives together.
    /// </summary>
    private struct Sink(LinearWeights weights) : IWordFeatureSink
    {
        private KeyBuffer _waiting;
        private int _waitingCount;
        private int _self, _after, _before;

        public int Count { get; private set; }

        public void Add(uint key, WordFeature kind, int first, int last, ulong detail)
        {
            Count++;
            // Most pairs of words are in no table.
            if ((weights._filter[key >> (38 - FilterLog)] >> (int)(key >> (32 - FilterLog)) & 1) == 0)
                return;
            if (_waitingCount == KeyBuffer.Size)
                AddWaiting();
            uint slot = key & ((uint)weights._keys.Length - 1);
            NearCache.Fetch(in weights._keys[slot]);
            NearCache.Fetch(in weights._values[(int)slot * Outputs]);
            _waiting[_waitingCount++] = key;
        }

        /// <summary>The sums of all features that were added, in thousandths.</summary>
        public (int Self, int After, int Before) Sums()
        {
            AddWaiting();
            return (_self, _after, _before);
        }

        private void AddWaiting()
        {
            for (int i = 0; i < _waitingCount; i++)
            {
                int slot = weights.Find(_waiting[i]);
                if (slot < 0)
                    continue;
                ReadOnlySpan<short> values = weights._values.AsSpan(slot * Outputs, Outputs);
                _self += values[0];
                _after += values[1];
                _before += values[2];
            }

            _waitingCount = 0;
        }
    }

    /// <summary>How many features, and the sums of their weights in thousandths.</summary>
    private readonly record struct PathSums(int Count, int Self, int After, int Before)
    {
        public static PathSums operator +(PathSums a, PathSums b) => new(a.Count + b.Count, a.Self + b.Self, a.After + b.After, a.Before + b.Before);

        public static PathSums operator -(PathSums a, PathSums b) => new(a.Count - b.Count, a.Self - b.Self, a.After - b.After, a.Before - b.Before);
    }

    /// <summary>What a sink took since the last time.</summary>
    private static PathSums Taken(ref Sink sink, ref PathSums before)
    {
        (int self, int after, int beforehand) = sink.Sums();
        PathSums now = new(sink.Count, self, after, beforehand);
        PathSums taken = now - before;
        before = now;
        return taken;
    }

    /// <summary>The slot of a key, -1 when it is not there.</summary>
    private int Find(uint key)
    {
        uint mask = (uint)_keys.Length - 1;
        for (uint slot = key & mask; ; slot = (slot + 1) & mask)
        {
            uint there = _keys[slot];
            if (there == key)
                return (int)slot;
            if (there == 0)
                return -1;
        }
    }

    [InlineArray(Size)]
    private struct KeyBuffer
    {
        public const int Size = 64;

        private uint _first;
    }
}

/// <summary>1 / sqrt(n) as integers, so that every machine scales alike.</summary>
internal static class InverseRoot
{
    public const int Shift = 16;
    private const int Known = 256;
    private static readonly int[] Table = Build();

    /// <summary>65536 / sqrt(n), rounded down; n from 0 (taken as 1) up, over 255 taken as 255.</summary>
    public static int Of(int n) => Table[Math.Min(n, Known - 1)];

    private static int[] Build()
    {
        int[] table = new int[Known];
        // The roots fall, so each search goes on where the last one ended.
        int root = 1 << Shift;
        for (int n = 1; n < Known; n++)
        {
            while ((long)root * root * n > 1L << (2 * Shift))
                root--;
            table[n] = root;
        }

        table[0] = table[1];
        return table;
    }
}
