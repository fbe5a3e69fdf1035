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
        PackedReader reader = new(bytes);
        if (!BitConverter.IsLittleEndian || reader.TakeInts() is not [Magic])
            throw new InvalidDataException("The packed line model is of another version or machine.");
        LinearWeights words = new(reader.TakeUInts(), reader.TakeShorts(), reader.TakeInts());
        TreeStages[] trees = new TreeStages[KindCount];
        for (int kind = 0; kind < trees.Length; kind++)
            trees[kind] = new TreeStages(Trees(ref reader), Trees(ref reader));
        return new SegmentModel(words, trees);
    }

    private static void Put<T>(MemoryStream stream, ReadOnlySpan<T> items)
        where T : unmanaged
    {
        stream.Write(BitConverter.GetBytes(items.Length));
        stream.Write(MemoryMarshal.AsBytes(items));
    }

    private static TreeEnsemble Trees(ref PackedReader reader)
    {
        byte[] depths = reader.TakeBytes();
        ushort[] columns = reader.TakeUShorts();
        short[] cuts = reader.TakeShorts();
        return new TreeEnsemble(depths, columns, cuts, reader.TakeShorts());
    }
}
