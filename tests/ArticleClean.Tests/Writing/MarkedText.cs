using System.Text;
using ArticleClean.Deciding;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using ArticleClean.Writing;

namespace ArticleClean.Tests.Writing;

/// <summary>
/// Decisions by hand: in a marked text «navigation», ‹related› and ⟦flagged⟧ stretches are segments of that fate, and
/// what stands outside them on a line is a kept segment. White space around a segment belongs to none.
/// </summary>
internal static class MarkedText
{
    private const string Marks = "«»‹›⟦⟧";

    public static Decision Decide(string marked, SourceCodec? codec = null, int bomLength = 0, params InlineEdit[] edits)
    {
        StringBuilder text = new();
        List<(int Start, int End, char Mark)> stretches = [];
        int start = 0;
        char open = ' ';
        foreach (char c in marked)
        {
            if (!Marks.Contains(c, StringComparison.Ordinal) && c is not ('\n' or '\r'))
            {
                text.Append(c);
                continue;
            }

            stretches.Add((start, text.Length, open));
            if (c is '\n' or '\r')
                text.Append(c);
            else
                open = c is '«' or '‹' or '⟦' ? c : ' ';
            start = text.Length;
        }

        stretches.Add((start, text.Length, open));
        return Decide(Document(text.ToString(), codec ?? SourceCodec.Utf8, bomLength), stretches, edits);
    }

    public static CleanResult Write(string marked, SourceCodec? codec = null, params InlineEdit[] edits) =>
        ResultWriter.Write(Decide(marked, codec, 0, edits), CleanOptions.Default);

    /// <summary>The body's text; the original is restored on the way, so that every use proves the law.</summary>
    public static string BodyOf(string marked, params InlineEdit[] edits)
    {
        CleanResult result = Write(marked, null, edits);
        Assert.Equal(result.Text, Encoding.UTF8.GetString(result.Body.Span));
        result.ShouldRestore();
        return result.Text;
    }

    private static Document Document(string text, SourceCodec codec, int bomLength)
    {
        byte[] bytes = [.. new byte[bomLength], .. codec.Encode(text)!];
        DecodedText decoded = TextDecoder.Decode(bytes, codec, bomLength);
        return new Document { Name = "test.txt", Text = decoded.Text, Format = DocumentFormat.Text, Source = decoded.Source };
    }

    private static Decision Decide(Document document, List<(int Start, int End, char Mark)> stretches, InlineEdit[] edits)
    {
        List<Segment> segments = [];
        List<Verdict> verdicts = [];
        foreach ((int start, int end, char mark) in stretches)
        {
            string part = document.Text[start..end];
            if (string.IsNullOrWhiteSpace(part))
                continue;
            int lead = part.Length - part.TrimStart().Length;
            int line = document.Text.AsSpan(0, start).Count('\n');
            segments.Add(new Segment(new TextSpan(start + lead, part.Trim().Length), line, 0, 0, -1));
            verdicts.Add(mark switch
            {
                '«' => new Verdict(Fate.Remove, Category.Navigation, 3000, [new Reason("test/navigation", "seen", 3000)]),
                '‹' => new Verdict(Fate.Remove, Category.Related, 1000, [new Reason("test/related", null, 1000)]),
                '⟦' => new Verdict(Fate.Flag, Category.Related, 500, [new Reason("test/related", null, 500)]),
                _ => new Verdict(Fate.Keep, Category.Keep, -3000, []),
            });
        }

        Segmented segmented = new(document, [], [.. segments], new TokenList([], 0));
        return new Decision(segmented, [.. verdicts], edits, new DocumentStatus(StatusValue.Complete, null, 900, ["by hand"]), ArticleMetadata.None);
    }
}
