using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
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
    public void The_packed_model_is_small_and_loads_at_once()
    {
        byte[] bytes = PackedModel.Write(LineModelDetector.BuiltIn);
        Assert.InRange(bytes.Length, 1, 3_000_000);
        TimeSpan best = TimeSpan.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            PackedModel.Read(bytes);
            TimeSpan taken = Stopwatch.GetElapsedTime(start);
            best = taken < best ? taken : best;
        }

        Assert.True(best < TimeSpan.FromMilliseconds(15), best.TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
    }

    private static string Weights(string name, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../../src/ArticleClean/Rules", name));
}
