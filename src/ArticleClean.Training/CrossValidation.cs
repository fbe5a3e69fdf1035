using ArticleClean.Detecting.LineModel;
using ArticleClean.Training.Corpora;
using ArticleClean.Training.Learning;
using ArticleClean.Training.Scoring;

namespace ArticleClean.Training;

/// <summary>Cleans every page with a model that never saw its site, through the whole pipeline.</summary>
internal static class CrossValidation
{
    /// <summary>The model for each fold: trained without it, with all its stages.</summary>
    public static IReadOnlyDictionary<int, SegmentModel> Models(TrainingData data)
    {
        Dictionary<int, SegmentModel> models = [];
        for (int fold = 0; fold < TrainingData.Folds; fold++)
        {
            data.Log($"without fold {fold}");
            models[fold] = data.Train([.. Enumerable.Range(0, TrainingData.Folds).Where(f => f != fold)]).Model;
        }

        return models;
    }

    /// <summary>Keeps the folds' models in a folder, to measure again without training.</summary>
    public static void Save(IReadOnlyDictionary<int, SegmentModel> models, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach ((int fold, SegmentModel model) in models)
            File.WriteAllBytes(FileOf(folder, fold), PackedModel.Write(model));
    }

    /// <summary>The models that <see cref="Save"/> kept; null when one is missing.</summary>
    public static IReadOnlyDictionary<int, SegmentModel>? Load(string folder)
    {
        int[] folds = [.. Enumerable.Range(0, TrainingData.Folds)];
        return folds.All(f => File.Exists(FileOf(folder, f))) ? folds.ToDictionary(f => f, f => PackedModel.Read(File.ReadAllBytes(FileOf(folder, f)))) : null;
    }

    private static string FileOf(string folder, int fold) => Path.Combine(folder, $"without-{fold}.bin");

    /// <summary>Writes <c>DIR/CORPUS/TRACK/ID.txt</c> for each page and prints the figures of its segments.</summary>
    public static void Run(TrainingData data, IReadOnlyDictionary<int, SegmentModel> models, Stance stance, string? outFolder, int threads)
    {
        Dictionary<int, ArticleCleaner> cleaners = models.ToDictionary(
            m => m.Key, m => new ArticleCleaner(CleanOptions.Default with { Stance = stance }, m.Value));
        QuickScore.Print(data.Documents.Where(d => d.Document.Segments.Length > 0 && d.Corpus != LabelledDocument.CleanedPages)
            .AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select(document =>
            {
                CleanResult result = cleaners[document.Fold].Clean(document.Document.Document);
                if (outFolder is not null && document.Page is not null && document.Corpus != LabelledDocument.Bodies)
                {
                    string folder = Path.Combine(outFolder, document.Corpus, document.Track);
                    Directory.CreateDirectory(folder);
                    File.WriteAllText(Path.Combine(folder, document.Id + ".txt"), result.Text);
                }

                return QuickScore.Page(document, result);
            }));
    }
}
