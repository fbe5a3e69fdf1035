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

    /// <summary>Writes <c>DIR/CORPUS/TRACK/ID.txt</c> for each page and prints the figures of its segments.</summary>
    public static void Run(TrainingData data, IReadOnlyDictionary<int, SegmentModel> models, Stance stance, string? outFolder, int threads)
    {
        Dictionary<int, ArticleCleaner> cleaners = models.ToDictionary(
            m => m.Key, m => new ArticleCleaner(CleanOptions.Default with { Stance = stance }, m.Value));
        QuickScore.Print(data.Documents.Where(d => d.Document.Segments.Length > 0)
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
