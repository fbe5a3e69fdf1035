using System.Runtime.InteropServices;

namespace ArticleClean.Detecting.LineModel;

/// <summary>A model as bytes: a magic number, then each table as a count and its raw little-endian items. Made by the build, so that a start parses nothing.</summary>
internal static class PackedModel
{
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
        if (!BitConverter.IsLittleEndian || reader.Take<int>() is not [Magic])
            throw new InvalidDataException("The packed line model is of another version or machine.");
        LinearWeights words = new(reader.Take<uint>(), reader.Take<short>(), reader.Take<int>());
        TreeStages[] trees = new TreeStages[Enum.GetValues<ModelKind>().Length];
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

        public unsafe T[] Take<T>()
            where T : unmanaged
        {
            int count = BitConverter.ToInt32(_rest);
            T[] items = new T[count];
            int length = count * sizeof(T);
            // Pointers, because spans over each kind of item would be compiled at each start.
            fixed (T* first = items)
                _rest.Slice(sizeof(int), length).CopyTo(new Span<byte>(first, length));
            _rest = _rest[(sizeof(int) + length)..];
            return items;
        }

        public TreeEnsemble Trees()
        {
            byte[] depths = Take<byte>();
            ushort[] columns = Take<ushort>();
            short[] cuts = Take<short>();
            return new TreeEnsemble(depths, columns, cuts, Take<short>());
        }
    }
}
