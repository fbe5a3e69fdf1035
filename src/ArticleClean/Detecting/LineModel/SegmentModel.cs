using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>The parts that work on one kind of document, each reading what the one before it said.</summary>
/// <param name="First">Trees over shape, place and the words' scores.</param>
/// <param name="Second">Trees over the same and the first trees' scores.</param>
internal sealed record TreeStages(TreeEnsemble First, TreeEnsemble Second);

/// <summary>The statistical model of segments: words, then trees over shape, place and neighbours, then trees over the trees' scores.</summary>
internal sealed class SegmentModel(LinearWeights words, TreeStages text)
{
    /// <summary>Thousandths of log-odds for each segment that it is junk.</summary>
    public int[] Score(Segmented document)
    {
        if (document.Segments.Length == 0)
            return [];
        FeatureBuilder builder = new(document);
        builder.FillWords(words);
        builder.FillTrees(text.First.Score(builder.Sheet));
        return text.Second.Score(builder.Sheet);
    }
}

/// <summary>Fills the columns of a document in the order in which the stages come; training and the tool both go through here.</summary>
internal sealed class FeatureBuilder
{
    private readonly Segmented _document;
    private readonly ShapeFeatures _shape;
    private readonly PlaceFeatures _place;
    private readonly TopicFeatures _topics;

    public FeatureBuilder(Segmented document)
    {
        _document = document;
        Sheet = new FeatureSheet(document.Segments.Length);
        _shape = ShapeFeatures.Fill(document, Sheet);
        _place = PlaceFeatures.Fill(document, _shape, Sheet);
        _topics = TopicFeatures.Number(document, Sheet);
    }

    public FeatureSheet Sheet { get; }

    public int[] WordCounts => _shape.Words;

    public void FillWords(LinearWeights weights)
    {
        int n = Sheet.Rows;
        int[] self = new int[n], after = new int[n], before = new int[n];
        for (int i = 0; i < n; i++)
            (self[i], after[i], before[i]) = weights.Score(_document, _document.Segments[i]);
        FillWords(self, after, before);
    }

    /// <summary>Fills the columns that rest on the linear stage, from its scores in hundredths of log-odds.</summary>
    public void FillWords(int[] self, int[] after, int[] before)
    {
        ScoreFeatures scores = ScoreFeatures.Fill(Sheet, Feature.WordScore, self, _shape, _place);
        HeadingFeatures.Fill(Sheet, after, before, _shape);
        _topics.Fill(scores.Stretch, Sheet, Feature.WordTopic, Feature.WordTopicCount);
    }

    /// <summary>Fills the columns that rest on the first trees, from their scores in thousandths of log-odds.</summary>
    public void FillTrees(int[] scores)
    {
        int[] hundredths = Array.ConvertAll(scores, s => s / 10);
        ScoreFeatures features = ScoreFeatures.Fill(Sheet, Feature.TreeScore, hundredths, _shape, _place);
        _topics.Fill(features.Stretch, Sheet, Feature.TreeTopic, Feature.TreeTopicCount);
    }
}
