using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;

namespace ArticleClean.Segmenting;

/// <summary>Cuts a document into lines and sentences.</summary>
internal static class Segmenter
{
    public static Segmented Segment(Document document, Lexicon? lexicon = null)
    {
        List<Line> lines = [];
        List<Segment> segments = [];
        string text = document.Text;
        for (int start = 0; start < text.Length;)
        {
            int end = text.AsSpan(start).IndexOf('\n');
            end = end < 0 ? text.Length : start + end;
            lines.Add(new Line(TextSpan.FromBounds(start, end), end < text.Length ? 1 : 0));
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
                segments.Add(new Segment(TextSpan.FromBounds(start, end), lines.Count - 1, 0, 0, -1));
            start = end + 1;
        }

        Segment[] all = [.. segments];
        TokenList tokens = Lexer.Tokenize(text, all, lexicon ?? Lexicon.Empty);
        return new Segmented(document, [.. lines], all, tokens);
    }
}
