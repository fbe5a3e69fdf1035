using System.Collections.Immutable;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests.Segmenting;

public sealed class SegmenterTests
{
    [Theory]
    [InlineData("a\nb", 2)]
    [InlineData("a\r\nb", 2)]
    [InlineData("a\rb\r", 2)]
    [InlineData("a\u0085b\u2028c\vd\fe", 1)]
    [InlineData("\n\n\n", 3)]
    [InlineData("", 0)]
    public void A_line_ends_at_LF_CRLF_and_CR_and_nothing_else(string text, int lines) =>
        Assert.Equal(lines, Segmenter.Segment(TextDocument.Of(text)).Lines.Length);

    [Fact]
    public void A_segment_never_crosses_the_edge_of_a_block()
    {
        HtmlPage page = new([], [Block(0, 5), Block(5, 7)], DeclaredMetadata.None);
        Segment[] segments = Segmenter.Segment(TextDocument.Of("Share\nor\nnot", page) with { }).Segments;
        Assert.Equal([(0, 0), (1, 1), (2, 1)], segments.Select(s => (s.Line, s.Block)));

        static HtmlBlock Block(int start, int length) => new(new TextSpan(start, length), 0, 0, 0, ImmutableArray<InlineMark>.Empty);
    }

    [Fact]
    public void Segments_are_in_order_disjoint_trimmed_and_hold_everything_but_white_space() =>
        Prop.ForAll(TextArb(), text =>
        {
            Segmented segmented = Segmenter.Segment(TextDocument.Of(text));
            int at = 0;
            foreach (Segment segment in segmented.Segments)
            {
                Assert.True(segment.Span.Length > 0);
                Assert.True(text.AsSpan(at, segment.Span.Start - at).IsWhiteSpace());
                Assert.False(char.IsWhiteSpace(text[segment.Span.Start]));
                Assert.False(char.IsWhiteSpace(text[segment.Span.End - 1]));
                Assert.True(segmented.Lines[segment.Line].Content.Contains(segment.Span));
                at = segment.Span.End;
            }

            Assert.True(text.AsSpan(at).IsWhiteSpace());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Taking_segments_out_leaves_the_others_as_they_were() =>
        Prop.ForAll(SentencesArb(), ArbMap.Default.ArbFor<int>(), (sentences, mask) =>
        {
            string whole = string.Join(' ', sentences);
            string[] segments = Texts(whole);
            string[] left = [.. segments.Where((_, i) => (mask >> (i % 30) & 1) == 0)];
            Assert.Equal(left, Texts(string.Join(' ', left)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_million_empty_lines_are_lines_without_segments()
    {
        Segmented segmented = Segmenter.Segment(TextDocument.Of(new string('\n', 1_000_000)));
        Assert.Equal((1_000_000, 0), (segmented.Lines.Length, segmented.Segments.Length));
    }

    [Theory]
    [InlineData("a.")]
    [InlineData("A.\"(")]
    [InlineData("a.\"a")]
    [InlineData("A.\"a")]
    [InlineData("A.A")]
    [InlineData("!-")]
    [InlineData("? (")]
    [InlineData("→")]
    [InlineData("ก")]
    [InlineData("ไทย ")]
    [InlineData("«. »")]
    [InlineData("The Aa, ")]
    [InlineData("word ")]
    [InlineData("Ab. ")]
    [InlineData("...")]
    [InlineData("• ")]
    public void A_million_characters_on_one_line_are_no_work(string pattern)
    {
        string text = string.Concat(Enumerable.Repeat(pattern, 1_000_000 / pattern.Length));
        Assert.NotEmpty(Segmenter.Segment(TextDocument.Of(text)).Segments);
    }

    private static string[] Texts(string text)
    {
        Segmented segmented = Segmenter.Segment(TextDocument.Of(text));
        return [.. segmented.Segments.Select((_, i) => segmented.TextOf(i).ToString())];
    }

    private static Arbitrary<string> TextArb() =>
        Gen.Elements(
            "a", "A", "the", "The", ".", "!", "?", "…", "...", " ", " ", "\n", "\r", "\r\n", "\u0085", "\u2028", "\t", "•", "→", "\"", "“", "”", "(", ")",
            "1", "3.", "Dr.", "U.S.", "。", "「", "」", "と", "।", "है", "ไทย", "\u200B", "\0", "😀", "\uD800", "\uDC00", "[1]", "»", "«", ";", "α")
            .ArrayOf().Select(string.Concat).ToArbitrary();

    private static Arbitrary<string[]> SentencesArb() =>
        Gen.Elements(
            "The bridge closed at noon.", "Nobody crossed it!", "Why not?", "“We left,” she said.", "It rose 3.5 percent to $4.99.",
            "Dr. Weiss left (early. Very early.) and slept.", "Subscribe now →", "• Item one of the list that the harbour office printed.", "The council will close the old bridge for...",
            "Мост закрыли.", "大桥关闭。", "پل بند ہو گیا۔", "पुल बंद हो गया।", "He was 25.", "See the mill.[1]")
            .ArrayOf().ToArbitrary();
}
