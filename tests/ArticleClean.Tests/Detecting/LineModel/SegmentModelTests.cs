using ArticleClean.Detecting.LineModel;
using ArticleClean.Reading;
using ArticleClean.Scoring;
using ArticleClean.Segmenting;

namespace ArticleClean.Tests.Detecting.LineModel;

public sealed class SegmentModelTests
{
    private const string Story = "The council voted on Monday to close the old bridge.\n\nRepairs would cost more than a new one, the engineer said.\n\nRead more\n\nShare this";

    [Fact]
    public void A_text_without_segments_has_no_scores() =>
        Assert.Empty(LineModelDetector.BuiltIn.Judge(Segments("\n\n  \n"), []));

    [Fact]
    public void Scores_do_not_depend_on_what_was_scored_before()
    {
        int[] first = LineModelDetector.BuiltIn.Score(Segments(Story), []);
        LineModelDetector.BuiltIn.Score(Segments(string.Concat(Enumerable.Repeat(Story + "\n", 40))), []);
        Assert.Equal(first, LineModelDetector.BuiltIn.Score(Segments(Story), []));
    }

    [Fact]
    public void Lines_that_were_joined_are_told_from_lines()
    {
        Assert.Equal(ModelKind.Lines, SegmentModel.KindOf(Segments(Story)));
        Assert.Equal(ModelKind.Flat, SegmentModel.KindOf(Segments(string.Join(' ', Enumerable.Repeat("The river rose again in the night.", 12)))));
    }

    [Fact]
    public void Vectors_of_rows_get_the_answers_of_single_rows()
    {
        SplitMix random = new(3);
        short Next(int below) => (short)(random.NextInt(below) - (below / 2));
        byte[] depths = [6, 3, 1, 6];
        int levels = depths.Sum(d => d);
        ushort[] columns = [.. Enumerable.Range(0, levels).Select(_ => (ushort)random.NextInt((int)Feature.Count))];
        short[] cuts = [.. Enumerable.Range(0, levels).Select(_ => Next(100))];
        short[] leaves = [.. Enumerable.Range(0, depths.Sum(d => 1 << d)).Select(_ => Next(1000))];
        using FeatureSheet sheet = new(77);
        for (Feature f = 0; f < Feature.Count; f++)
        {
            for (int r = 0; r < sheet.Rows; r++)
                sheet[f][r] = Next(120);
        }

        TreeEnsemble trees = new(depths, columns, cuts, leaves);
        int[] scores = trees.ScoreNarrow(sheet);
        if (WideTrees.IsSupported)
            Assert.Equal(scores, trees.ScoreWide(sheet));
        for (int r = 0; r < sheet.Rows; r++)
        {
            int expected = 0, level = 0, leaf = 0;
            foreach (byte depth in depths)
            {
                int at = 0;
                for (int d = 0; d < depth; d++)
                    at |= sheet[(Feature)columns[level + d]][r] > cuts[level + d] ? 1 << d : 0;
                expected += leaves[leaf + at];
                level += depth;
                leaf += 1 << depth;
            }

            Assert.Equal(expected, scores[r]);
        }
    }

    private static Segmented Segments(string text) => Segmenter.Segment(
        DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(text), new SourceHints { Encoding = "utf-8", Format = DocumentFormat.Text }, 1 << 20));
}
