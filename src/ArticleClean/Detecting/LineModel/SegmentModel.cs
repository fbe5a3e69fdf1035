using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>The parts that work on one kind of document, each reading what the one before it said.</summary>
/// <param name="First">Trees over shape, place and the words' scores.</param>
/// <param name="Second">Trees over the same and the first trees' scores.</param>
internal sealed record TreeStages(TreeEnsemble First, TreeEnsemble Second);

/// <summary>What a document is made of, as far as the trees differ.</summary>
internal enum ModelKind
{
    /// <summary>Text in lines that mean something.</summary>
    Lines,
    /// <summary>Text whose lines were joined.</summary>
    Flat,
    /// <summary>A page.</summary>
    Html,
}

/// <summary>The statistical model of segments: words, then trees over shape, place and neighbours, then trees over the trees' scores.</summary>
/// <param name="trees">Stages for each <see cref="ModelKind"/>.</param>
internal sealed class SegmentModel(LinearWeights words, IReadOnlyList<TreeStages> trees)
{
    /// <summary>A text of so many segments a line, and of that many at least, has lost its lines.</summary>
    private const int FlatSegmentsPerLine = 8;

    /// <summary>No opinion is stronger, in thousandths: rules must be able to speak against it.</summary>
    private const int Surest = 5000;

    /// <summary>What the model has to be sure of beyond even odds before running text goes, in thousandths: a lost sentence is far worse than a line too many.</summary>
    private const int ProseReserve = 2500;

    /// <summary>The same for running text of pages, where the model is surer.</summary>
    private const int PageProseReserve = 2600;

    /// <summary>The same for other lines: inter-titles, list items, answers.</summary>
    private const int LineReserve = 800;

    /// <summary>The same for running text that has lost its lines, where sentences are decided together anyway.</summary>
    private const int FlatProseReserve = 1300;

    /// <summary>The same where the text is long as well: the corpora hold few articles of that length, and what stands far from the beginning looks like another story.</summary>
    private const int LongFlatProseReserve = 3500;

    /// <summary>A text of more segments without lines is long: some five thousand words.</summary>
    private const int FlatSegments = 250;

    public LinearWeights Words => words;

    public IReadOnlyList<TreeStages> Trees => trees;

    /// <summary>Thousandths of log-odds for each segment that it should go: the model's opinion with what is asked of it.</summary>
    public int[] Judge(Segmented document, IReadOnlyList<Finding> findings)
    {
        if (document.Segments.Length == 0)
            return [];
        ModelKind kind = KindOf(document);
        using FeatureBuilder builder = new(document, findings);
        int[] scores = Score(builder, kind);
        int reserve = kind switch
        {
            ModelKind.Html => PageProseReserve,
            ModelKind.Flat => document.Segments.Length > FlatSegments ? LongFlatProseReserve : FlatProseReserve,
            _ => ProseReserve,
        };
        for (int i = 0; i < scores.Length; i++)
            scores[i] = Math.Clamp(scores[i], -Surest, Surest) - (builder.IsProse(i) ? reserve : LineReserve);
        return scores;
    }

    /// <summary>Thousandths of log-odds for each segment that it is junk.</summary>
    public int[] Score(Segmented document, IReadOnlyList<Finding> findings)
    {
        if (document.Segments.Length == 0)
            return [];
        using FeatureBuilder builder = new(document, findings);
        return Score(builder, KindOf(document));
    }

    public static ModelKind KindOf(Segmented document)
    {
        if (document.Document.Html is not null)
            return ModelKind.Html;
        int lines = 0;
        for (int i = 0; i < document.Segments.Length; i++)
            lines += i == 0 || document.Segments[i].Line != document.Segments[i - 1].Line ? 1 : 0;
        return document.Segments.Length >= FlatSegmentsPerLine * Math.Max(1, lines) ? ModelKind.Flat : ModelKind.Lines;
    }

    private int[] Score(FeatureBuilder builder, ModelKind kind)
    {
        TreeStages stages = trees[(int)kind];
        builder.FillWords(words);
        builder.FillTrees(stages.First.Score(builder.Sheet));
        int[] scores = new int[builder.Sheet.Rows];
        Array.Copy(stages.Second.Score(builder.Sheet), scores, scores.Length);
        return scores;
    }
}

