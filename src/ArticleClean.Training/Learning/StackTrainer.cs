using ArticleClean.Detecting.LineModel;
using ArticleClean.Training.Corpora;

namespace ArticleClean.Training.Learning;

/// <summary>How a stack is trained.</summary>
internal sealed record StackOptions
{
    public BoostingOptions First { get; init; } = new();
    public BoostingOptions Second { get; init; } = new() { Seed = 2 };
    public ulong Seed { get; init; } = 1;
    public int Threads { get; init; } = 2;
}

/// <summary>A model and, for each document that it was trained on, the scores of models that did not see its fold.</summary>
internal sealed record TrainedStack(SegmentModel Model, int[][] HeldOut);

/// <summary>
/// Trains the stages one on the other. What a later stage learns from are scores of earlier models that did not see the
/// row's fold, so that it meets in training what it will meet on new sites (stacked generalisation, Wolpert 1992).
/// </summary>
internal sealed class StackTrainer(IReadOnlyList<LabelledDocument> documents, LinearData linear, StackOptions options)
{
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = options.Threads };
    private readonly int[] _starts = linear.DocumentStarts;
    private readonly int _rows = linear.DocumentStarts[^1];

    /// <summary>Trains on the documents of the given folds; says what it does through <paramref name="log"/>.</summary>
    public TrainedStack Train(int[] folds, Action<string> log)
    {
        bool[] used = [.. documents.Select(d => folds.Contains(d.Fold))];
        LinearWeights[] words = new LinearWeights[folds.Length + 1];
        Parallel.For(0, words.Length, _parallel, f => words[f] = LinearLearner.Learn(
            linear, [.. documents.Select((d, i) => used[i] && (f == folds.Length || d.Fold != folds[f]))], options.Seed));
        log("words");

        short[][] matrix = new short[(int)Feature.Count][];
        for (int c = 0; c < matrix.Length; c++)
            matrix[c] = new short[_rows];
        (float[] labels, float[] weights) = Targets(used);
        ForEach(used, d =>
        {
            FeatureBuilder builder = new(documents[d].Document);
            builder.FillWords(words[Array.IndexOf(folds, documents[d].Fold)]);
            Copy(builder.Sheet, d, matrix, 0, (int)Feature.TreeScore);
        });
        log("columns");

        TreeEnsemble[] first = GrowAll(matrix[..(int)Feature.TreeScore], folds, used, labels, weights, options.First);
        log("first trees");
        int[][] heldOut = new int[documents.Count][];
        ForEach(used, d =>
        {
            int fold = Array.IndexOf(folds, documents[d].Fold);
            FeatureBuilder builder = new(documents[d].Document);
            builder.FillWords(words[fold]);
            builder.FillTrees(heldOut[d] = first[fold].Score(builder.Sheet));
            Copy(builder.Sheet, d, matrix, (int)Feature.TreeScore, (int)Feature.Count);
        });

        TreeEnsemble[] second = GrowAll(matrix, folds, used, labels, weights, options.Second);
        log("second trees");
        ForEach(used, d =>
        {
            int fold = Array.IndexOf(folds, documents[d].Fold);
            heldOut[d] = new SegmentModel(words[fold], new TreeStages(first[fold], second[fold])).Score(documents[d].Document);
        });
        return new TrainedStack(new SegmentModel(words[^1], new TreeStages(first[^1], second[^1])), heldOut);
    }

    private void ForEach(bool[] used, Action<int> work) =>
        Parallel.For(0, documents.Count, _parallel, d =>
        {
            if (used[d] && documents[d].Document.Segments.Length > 0)
                work(d);
        });

    private void Copy(FeatureSheet sheet, int document, short[][] matrix, int from, int to)
    {
        for (int c = from; c < to; c++)
            sheet[(Feature)c].CopyTo(matrix[c].AsSpan(_starts[document]));
    }

    /// <summary>One ensemble without each fold, and one with all.</summary>
    private TreeEnsemble[] GrowAll(short[][] matrix, int[] folds, bool[] used, float[] labels, float[] weights, BoostingOptions growth) =>
        [.. Enumerable.Range(0, folds.Length + 1).Select(f =>
        {
            List<int> rows = [];
            for (int d = 0; d < documents.Count; d++)
            {
                if (used[d] && (f == folds.Length || documents[d].Fold != folds[f]))
                    rows.AddRange(Enumerable.Range(_starts[d], _starts[d + 1] - _starts[d]));
            }

            return ObliviousBoosting.Pack(ObliviousBoosting.Grow(matrix, [.. rows], labels, weights, growth with { Threads = options.Threads }));
        })];

    private (float[] Labels, float[] Weights) Targets(bool[] used)
    {
        float[] labels = new float[_rows], weights = new float[_rows];
        for (int d = 0; d < documents.Count; d++)
        {
            LabelledDocument document = documents[d];
            if (!used[d])
                continue;
            float scale = document.Weight / MathF.Sqrt(20 + document.Junk.Length);
            for (int i = 0; i < document.Junk.Length; i++)
            {
                bool known = !float.IsNaN(document.Junk[i]);
                labels[_starts[d] + i] = known ? document.Junk[i] : 0;
                weights[_starts[d] + i] = known ? scale * (4 + Math.Min(document.Document.Segments[i].TokenCount, 40)) : 0;
            }
        }

        return (labels, weights);
    }
}
