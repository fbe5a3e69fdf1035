using ArticleClean.Detecting.LineModel;

namespace ArticleClean.Tests.Detecting.LineModel;

public sealed class PackedModelTests
{
    [Fact]
    public void The_packed_model_is_the_readable_one()
    {
        SegmentModel packed = LineModelDetector.BuiltIn;
        SegmentModel readable = ModelText.Parse(name => Weights(name));
        Assert.Equal(PackedModel.Write(readable), PackedModel.Write(packed));
    }

    [Fact]
    public void Text_to_weights_and_back_changes_nothing()
    {
        foreach (ModelKind kind in Enum.GetValues<ModelKind>())
            Assert.Equal(Weights(ModelText.TreesFile(kind)), ModelText.WriteTrees(ModelText.ParseTrees(Weights(ModelText.TreesFile(kind)))));
    }

    [Fact]
    public void Every_name_stands_for_a_key_of_its_own()
    {
        HashSet<uint> keys = [];
        foreach (string line in Weights(ModelText.WordsFile).Split('\n').Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal) && !l.StartsWith("bias\t", StringComparison.Ordinal)))
        {
            Assert.True(WordFeatureNames.TryKey(line.AsSpan(0, line.IndexOf('\t', StringComparison.Ordinal)), out uint key), line);
            Assert.True(keys.Add(key), line);
        }
    }

    [Fact]
    public void The_packed_model_is_small() => Assert.InRange(PackedModel.Write(LineModelDetector.BuiltIn).Length, 1, 3_000_000);

    private static string Weights(string name) =>
        File.ReadAllText(Path.Join(Corpora.Repository, "src", "ArticleClean", "Rules", name));
}