/// <summary>Fills the columns of a document in the order in which the stages come; training and the tool both go through here.</summary>
internal sealed class FeatureBuilder : IDisposable
{
    private readonly Segmented _document;
    private readonly ShapeFeatures _shape;
    private readonly PlaceFeatures _place;
    private readonly TopicFeatures _topics;
    private readonly RuleFeatures _rules;
    private readonly PatternFeatures? _patterns;
    private readonly WordScores _known;
    private readonly PageTree? _tree;
    private readonly HtmlFeatures? _html;

    /// <summary>Fills all columns that rest on no score; the findings are those of the phrase and structure engines.</summary>
    public FeatureBuilder(Segmented document, IReadOnlyList<Finding> findings)
    {
        _document = document;
        _known = document.WordScores ?? new WordScores();
        Sheet = new FeatureSheet(document.Segments.Length, _known);
        _shape = ShapeFeatures.Fill(document, Sheet);
        _place = PlaceFeatures.Fill(document, _shape, Sheet);
        _topics = TopicFeatures.Number(document, Sheet);
        _rules = RuleFeatures.Fill(document, findings, Sheet);
        if (document.Document.Html is { } page)
        {
            _tree = _known.TreeOf(page);
            _html = HtmlFeatures.Fill(document, _tree, _known.LikenessOf(page), _shape, Sheet);
        }
        else
            _patterns = PatternFeatures.Fill(_shape, _place, Sheet);
    }

    public FeatureSheet Sheet { get; }

    /// <summary>Whether a segment is running text: long, and ending like a sentence.</summary>
    public bool IsProse(int segment) => _shape.Prose[segment];

    /// <summary>Gives the sheet's memory back.</summary>
    public void Dispose() => Sheet.Dispose();

    /// <summary>Fills the columns that rest on the linear stage.</summary>
    public void FillWords(LinearWeights weights)
    {
        int n = Sheet.Rows;
        int[] self = new int[n], after = new int[n], before = new int[n];
        LinearScores[] own = _known.Of(_document, weights);
        LinearScores[] paths = _tree is null ? [] : _known.Of(_tree.Paths, weights);
        HtmlPage? page = _document.Document.Html;
        for (int i = 0; i < n; i++)
        {
            (self[i], after[i], before[i]) = own[i];
            if (page is null)
                continue;
            LinearScores path = paths[page.Blocks.ItemRef(_document.Segments[i].Block).Node];
            Sheet[Feature.PathScore][i] = FeatureSheet.Clip(path.Self);
            self[i] += path.Self;
            after[i] += path.After;
            before[i] += path.Before;
        }

        ScoreFeatures scores = ScoreFeatures.Fill(Sheet, Feature.WordScore, self, _shape, _place);
        HeadingFeatures.Fill(Sheet, after, before, _shape);
        _topics.Fill(scores.Stretch, Sheet, Feature.WordTopic, Feature.WordTopicCount);
        _topics.Fill(scores.Lead, Sheet, Feature.WordLeadTopic, Feature.WordLeadTopicCount);
        _rules.FillSince(scores.Lead.Start, Feature.WordOpeningsSinceLead, Feature.WordFoundSinceLead);
        SectionFeatures.Fill(scores.Values, scores.Lead, _shape, _topics, Sheet, Feature.WordSectionNumber);
        _patterns?.FillScores(scores, Feature.WordNearPattern, Feature.WordWidePattern);
        _html?.FillScores(self, Feature.WordContainer1);
    }

    /// <summary>Fills the columns that rest on the first trees, from their scores in thousandths of log-odds, padded or not.</summary>
    public void FillTrees(int[] scores)
    {
        int[] hundredths = new int[Sheet.Rows];
        for (int i = 0; i < hundredths.Length; i++)
            hundredths[i] = scores[i] / 10;
        ScoreFeatures features = ScoreFeatures.Fill(Sheet, Feature.TreeScore, hundredths, _shape, _place);
        _topics.Fill(features.Stretch, Sheet, Feature.TreeTopic, Feature.TreeTopicCount);
        _topics.Fill(features.Lead, Sheet, Feature.TreeLeadTopic, Feature.TreeLeadTopicCount);
        _rules.FillSince(features.Lead.Start, Feature.TreeOpeningsSinceLead, Feature.TreeFoundSinceLead);
        SectionFeatures.Fill(features.Values, features.Lead, _shape, _topics, Sheet, Feature.TreeSectionNumber);
        _patterns?.FillScores(features, Feature.TreeNearPattern, Feature.TreeWidePattern);
        _html?.FillScores(hundredths, Feature.TreeContainer1);
    }
}
