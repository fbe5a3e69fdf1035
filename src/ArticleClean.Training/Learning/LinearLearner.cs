using System.Numerics;
using ArticleClean.Detecting.LineModel;
using ArticleClean.Scoring;
using ArticleClean.Segmenting;
using ArticleClean.Training.Corpora;

namespace ArticleClean.Training.Learning;

/// <summary>All segments of a data set as lists of feature numbers, with the three targets of the linear stage.</summary>
internal sealed class LinearData
{
    /// <summary>So many segments after (before) a segment make the target of what follows (precedes).</summary>
    private const int Context = 8;

    public required WordVocabulary Vocabulary { get; init; }

    /// <summary>First row of each document, and the number of rows at the end.</summary>
    public required int[] DocumentStarts { get; init; }

    public required int[] FeatureStarts { get; init; }

    public required int[] Features { get; init; }

    /// <summary>Where the features of the path begin among a row's.</summary>
    public required int[] PathStarts { get; init; }

    /// <summary>Features of a row's words including unknown ones, and of its path.</summary>
    public required (int Words, int Path)[] FeatureCounts { get; init; }

    /// <summary>Three probabilities of junk a row; NaN has no loss.</summary>
    public required float[] Targets { get; init; }

    public required float[] Weights { get; init; }

    public static LinearData Build(IReadOnlyList<LabelledDocument> documents, WordVocabulary vocabulary)
    {
        List<int> features = [], starts = [], documentStarts = [], pathStarts = [];
        List<(int, int)> counts = [];
        List<float> targets = [], weights = [];
        foreach (LabelledDocument document in documents)
        {
            documentStarts.Add(starts.Count);
            PathWords? paths = WordVocabulary.PathsOf(document);
            Segment[] segments = document.Document.Segments;
            int[] words = [.. segments.Select(s => Math.Min(s.TokenCount, 40))];
            float scale = document.Weight / MathF.Sqrt(20 + segments.Length);
            for (int i = 0; i < segments.Length; i++)
            {
                starts.Add(features.Count);
                vocabulary.Number(document.Document, segments[i], features, out int all);
                pathStarts.Add(features.Count);
                int path = 0;
                if (paths is not null)
                    vocabulary.NumberPath(paths, segments[i].Block, features, out path);
                counts.Add((all, path));
                targets.Add(document.Junk[i]);
                targets.Add(Mean(document.Junk, words, i + 1, Math.Min(segments.Length, i + 1 + Context)));
                targets.Add(Mean(document.Junk, words, Math.Max(0, i - Context), i));
                weights.Add(scale * (4 + words[i]));
            }
        }

        documentStarts.Add(starts.Count);
        starts.Add(features.Count);
        double mean = weights.Average(w => (double)w);
        return new LinearData
        {
            Vocabulary = vocabulary,
            DocumentStarts = [.. documentStarts],
            FeatureStarts = [.. starts],
            Features = [.. features],
            PathStarts = [.. pathStarts],
            FeatureCounts = [.. counts],
            Targets = [.. targets],
            Weights = [.. weights.Select(w => (float)(w / mean))],
        };
    }

    private static float Mean(float[] junk, int[] words, int from, int to)
    {
        float sum = 0, weight = 0;
        for (int i = from; i < to; i++)
        {
            if (float.IsNaN(junk[i]))
                continue;
            sum += junk[i] * (1 + words[i]);
            weight += 1 + words[i];
        }

        return weight > 0 ? sum / weight : float.NaN;
    }
}

/// <summary>Logistic regression on sparse features by AdaGrad (Duchi, Hazan, Singer 2011), one thread, three targets at once.</summary>
internal static class LinearLearner
{
    private const int Epochs = 4;
    private const float Rate = 0.25f;
    private const float Decay = 2e-5f;

    /// <summary>Weights below this many thousandths in all three targets are left out.</summary>
    private const int Smallest = 40;

    /// <summary>More would not fit the table's 2^17 slots, nor two megabytes of text.</summary>
    private const int MaxEntries = 65_000;

