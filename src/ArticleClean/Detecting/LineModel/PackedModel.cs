using System.Runtime.InteropServices;

namespace ArticleClean.Detecting.LineModel;

/// <summary>A model as bytes: a magic number, then each table as a count and its raw little-endian items. Made by the build, so that a start parses nothing.</summary>
internal static class PackedModel
{
    /// <summary>Every <see cref="ModelKind"/> has its trees.</summary>
    private const int KindCount = (int)ModelKind.Html + 1;

    /// <summary>Changes with the layout.</summary>
    private const int Magic = 0x41434D31;

    public static byte[] Write(SegmentModel model)
    {
        using MemoryStream stream = new();
        Put<int>(stream, [Magic]);
        Put(stream, model.Words.Keys);
        Put(stream, model.Words.Values);
        Put(stream, model.Words.Bias);
        foreach (TreeEnsemble trees in model.Trees.SelectMany(t => (TreeEnsemble[])[t.First, t.Second]))
        {
            Put(stream, trees.Depths);
            Put(stream, trees.Columns);
            Put(stream, trees.Cuts);
            Put(stream, trees.Leaves);
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static SegmentModel Read(ReadOnlySpan<byte> bytes)
    {
        Reader reader = new(bytes);
        if (!BitConverter.IsLittleEndian || reader.TakeInts() is not [Magic])
            throw new InvalidDataException("The packed line model is of another version or machine.");
        LinearWeights words = new(reader.TakeUInts(), reader.TakeShorts(), reader.TakeInts());
        TreeStages[] trees = new TreeStages[KindCount];
        for (int kind = 0; kind < trees.Length; kind++)
            trees[kind] = new TreeStages(reader.Trees(), reader.Trees());
        return new SegmentModel(words, trees);
    }

    private static void Put<T>(MemoryStream stream, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        stream.Write(BitConverter.GetBytes(items.Length));
        stream.Write(MemoryMarshal.AsBytes(items));
    }

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> _rest = bytes;

        // A method for each kind of item: a generic one would be compiled at each start for each of them.

        public unsafe byte[] TakeBytes()
        {
            byte[] items = new byte[BitConverter.ToInt32(_rest)];
            fixed (byte* first = items)
                Fill(first, items.Length * sizeof(byte));
            return items;
        }

        public unsafe int[] TakeInts()
        {
            int[] items = new int[BitConverter.ToInt32(_rest)];
            fixed (int* first = items)
                Fill(first, items.Length * sizeof(int));
            return items;
        }

        public unsafe uint[] TakeUInts()
        {
            uint[] items = new uint[BitConverter.ToInt32(_rest)];
            fixed (uint* first = items)
                Fill(first, items.Length * sizeof(uint));
            return items;
        }

        public unsafe short[] TakeShorts()
        {
            short[] items = new short[BitConverter.ToInt32(_rest)];
            fixed (short* first = items)
                Fill(first, items.Length * sizeof(short));
            return items;
        }

        public unsafe ushort[] TakeUShorts()
        {
            ushort[] items = new ushort[BitConverter.ToInt32(_rest)];
            fixed (ushort* first = items)
                Fill(first, items.Length * sizeof(ushort));
            return items;
        }

        private unsafe void Fill(void* items, int length)
        {
            _rest.Slice(sizeof(int), length).CopyTo(new Span<byte>(items, length));
            _rest = _rest[(sizeof(int) + length)..];
        }

        public TreeEnsemble Trees()
        {
            byte[] depths = TakeBytes();
            ushort[] columns = TakeUShorts();
            short[] cuts = TakeShorts();
            return new TreeEnsemble(depths, columns, cuts, TakeShorts());
        }
    }
}
