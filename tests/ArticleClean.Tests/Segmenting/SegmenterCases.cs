using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Tests.Segmenting;

/// <summary>
/// One file a language or topic in Cases: each line is an input, with <c>¦</c> where a segment must begin; <c>#</c> starts a comment,
/// <c>\t</c> stands for a tab.
/// </summary>
public sealed class SegmenterCases
{
    private const char Cut = '¦';

    public static TheoryData<string> Files()
    {
        TheoryData<string> data = [];
        foreach (string file in Directory.EnumerateFiles(Folder(), "*.txt").Order(StringComparer.Ordinal))
            data.Add(Path.GetFileNameWithoutExtension(file));
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Lines_are_cut_where_the_case_says(string name)
    {
        List<string> wrong = [];
        foreach (string line in File.ReadLines(Path.Combine(Folder(), name + ".txt")))
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal))
                continue;
            string expected = line.Replace("\\t", "\t", StringComparison.Ordinal);
            string actual = Marked(expected.Replace(Cut.ToString(), "", StringComparison.Ordinal));
            if (actual != expected)
                wrong.Add($"expected {expected}\nactual   {actual}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string Marked(string text)
    {
        Segmented segmented = Segmenter.Segment(TextDocument.Of(text));
        for (int i = segmented.Segments.Length - 1; i > 0; i--)
            text = text.Insert(segmented.Segments[i].Span.Start, Cut.ToString());
        return text;
    }

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Segmenting", "Cases");
}
