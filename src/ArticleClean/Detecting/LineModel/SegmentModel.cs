using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>The parts that work on one kind of document, each reading what the one before it said.</summary>
/// <param name="First">Trees over shape, place and the words' scores.</param>
/// <param name="Second">Trees over the same and the first trees' scores.</param>
internal sealed record TreeStages(TreeEnsemble First, TreeEnsemble Second);

/// <summary>The statistical model of segments: words, then trees over shape, place and neighbours, then trees over the trees' scores.</summary>
internal sealed class SegmentModel(LinearWeights words, TreeStages text, TreeStages html)
{
    public LinearWeights Words => words;
    public TreeStages Text => text;
    public TreeStages Html => html;

    /// <summary>Thousandths of log-odds for each segment that it is junk.</summary>
    public int[] Score(Segmented document)
    {
        if (document.Segments.Length == 0)
            return [];
        TreeStages trees = document.Document.Html is null ? text : html;
        FeatureBuilder builder = new(document);
        builder.FillWords(words);
        builder.FillTrees(trees.First.Score(builder.Sheet));
        return trees.Second.Score(builder.Sheet);
    }
}

/// <summary>Fills the columns of a document in the order in which the stages come; training and the tool both go through here.</summary>
internal sealed class FeatureBuilder
{
    private readonly Segmented _document;
    private readonly ShapeFeatures _shape;
    private readonly PlaceFeatures _place;
    private readonly TopicFeatures _topics;
    private readonly PathWords? _paths;
    private readonly HtmlFeatures? _html;

    public FeatureBuilder(Segmented document)
    {
        _document = document;
        Sheet = new FeatureSheet(document.Segments.Length);
        _shape = ShapeFeatures.Fill(document, Sheet);
        _place = PlaceFeatures.Fill(document, _shape, Sheet);
        _topics = TopicFeatures.Number(document, Sheet);
        if (document.Document.Html is { } page)
        {
            _paths = new PathWords(page);
            _html = HtmlFeatures.Fill(document, _paths, _shape, Sheet);
        }
    }

    public FeatureSheet Sheet { get; }

    /// <summary>Fills the columns that rest on the linear stage.</summary>
    public void FillWords(LinearWeights weights)
    {
        int n = Sheet.Rows, block = -1;
        int[] self = new int[n], after = new int[n], before = new int[n];
        LinearScores path = default;
        for (int i = 0; i < n; i++)
        {
            (self[i], after[i], before[i]) = weights.Score(_document, _document.Segments[i]);
            if (_paths is null)
                continue;
            if (_document.Segments[i].Block != block)
                path = weights.Score(_paths, block = _document.Segments[i].Block);
            Sheet[Feature.PathScore][i] = FeatureSheet.Clip(path.Self);
            self[i] += path.Self;
            after[i] += path.After;
            before[i] += path.Before;
        }

        ScoreFeatures scores = ScoreFeatures.Fill(Sheet, Feature.WordScore, self, _shape, _place);
        HeadingFeatures.Fill(Sheet, after, before, _shape);
        _topics.Fill(scores.Stretch, Sheet, Feature.WordTopic, Feature.WordTopicCount);
        _topics.Fill(scores.Lead, Sheet, Feature.WordLeadTopic, Feature.WordLeadTopicCount);
        _html?.FillScores(self, Feature.WordContainer1);
    }

    /// <summary>Fills the columns that rest on the first trees, from their scores in thousandths of log-odds.</summary>
    public void FillTrees(int[] scores)
    {
        int[] hundredths = Array.ConvertAll(scores, s => s / 10);
        ScoreFeatures features = ScoreFeatures.Fill(Sheet, Feature.TreeScore, hundredths, _shape, _place);
        _topics.Fill(features.Stretch, Sheet, Feature.TreeTopic, Feature.TreeTopicCount);
        _topics.Fill(features.Lead, Sheet, Feature.TreeLeadTopic, Feature.TreeLeadTopicCount);
        _html?.FillScores(hundredths, Feature.TreeContainer1);
    }
}
