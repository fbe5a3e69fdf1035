using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>How like each segment of a page is to what the page declares about itself; kept from one decision to the next, as <see cref="WordScores"/> is.</summary>
internal sealed class PageLikeness(HtmlPage page)
{
    private readonly Declared _title = Declared.Of(page.Declared.Headline ?? page.Declared.Title);
    private readonly Declared _description = Declared.Of(page.Declared.Description);
    private readonly Declared _body = Declared.Of(page.Declared.ArticleBody);
    private Segment[] _segments = [];
    private Likeness[] _found = [];

    /// <summary>Shares in thousandths as <see cref="Declared.Likeness"/> gives them.</summary>
    public readonly record struct Likeness(short Title, short Description, short Body);

    /// <summary>The likeness of each segment of a document, taken over where its segments are some of those seen last.</summary>
    public Likeness[] Of(Segmented document)
    {
        Segment[] segments = document.Segments;
        Likeness[] found = new Likeness[segments.Length];
        int seen = 0;
        for (int i = 0; i < found.Length; i++)
        {
            while (seen < _segments.Length && _segments[seen].FirstToken < segments[i].FirstToken)
                seen++;
            bool known = seen < _segments.Length
                && _segments[seen].FirstToken == segments[i].FirstToken && _segments[seen].EndToken == segments[i].EndToken;
            found[i] = known ? _found[seen] : Compare(document.Tokens.Slice(segments[i].FirstToken, segments[i].EndToken));
        }

        (_segments, _found) = (segments, found);
        return found;
    }

    private Likeness Compare(ReadOnlySpan<Token> tokens) => new(_title.Likeness(tokens, 1), _description.Likeness(tokens, 2), _body.Likeness(tokens, 3));
}
