using ArticleClean.Detecting.LineModel;
using ArticleClean.Scoring;
using ArticleClean.Training.Learning;

namespace ArticleClean.Tests.Training;

public sealed class BoostingTests
{
    private const int Rows = 4000;

    [Fact]
    public void Boosting_learns_a_rule_over_two_columns()
    {
        (short[][] columns, float[] labels) = TwoColumnRule();
        TreeEnsemble trees = Grow(columns, labels);
        int[] scores = Score(trees, columns);
        int right = Enumerable.Range(0, Rows).Count(r => scores[r] > 0 == labels[r] > 0.5f);
        Assert.True(right > Rows * 0.97, $"{right} of {Rows}");
    }

    [Fact]
    public void The_same_data_and_seed_grow_the_same_trees()
    {
        (short[][] columns, float[] labels) = TwoColumnRule();
        TreeEnsemble first = Grow(columns, labels), second = Grow(columns, labels);
        Assert.Equal(first.Columns.ToArray(), second.Columns.ToArray());
        Assert.Equal(first.Cuts.ToArray(), second.Cuts.ToArray());
        Assert.Equal(first.Leaves.ToArray(), second.Leaves.ToArray());
    }

    [Fact]
    public void A_row_that_weighs_nothing_teaches_nothing()
    {
        (short[][] columns, float[] labels) = TwoColumnRule();
        float[] wrong = [.. labels.Select((l, r) => r % 2 == 0 ? l : 1 - l)];
        float[] weights = [.. labels.Select((_, r) => r % 2 == 0 ? 1f : 0f)];
        TreeEnsemble trees = ObliviousBoosting.Pack(ObliviousBoosting.Grow(new BinnedColumns(columns, 1), [.. Enumerable.Range(0, Rows)], wrong, weights, Options));
        int[] scores = Score(trees, columns);
        Assert.True(Enumerable.Range(0, Rows).Count(r => scores[r] > 0 == labels[r] > 0.5f) > Rows * 0.95);
    }

    private static BoostingOptions Options => new() { Trees = 60, Depth = 3, Shrink = 2, ColumnShare = 1, RowShare = 0.7f };

    private static (short[][] Columns, float[] Labels) TwoColumnRule()
    {
        SplitMix random = new(7);
        short[][] columns = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, Rows).Select(_ => (short)random.NextInt(1000)).ToArray())];
        float[] labels = [.. Enumerable.Range(0, Rows).Select(r => columns[1][r] > 400 && columns[3][r] < 700 ? 1f : 0f)];
        return (columns, labels);
    }

    private static TreeEnsemble Grow(short[][] columns, float[] labels) => ObliviousBoosting.Pack(ObliviousBoosting.Grow(
        new BinnedColumns(columns, 2), [.. Enumerable.Range(0, Rows)], labels, [.. Enumerable.Repeat(1f, Rows)], Options));

    private static int[] Score(TreeEnsemble trees, short[][] columns)
    {
        using FeatureSheet sheet = new(Rows);
        for (int c = 0; c < columns.Length; c++)
            columns[c].CopyTo(sheet[(Feature)c]);
        return trees.Score(sheet)[..Rows];
    }
}
