using System.Collections.Immutable;
using ArticleClean.Cli.Checking;

namespace ArticleClean.Cli.Caching;

/// <summary>Judgements as bytes, for the cache alone.</summary>
internal static class JudgementCode
{
    public static byte[] Write(Judgement judgement)
    {
        using MemoryStream stream = new();
        using (BinaryWriter writer = new(stream))
        {
            writer.Write7BitEncodedInt(judgement.Words);
            writer.Write7BitEncodedInt(judgement.WordsRemoved);
            writer.Write((byte)judgement.Status.Value);
            writer.Write((sbyte)(judgement.Status.Kind is { } kind ? (int)kind : NoKind));
            writer.Write7BitEncodedInt(judgement.Status.Confidence);
            writer.Write7BitEncodedInt(judgement.Status.Reasons.Length);
            foreach (string reason in judgement.Status.Reasons)
                writer.Write(reason);
            writer.Write7BitEncodedInt(judgement.Segments.Length);
            foreach (RemovedSegment segment in judgement.Segments)
                Write(writer, segment);
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write(Judgement)"/> wrote; anything else is an <see cref="EndOfStreamException"/>, a <see cref="FormatException"/> or an <see cref="IndexOutOfRangeException"/>.</summary>
    public static Judgement Read(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes));
        int words = reader.Read7BitEncodedInt(), removed = reader.Read7BitEncodedInt();
        StatusValue value = (StatusValue)reader.ReadByte();
        sbyte kind = reader.ReadSByte();
        int confidence = reader.Read7BitEncodedInt();
        ImmutableArray<string> reasons = ReadList(reader, static r => r.ReadString());
        DocumentStatus status = new(value, kind == NoKind ? null : (NotArticleKind)kind, confidence, reasons);
        return new Judgement(words, removed, status, ReadList(reader, ReadSegment));
    }

    private const int NoKind = -1;

    private static void Write(BinaryWriter writer, RemovedSegment segment)
    {
        writer.Write((byte)(CategoryIds.TryParse(segment.Category, out Category category) ? category : Category.Other));
        writer.Write(segment.Rule);
        writer.Write(segment.Evidence is not null);
        if (segment.Evidence is { } evidence)
            writer.Write(evidence);
        writer.Write7BitEncodedInt(segment.Confidence);
        writer.Write7BitEncodedInt64(segment.Start);
        writer.Write7BitEncodedInt64(segment.End);
        writer.Write7BitEncodedInt(segment.Line);
        writer.Write7BitEncodedInt(segment.Column);
        writer.Write7BitEncodedInt(segment.EndLine);
        writer.Write7BitEncodedInt(segment.EndColumn);
        writer.Write(segment.Text);
        writer.Write7BitEncodedInt(segment.Words);
    }

    private static RemovedSegment ReadSegment(BinaryReader reader) => new(
        ((Category)reader.ReadByte()).Id(),
        reader.ReadString(),
        reader.ReadBoolean() ? reader.ReadString() : null,
        reader.Read7BitEncodedInt(),
        reader.Read7BitEncodedInt64(),
        reader.Read7BitEncodedInt64(),
        reader.Read7BitEncodedInt(),
        reader.Read7BitEncodedInt(),
        reader.Read7BitEncodedInt(),
        reader.Read7BitEncodedInt(),
        reader.ReadString(),
        reader.Read7BitEncodedInt());

    private static ImmutableArray<T> ReadList<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        int count = reader.Read7BitEncodedInt();
        ImmutableArray<T>.Builder list = ImmutableArray.CreateBuilder<T>(Math.Clamp(count, 0, 1024));
        for (int i = 0; i < count; i++)
            list.Add(read(reader));
        return list.ToImmutable();
    }
}
