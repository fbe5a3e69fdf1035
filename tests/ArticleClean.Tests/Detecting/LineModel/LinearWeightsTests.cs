using ArticleClean.Detecting.LineModel;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests.Detecting.LineModel;

public sealed class LinearWeightsTests
{
    /// <summary>The features of a segment as they come.</summary>
    private struct Keys() : IWordFeatureSink
    {
        public List<uint> All = [];

        public readonly void Add(uint key, WordFeature kind, int first, int last, ulong detail) => All.Add(key);
    }

    [Fact]
    public void A_segment_scores_the_sum_of_the_weights_of_its_features() => Prop.ForAll<NonEmptyString, int>((words, salt) =>
    {
        Segmented document = Segmenter.Segment(DocumentReader.Read(
            System.Text.Encoding.UTF8.GetBytes("Read more: " + string.Concat(words.Get.Select(c => char.IsControl(c) ? ' ' : c))), new SourceHints { Encoding = "utf-8", Format = DocumentFormat.Text }, 1 << 20));
        foreach (Segment segment in document.Segments)
        {
            Keys keys = new();
            WordFeatures.Collect(document, segment, ref keys);
            // Every other feature has weights, and many that the segment lacks.
            Dictionary<uint, short[]> weights = keys.All.Distinct().Where(k => (k & 1) == (salt & 1)).ToDictionary(k => k, k => new short[] { (short)(k % 997), 3, -7 });
            for (uint i = 1; i < 2000; i++)
                weights.TryAdd(i * 2654435761, [9999, 9999, 9999]);
            LinearScores scores = LinearWeights.FromEntries(weights.Select(w => (w.Key, w.Value)), weights.Count, [100, 200, 300]).Score(document, segment);
            int scale = InverseRoot.Of(keys.All.Count);
            Assert.Equal(Scaled(100, 0), scores.Self);
            Assert.Equal(Scaled(200, 1), scores.After);
            Assert.Equal(Scaled(300, 2), scores.Before);

            int Scaled(int bias, int output) =>
                (bias + (int)(((long)keys.All.Sum(k => weights.TryGetValue(k, out short[]? w) ? w[output] : 0) * scale) >> InverseRoot.Shift)) / 10;
        }
    }).QuickCheckThrowOnFailure();
}
