using ArticleClean.Detecting.LineModel;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;
using ArticleClean.Tests.Segmenting;

namespace ArticleClean.Tests.Detecting.LineModel;

public sealed class BlankLinesTests
{
    private const string Paragraph = "The council voted on Tuesday to rebuild the eastern pier, which the winter storms had damaged so badly that no ferry could land there.";

    [Fact]
    public void In_a_long_text_without_blank_lines_paragraphs_stand_apart_and_short_lines_together()
    {
        string[] lines = ["Home", "News", "Harbour", Paragraph, Paragraph, "Share", .. Enumerable.Repeat("Contact", 20)];
        int[] blanks = Before(string.Join('\n', lines));
        Assert.Equal([0, 0, 0, 1, 1, 1, 0], blanks[..7]);
    }

    [Fact]
    public void Blank_lines_that_are_there_are_counted_and_none_is_added()
    {
        string[] lines = [Paragraph, Paragraph, "", "", "Share", .. Enumerable.Repeat("Contact", 20)];
        int[] blanks = Before(string.Join('\n', lines));
        Assert.Equal([0, 0, 2, 0], blanks[..4]);
    }

    [Fact]
    public void A_short_text_may_have_had_none()
    {
        Assert.All(Before(string.Join('\n', "Home", Paragraph, Paragraph, Paragraph, "Share", "Contact", "Print")), blank => Assert.Equal(0, blank));
    }

    private static int[] Before(string text)
    {
        Segmented document = Segmenter.Segment(TextDocument.Of(text), BuiltInRules.Set.Lexicon);
        using FeatureSheet sheet = new(document.Segments.Length);
        return BlankLines.Before(document, ShapeFeatures.Fill(document, sheet));
    }
}
