using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// What the model learns of a document's words, kept from one decision to the next: a segment's words are the same when others are gone.
/// Belongs to one cleaning of one document.
/// </summary>
internal sealed class WordScores
{
    private WordNumbers? _numbers;
    private LinearWeights? _weights;
    private Segment[]? _segments;
    private LinearScores[]? _scores;

    /// <summary>The numbers of the document's words.</summary>
    public WordNumbers NumbersOf(TokenList tokens) => _numbers ??= WordNumbers.Of(tokens);

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
