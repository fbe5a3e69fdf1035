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

/// <summary>A model, its words by name, and for each fold a model that was trained without it.</summary>
internal sealed record TrainedStack(SegmentModel Model, LearnedWords Words, IReadOnlyDictionary<int, SegmentModel> WithoutFold);

/// <summary>
/// Trains the stages one on the other. What a later stage learns from are scores of earlier models that did not see the
/// row's fold, so that it meets in training what it will meet on new sites (stacked generalisation, Wolpert 1992).
/// </summary>
internal sealed class StackTrainer(IReadOnlyList<LabelledDocument> documents, LinearData linear, StackOptions options)
{
    private readonly ParallelOptions _parallel = new() { MaxDegreeOfParallelism = options.Threads };

    /// <summary>Trains on the documents of the given folds; says what it does through <paramref name="log"/>.</summary>
    public TrainedStack Train(int[] folds, Action<string> log)
    {
        LearnedWords[] words = new LearnedWords[folds.Length + 1];
        Parallel.For(0, words.Length, _parallel, f => words[f] = LinearLearner.Learn(
            linear, [.. documents.Select(d => folds.Contains(d.Fold) && (f == folds.Length || d.Fold != folds[f]))], options.Seed));
        log("words");
        LinearWeights[] weights = [.. words.Select(w => w.Weights)];
        TreeStages[][] trees = [.. Enum.GetValues<ModelKind>().Select(kind => TrainTrees(folds, weights, kind, log))];
        SegmentModel[] models = [.. weights.Select((w, f) => new SegmentModel(w, [.. trees.Select(t => t[f])]))];
        return new TrainedStack(models[^1], words[^1], folds.Select((fold, f) => (fold, f)).ToDictionary(p => p.fold, p => models[p.f]));
    }

    /// <summary>The trees without each fold, then those with all.</summary>
    private TreeStages[] TrainTrees(int[] folds, LinearWeights[] words, ModelKind kind, Action<string> log)
    {
        int[] chosen = [.. Enumerable.Range(0, documents.Count).Where(d => folds.Contains(documents[d].Fold) && SegmentModel.KindOf(documents[d].Document) == kind)];
        if (chosen.Length == 0)
            return [.. words.Select(_ => new TreeStages(TreeEnsemble.None, TreeEnsemble.None))];
        Rows rows = new(documents, chosen);
        short[][] matrix = new short[(int)Feature.Count][];
        for (int c = 0; c < matrix.Length; c++)
            matrix[c] = new short[rows.Count];
        ForEach(chosen, (k, d) =>
        {
            using FeatureBuilder builder = new(documents[d].Document, documents[d].Findings);
            builder.FillWords(words[Array.IndexOf(folds, documents[d].Fold)]);
            Copy(builder.Sheet, matrix, rows.Starts[k], 0, (int)Feature.TreeScore);
        });
        log($"{kind}: columns");

        TreeEnsemble[] first = GrowAll(matrix[..(int)Feature.TreeScore], folds, chosen, rows, options.First);
        log($"{kind}: first trees");
        ForEach(chosen, (k, d) =>
        {
            int fold = Array.IndexOf(folds, documents[d].Fold);
            using FeatureBuilder builder = new(documents[d].Document, documents[d].Findings);
            builder.FillWords(words[fold]);
            builder.FillTrees(first[fold].Score(builder.Sheet));
            Copy(builder.Sheet, matrix, rows.Starts[k], (int)Feature.TreeScore, (int)Feature.Count);
        });

        TreeEnsemble[] second = GrowAll(matrix, folds, chosen, rows, options.Second);
        log($"{kind}: second trees");
        return [.. first.Zip(second, (a, b) => new TreeStages(a, b))];
    }

    private void ForEach(int[] chosen, Action<int, int> work) =>
        Parallel.For(0, chosen.Length, _parallel, k =>
        {
            if (documents[chosen[k]].Document.Segments.Length > 0)
                work(k, chosen[k]);
        });

    private static void Copy(FeatureSheet sheet, short[][] matrix, int row, int from, int to)
    {
        for (int c = from; c < to; c++)
            sheet[(Feature)c].CopyTo(matrix[c].AsSpan(row));
    }

    /// <summary>One ensemble without each fold, and one with all; each by one thread.</summary>
    private TreeEnsemble[] GrowAll(short[][] matrix, int[] folds, int[] chosen, Rows rows, BoostingOptions growth)
    {
        BinnedColumns columns = new(matrix, options.Threads);
        TreeEnsemble[] ensembles = new TreeEnsemble[folds.Length + 1];
        Parallel.For(0, ensembles.Length, _parallel, f =>
        {
            List<int> used = [];
            for (int k = 0; k < chosen.Length; k++)
            {
                if (f == folds.Length || documents[chosen[k]].Fold != folds[f])
                    used.AddRange(Enumerable.Range(rows.Starts[k], rows.Starts[k + 1] - rows.Starts[k]));
            }

            ensembles[f] = ObliviousBoosting.Pack(ObliviousBoosting.Grow(columns, [.. used], rows.Labels, rows.Weights, growth));
        });
        return ensembles;
    }

    /// <summary>The segments of some documents one after the other, with their targets.</summary>
    private sealed class Rows
    {
        public Rows(IReadOnlyList<LabelledDocument> documents, int[] chosen)
        {
            Starts = new int[chosen.Length + 1];
            for (int k = 0; k < chosen.Length; k++)
                Starts[k + 1] = Starts[k] + documents[chosen[k]].Junk.Length;
            Labels = new float[Count];
            Weights = new float[Count];
            for (int k = 0; k < chosen.Length; k++)
            {
                LabelledDocument document = documents[chosen[k]];
                float scale = document.Weight / MathF.Sqrt(20 + document.Junk.Length);
                for (int i = 0; i < document.Junk.Length; i++)
                {
                    bool known = !float.IsNaN(document.Junk[i]);
                    Labels[Starts[k] + i] = known ? document.Junk[i] : 0;
                    Weights[Starts[k] + i] = known ? scale * (4 + Math.Min(document.Document.Segments[i].TokenCount, 40)) : 0;
                }
            }
        }

        public int[] Starts { get; }
        public float[] Labels { get; }
        public float[] Weights { get; }
        public int Count => Starts[^1];
    }
}
