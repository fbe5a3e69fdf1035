using System.Text;
using ArticleClean.Reading;

namespace ArticleClean.Scoring;

/// <summary>How one cleaned document compares with its gold.</summary>
internal sealed record DocumentScore
{
    /// <summary>A shorter run of lost or left words is no example, in words.</summary>
    private const int FewestExampleWords = 3;

    private const int MostExamples = 3;

    public required string Name { get; init; }
    public required ShingleCounts Shingles { get; init; }

    /// <summary>Whether body and gold are the same words, case counted.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Words of the gold, and how many of them the document has.</summary>
    public required int GoldWords { get; init; }

    /// <inheritdoc cref="GoldWords"/>
    public required int BodyWords { get; init; }

    /// <summary>Of <see cref="BodyWords"/>, those that neither the body nor the lifted headline has.</summary>
    public required int LostWords { get; init; }

    /// <summary>Of <see cref="BodyWords"/>, those that only the lifted headline has; they do not count as lost.</summary>
    public required int LiftedWords { get; init; }

    /// <summary>Words of the document that the gold lacks, and how many of them the body has.</summary>
    public required int JunkWords { get; init; }

    /// <inheritdoc cref="JunkWords"/>
    public required int LeftWords { get; init; }

    /// <summary>The longest runs of lost words, as they stand in the gold.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>The longest runs of words that the body has beyond the gold.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    public required DocumentStatus Status { get; init; }

    /// <summary>Compares a result with the article as it should be.</summary>
    public static DocumentScore Of(string name, string gold, CleanResult result)
    {
        string kept = result.Text;
        string lifted = WithHeadline(result);
        List<ScoredWord> goldWords = ScoredWords.Units(gold), keptWords = ScoredWords.Units(kept), inputWords = ScoredWords.Units(result.Document.Text);
        int[] inInput = Align(goldWords, inputWords), inBody = Align(goldWords, keptWords);
        int[] inLifted = lifted.Length == kept.Length ? inBody : Align(goldWords, ScoredWords.Units(lifted));
        bool[] isLost = new bool[goldWords.Count];
        int body = 0, liftedWords = 0, common = 0;
        for (int i = 0; i < isLost.Length; i++)
        {
            common += inBody[i] >= 0 ? 1 : 0;
            if (inInput[i] < 0)
                continue;
            body++;
            isLost[i] = inBody[i] < 0 && inLifted[i] < 0;
            liftedWords += inBody[i] < 0 && inLifted[i] >= 0 ? 1 : 0;
        }

        bool[] isLeft = new bool[keptWords.Count];
        Array.Fill(isLeft, true);
        foreach (int partner in inBody)
        {
            if (partner >= 0)
                isLeft[partner] = false;
        }

        return new DocumentScore
        {
            Name = name,
            Shingles = ShingleCounts.Compare(gold, kept),
            IsExact = ScoredWords.Runs(gold).SequenceEqual(ScoredWords.Runs(kept)),
            GoldWords = goldWords.Count,
            BodyWords = body,
            LostWords = isLost.Count(lost => lost),
            LiftedWords = liftedWords,
            JunkWords = inputWords.Count - body,
            LeftWords = keptWords.Count - common,
            Lost = Runs(gold, goldWords, isLost),
            Left = Runs(kept, keptWords, isLeft),
            Status = result.Status,
        };
    }

    /// <summary>The body with the headline put back that went into the metadata.</summary>
    private static string WithHeadline(CleanResult result)
    {
        StringBuilder text = new();
        ReadOnlyMemory<byte> body = result.Body;
        int from = 0;
        bool any = false;
        foreach (Removal removal in result.Removed)
        {
            if (removal.Category != Category.Headline)
                continue;
            any = true;
            int at = (int)Math.Clamp(removal.At, from, body.Length);
            text.Append(Decode(result, body[from..at])).Append('\n').Append(removal.Text).Append('\n');
            from = at;
        }

        return any ? text.Append(Decode(result, body[from..])).ToString() : result.Text;
    }

    private static string Decode(CleanResult result, ReadOnlyMemory<byte> body)
    {
        SourceText source = result.Document.Source;
        SourceCodec codec = result.Document.Format == DocumentFormat.Html ? SourceCodec.Utf8 : SourceCodec.Of(source.Encoding, source.EncodingName);
        return TextDecoder.Decode(body, codec, 0).Text;
    }

    private static int[] Align(List<ScoredWord> a, List<ScoredWord> b) =>
        WordAlignment.Align([.. a.Select(w => w.Hash)], [.. b.Select(w => w.Hash)], closes: true);

    private static List<string> Runs(string text, List<ScoredWord> words, bool[] isMarked)
    {
        List<(int First, int End)> runs = [];
        for (int i = 0; i < isMarked.Length; i++)
        {
            if (!isMarked[i])
                continue;
            int first = i;
            while (i < isMarked.Length && isMarked[i])
                i++;
            if (i - first >= FewestExampleWords)
                runs.Add((first, i));
        }

        return [.. runs
            .OrderByDescending(run => run.End - run.First)
            .ThenBy(run => run.First)
            .Take(MostExamples)
            .Select(run => text[words[run.First].Start..words[run.End - 1].End])];
    }
}
