using System.Runtime.InteropServices;
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
    public static Judgement Read(ReadOnlySpan<byte> bytes)
    {
        EntryReader reader = new(bytes);
        int words = reader.Count(), removed = reader.Count();
        StatusValue value = (StatusValue)reader.Byte();
        sbyte kind = (sbyte)reader.Byte();
        int confidence = reader.Count();
        string[] reasons = new string[LengthOf(reader.Count(), bytes)];
        for (int i = 0; i < reasons.Length; i++)
            reasons[i] = reader.Text();
        RemovedSegment[] segments = new RemovedSegment[LengthOf(reader.Count(), bytes)];
        for (int i = 0; i < segments.Length; i++)
            segments[i] = ReadSegment(ref reader);
        DocumentStatus status = new(value, kind == NoKind ? null : (NotArticleKind)kind, confidence, ImmutableCollectionsMarshal.AsImmutableArray(reasons));
        return new Judgement(words, removed, status, ImmutableCollectionsMarshal.AsImmutableArray(segments));
    }

    // No list has more items than there are bytes.
    private static int LengthOf(int count, ReadOnlySpan<byte> bytes) => count <= bytes.Length ? count : throw new FormatException();

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

    private static RemovedSegment ReadSegment(ref EntryReader reader) => new(
        ((Category)reader.Byte()).Id(),
        reader.Text(),
        reader.Byte() != 0 ? reader.Text() : null,
        reader.Count(),
        reader.Number(),
        reader.Number(),
        reader.Count(),
        reader.Count(),
        reader.Count(),
        reader.Count(),
        reader.Text(),
        reader.Count());
}
