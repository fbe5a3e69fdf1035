using System.Text;
using ArticleClean.Deciding;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests.Deciding;

public sealed class SequenceDecoderTests
{
    private const int Article = -3000;
    private const int Junk = 2000;
    private const int Doubtful = -1500;

    /// <summary>Lines of six words, a blank line between two.</summary>
    private static Segmented Lines(int count)
    {
        string text = string.Join("\n\n", Enumerable.Range(0, count).Select(i => $"Boat {i} lies at the quay"));
        Document document = DocumentReader.Read(Encoding.UTF8.GetBytes(text), new SourceHints { Format = DocumentFormat.Text }, 1L << 20);
        Segmented segmented = new ArticleCleaner().Perceive(document).Document;
        Assert.Equal(count, segmented.Segments.Length);
        return segmented;
    }

    private static string Decode(params int[] scores) =>
        string.Concat(SequenceDecoder.Decode(Lines(scores.Length), scores, new bool[scores.Length]).Select(removed => removed ? '-' : 'a'));

    private static int[] Runs(params (int Score, int Count)[] runs) => [.. runs.SelectMany(r => Enumerable.Repeat(r.Score, r.Count))];

    [Fact]
    public void A_doubtful_line_stays_behind_a_short_box() =>
        Assert.Equal("aaaa--aaa", Decode(Runs((Article, 4), (Junk, 2), (Doubtful, 1), (Article, 2))));

    [Fact]
    public void A_doubtful_line_goes_far_behind_the_end_of_the_article() =>
        Assert.Equal("aaaa" + new string('-', 61), Decode(Runs((Article, 4), (Junk, 40), (Doubtful, 1), (Junk, 20))));

    [Fact]
    public void Many_sentences_stay_however_long_the_box_before_them() =>
        Assert.Equal("aaaa" + new string('-', 40) + "aaaaa", Decode(Runs((Article, 4), (Junk, 40), (Article, 5))));

    [Fact]
    public void Nothing_is_asked_before_the_article_begins() =>
        Assert.Equal(new string('-', 40) + "aa", Decode(Runs((Junk, 40), (Article, 1), (Doubtful, 1))));

    [Fact]
    public void More_evidence_for_a_segment_never_saves_it()
    {
        Gen<(int[] Scores, int Segment)> gen =
            from scores in Gen.Choose(-4000, 4000).ArrayOf().Where(s => s.Length is > 0 and < 30)
            from segment in Gen.Choose(0, scores.Length - 1)
            select (scores, segment);
        Prop.ForAll(gen.ToArbitrary(), drawn =>
        {
            bool before = Decode(drawn.Scores)[drawn.Segment] == '-';
            int[] more = [.. drawn.Scores];
            more[drawn.Segment] += 1000;
            return !before || Decode(more)[drawn.Segment] == '-';
        }).QuickCheckThrowOnFailure();
    }
}
