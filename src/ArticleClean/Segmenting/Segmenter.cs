using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;

namespace ArticleClean.Segmenting;

/// <summary>Cuts a document into lines, sentences and tokens.</summary>
internal static class Segmenter
{
    /// <summary>Segments in document order; none crosses the edge of a block, or a line end that was not made by wrapping at a width.</summary>
    public static Segmented Segment(Document document, Lexicon? lexicon = null)
    {
        Line[] lines = LineSplitter.Split(document.Text);
        if (document.Html is null)
            lines = Wrapping.Join(document.Text, lines);
        Segment[] segments = document.Html is { } page ? OfBlocks(document.Text, lines, page) : OfLines(document.Text, lines);
        TokenList tokens = Lexer.Tokenize(document.Text, segments, lexicon ?? Lexicon.Empty);
        return new Segmented(document, lines, segments, tokens);
    }

    private static Segment[] OfLines(string text, Line[] lines)
    {
        Rows<Segment> segments = new(lines.Length);
        for (int line = 0; line < lines.Length; line++)
            Cut(text, lines[line].Content, line, -1, segments);
        return segments.ToArray();
    }

    private static Segment[] OfBlocks(string text, Line[] lines, HtmlPage page)
    {
        Rows<Segment> segments = new(page.Blocks.Length);
        int line = 0;
        for (int block = 0; block < page.Blocks.Length; block++)
        {
            TextSpan span = page.Blocks[block].Span;
            while (line < lines.Length && lines[line].Content.End < span.Start)
                line++;
            for (int at = line; at < lines.Length && lines[at].Content.Start < span.End; at++)
            {
                TextSpan content = lines[at].Content;
                int start = Math.Max(content.Start, span.Start);
                int end = Math.Min(content.End, span.End);
                if (start < end)
                    Cut(text, TextSpan.FromBounds(start, end), at, block, segments);
            }
        }

        return segments.ToArray();
    }

    private static void Cut(string text, TextSpan range, int line, int block, Rows<Segment> segments)
    {
        if (range.Length == 0)
            return;
        SentenceCutter cutter = new(text, range.Start, range.End);
        while (cutter.MoveNext(out TextSpan sentence))
            segments.Add(new Segment(sentence, line, 0, 0, block));
    }
}
