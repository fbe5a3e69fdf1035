using ArticleClean.Detecting.LineModel;
using ArticleClean.Training.Corpora;

namespace ArticleClean.Training.Learning;

/// <summary>
/// Labels that a model which never saw their site speaks against are left out of a second training (confident learning,
/// Northcutt, Jiang and Chuang 2021): some golds hold the beginning of their page only, others lack paragraphs in the middle,
/// and what such pages teach is wrong on every other.
/// </summary>
internal static class LabelDoubt
{
    /// <summary>From so much against a label it is doubted, in thousandths of log-odds.</summary>
    private const int Against = 700;

    /// <summary>The documents, those of the given folds without the labels that <paramref name="stack"/> doubts; scores nothing by a model that saw its fold.</summary>
    public static IReadOnlyList<LabelledDocument> LeaveOut(IReadOnlyList<LabelledDocument> documents, int[] folds, TrainedStack stack, int threads) =>
        [.. documents.AsParallel().AsOrdered().WithDegreeOfParallelism(threads)
            .Select(d => IsDoubtful(d) && folds.Contains(d.Fold) ? d with { Junk = Sure(d, stack.WithoutFold[d.Fold]) } : d)];

    /// <summary>How many labels the second list has less.</summary>
    public static int Count(IReadOnlyList<LabelledDocument> all, IReadOnlyList<LabelledDocument> sure) =>
        all.Sum(d => d.Junk.Count(float.IsFinite)) - sure.Sum(d => d.Junk.Count(float.IsFinite));

    /// <summary>Bodies alone and invented documents are labelled right.</summary>
    private static bool IsDoubtful(LabelledDocument document) =>
        document.Page is not null && document.Corpus != LabelledDocument.Bodies && document.Junk.Length > 0;

    private static float[] Sure(LabelledDocument document, SegmentModel model)
    {
        int[] scores = model.Score(document.Document, document.Findings);
        return [.. document.Junk.Select((junk, i) => (junk > 0.5f ? -scores[i] : scores[i]) > Against ? float.NaN : junk)];
    }
}
