using ArticleClean.Detecting.LineModel;
using ArticleClean.Reading;

namespace ArticleClean.Segmenting;

/// <summary>A line, which may be several that were wrapped: its content without the terminator at its end, and that one's length (0 for an unterminated last line).</summary>
internal readonly record struct Line(TextSpan Content, int TerminatorLength);

/// <summary>
/// The smallest unit that is kept or removed: a sentence, or a short line whole. White space around it belongs to no
/// segment; blank lines have none.
/// </summary>
/// <param name="Span">In <see cref="Document.Text"/>, without white space at its edges.</param>
/// <param name="Line">Index into <see cref="Segmented.Lines"/>.</param>
/// <param name="FirstToken">Index into <see cref="Segmented.Tokens"/>.</param>
/// <param name="EndToken">The token after its last one.</param>
/// <param name="Block">Index into <see cref="HtmlPage.Blocks"/>, -1 for text.</param>
internal readonly record struct Segment(TextSpan Span, int Line, int FirstToken, int EndToken, int Block)
{
    public int TokenCount => EndToken - FirstToken;
}

/// <summary>A document cut into segments, with the tokens that every engine reads.</summary>
internal sealed record Segmented(Document Document, Line[] Lines, Segment[] Segments, TokenList Tokens)
{
    /// <summary>The language that the text is written in, as ISO 639-1, null where it is not told.</summary>
    public string? Language { get; init; }

    /// <summary>What the line model remembers of the words between two decisions on one document; null where it decides once.</summary>
    public WordScores? WordScores { get; init; }

    public ReadOnlySpan<char> TextOf(int segment)
    {
        TextSpan span = Segments[segment].Span;
        return Document.Text.AsSpan(span.Start, span.Length);
    }
}
