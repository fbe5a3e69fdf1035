using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// What the model learns of a document's words and a page's elements, kept from one decision to the next: a segment's words are the same
/// when others are gone.
/// Belongs to one cleaning of one document.
/// </summary>
internal sealed class WordScores
{
    private WordNumbers? _numbers;
    private LinearWeights? _weights;
    private Segment[]? _segments;
    private LinearScores[]? _scores;
    private PageTree? _tree;
    private PageLikeness? _likeness;
    private LinearWeights? _pathWeights;
    private LinearScores[]? _paths;

    /// <summary>The memory of the last decision's sheet, where it is too large to be kept for other documents.</summary>
    public short[]? SpareSheet { get; set; }

    /// <summary>The numbers of the document's words.</summary>
    public WordNumbers NumbersOf(TokenList tokens) => _numbers ??= WordNumbers.Of(tokens);

    /// <summary>The elements of the document's page.</summary>
    public PageTree TreeOf(HtmlPage page) => _tree ??= new PageTree(page);

    /// <summary>What segments have in common with what the document's page declares.</summary>
    public PageLikeness LikenessOf(HtmlPage page) => _likeness ??= new PageLikeness(page);

    /// <summary>For each element of the document's page what the path of a block in it adds to the scores of its segments.</summary>
    public LinearScores[] Of(PathWords paths, LinearWeights weights)
    {
        if (_paths is null || _pathWeights != weights)
            (_paths, _pathWeights) = (weights.Score(paths), weights);
        return _paths;
    }

    /// <summary>The scores of each segment of a document, taken over where its segments are some of those seen last.</summary>
    public LinearScores[] Of(Segmented document, LinearWeights weights)
    {
        Segment[] segments = document.Segments;
        LinearScores[] scores = new LinearScores[segments.Length];
        int seen = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            int at = seen;
            while (_segments is not null && at < _segments.Length && _segments[at].FirstToken < segments[i].FirstToken)
                at++;
            bool known = _segments is not null && _scores is not null && at < _segments.Length && weights == _weights
                && _segments[at].FirstToken == segments[i].FirstToken && _segments[at].EndToken == segments[i].EndToken;
            scores[i] = known ? _scores![at] : weights.Score(document, segments[i]);
            seen = at;
        }

        (_weights, _segments, _scores) = (weights, segments, scores);
        return scores;
    }
}