    /// <summary>Learns from the documents that <paramref name="chosen"/> says.</summary>
    public static LearnedWords Learn(LinearData data, bool[] chosen, ulong seed)
    {
        const int outputs = LinearWeights.Outputs;
        float[] w = new float[data.Vocabulary.Count * outputs], squares = new float[w.Length];
        Array.Fill(squares, 1f);
        float[] bias = new float[outputs], biasSquares = [1, 1, 1], errors = new float[outputs];
        SplitMix random = new(seed);
        int[] documents = [.. Enumerable.Range(0, chosen.Length).Where(d => chosen[d])];
        for (int epoch = 0; epoch < Epochs; epoch++)
        {
            for (int i = documents.Length - 1; i > 0; i--)
            {
                int other = random.NextInt(i + 1);
                (documents[i], documents[other]) = (documents[other], documents[i]);
            }

            foreach (int document in documents)
            {
                for (int row = data.DocumentStarts[document]; row < data.DocumentStarts[document + 1]; row++)
                {
                    ReadOnlySpan<int> features = data.Features.AsSpan(data.FeatureStarts[row], data.PathStarts[row] - data.FeatureStarts[row]);
                    ReadOnlySpan<int> path = data.Features.AsSpan(data.PathStarts[row], data.FeatureStarts[row + 1] - data.PathStarts[row]);
                    float value = Value(data.FeatureCounts[row].Words), pathValue = Value(data.FeatureCounts[row].Path);
                    for (int o = 0; o < outputs; o++)
                    {
                        float target = data.Targets[(row * outputs) + o];
                        if (float.IsNaN(target))
                        {
                            errors[o] = 0;
                            continue;
                        }

                        float sum = 0;
                        foreach (int f in features)
                            sum += w[(f * outputs) + o];
                        float pathSum = 0;
                        foreach (int f in path)
                            pathSum += w[(f * outputs) + o];
                        float p = 1 / (1 + MathF.Exp(-(bias[o] + (sum * value) + (pathSum * pathValue))));
                        errors[o] = data.Weights[row] * (p - target);
                        biasSquares[o] += errors[o] * errors[o];
                        bias[o] -= Rate * errors[o] / MathF.Sqrt(biasSquares[o]);
                    }

                    Step(w, squares, features, errors, value);
                    Step(w, squares, path, errors, pathValue);
                }
            }
        }

        return Pack(data.Vocabulary, w, bias);
    }

    private static float Value(int count) => 1 / MathF.Sqrt(Math.Clamp(count, 1, 255));

    private static void Step(float[] w, float[] squares, ReadOnlySpan<int> features, float[] errors, float value)
    {
        foreach (int f in features)
        {
            for (int o = 0; o < errors.Length; o++)
            {
                int at = (f * errors.Length) + o;
                float g = (errors[o] * value) + (Decay * w[at]);
                squares[at] += g * g;
                w[at] -= Rate * g / MathF.Sqrt(squares[at]);
            }
        }
    }

    /// <summary>Rounds, and leaves out what weighs little where it stands.</summary>
    private static LearnedWords Pack(WordVocabulary vocabulary, float[] w, float[] bias)
    {
        List<(WordEntry Entry, uint Key, double Worth)> entries = [];
        for (int f = 0; f < vocabulary.Count; f++)
        {
            short[] values = [Thousandths(w[f * 3]), Thousandths(w[(f * 3) + 1]), Thousandths(w[(f * 3) + 2])];
            int largest = values.Max(v => Math.Abs((int)v));
            if (largest >= Smallest)
                entries.Add((new WordEntry(vocabulary.NameOf(f), values[0], values[1], values[2]), vocabulary.Keys[f], largest * Math.Sqrt(vocabulary.Segments(f))));
        }

        (WordEntry Entry, uint Key, double Worth)[] kept = [.. entries.OrderByDescending(e => e.Worth).Take(MaxEntries)];
        int[] integers = [.. bias.Select(b => (int)Thousandths(b))];
        LinearWeights weights = LinearWeights.FromEntries(kept.Select(e => (e.Key, new[] { e.Entry.Self, e.Entry.After, e.Entry.Before })), kept.Length, integers);
        return new LearnedWords(weights, [.. kept.Select(e => e.Entry)], integers);
    }

    private static short Thousandths(float weight) => (short)Math.Clamp(MathF.Round(weight * 1000), short.MinValue, short.MaxValue);
}

/// <summary>The linear stage, and the same by name.</summary>
internal sealed record LearnedWords(LinearWeights Weights, IReadOnlyList<WordEntry> Entries, IReadOnlyList<int> Bias);
