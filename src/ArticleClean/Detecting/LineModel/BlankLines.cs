using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// Counts the blank lines above each line. A text without any has lost them: there paragraphs are taken to stand apart,
/// as they do wherever blank lines mean something, and short lines to stand together.
/// </summary>
internal static class BlankLines
{
    /// <summary>Fewer lines are a short text, which may well have had no blank ones: those that the model learned from have none.</summary>
    private const int MinLines = 24;

    /// <summary>A line of so many words is a paragraph however it ends.</summary>
    private const int LongWords = 20;

    /// <summary>Per segment: blank lines between its line and the line before it, 0 for all but the first segment of a line.</summary>
    public static int[] Before(Segmented document, ShapeFeatures shape)
    {
        Segment[] segments = document.Segments;
        int[] blanks = new int[segments.Length];
        int lines = 1;
        bool any = false;
        for (int i = 1; i < segments.Length; i++)
        {
            blanks[i] = Math.Max(0, segments[i].Line - segments[i - 1].Line - 1);
            any |= blanks[i] > 0;
            lines += segments[i].Line != segments[i - 1].Line ? 1 : 0;
        }

        if (any || lines < MinLines || document.Document.Html is not null)
            return blanks;
        bool above = false;
        for (int start = 0, end; start < segments.Length; start = end)
        {
            bool paragraph = IsParagraph(segments, shape, start, out end);
            blanks[start] = start > 0 && (above || paragraph) ? 1 : 0;
            above = paragraph;
        }

        return blanks;
    }

    private static bool IsParagraph(Segment[] segments, ShapeFeatures shape, int start, out int end)
    {
        int words = 0;
        for (end = start; end < segments.Length && segments[end].Line == segments[start].Line; end++)
            words += shape.Words[end];
        return words >= LongWords || shape.Prose[end - 1];
    }
}
