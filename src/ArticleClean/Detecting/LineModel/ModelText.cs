using System.Globalization;
using System.Text;

namespace ArticleClean.Detecting.LineModel;

/// <summary>A weight of the linear stage with its readable name.</summary>
internal sealed record WordEntry(string Name, short Self, short After, short Before);

/// <summary>
/// The weights as text. Words: <c>bias</c>, then a feature a line with its three weights in thousandths, by tabs. Trees:
/// a tree a line, its stage, its questions <c>Column&gt;cut</c> and after a bar its leaves in thousandths; a row goes to
/// the leaf whose bit d is the answer to question d.
/// </summary>
internal static class ModelText
{
    /// <summary>Names of the files beside the rule packs.</summary>
    public const string WordsFile = "line-model.words.txt";

    /// <summary>The file of a kind's trees.</summary>
    public static string TreesFile(ModelKind kind) => $"line-model.{kind.ToString().ToLowerInvariant()}.txt";

    /// <summary>The model of a folder's files.</summary>
    public static SegmentModel Parse(Func<string, string> textOf) =>
        new(ParseWords(textOf(WordsFile)), [.. Enum.GetValues<ModelKind>().Select(kind => ParseTrees(textOf(TreesFile(kind))))]);

    private const string Bias = "bias";

    public static string WriteWords(IEnumerable<WordEntry> entries, IReadOnlyList<int> bias)
    {
        StringBuilder text = new("# feature\tthe segment\twhat follows it\twhat stands before it: thousandths of log-odds of junk\n");
        Row(text, Bias, bias[0], bias[1], bias[2]);
        foreach (WordEntry entry in entries.OrderBy(e => e.Name, StringComparer.Ordinal))
            Row(text, entry.Name, entry.Self, entry.After, entry.Before);
        return text.ToString();
    }

    public static LinearWeights ParseWords(string text)
    {
        List<(uint, short[])> entries = [];
        int[] bias = new int[LinearWeights.Outputs];
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            if (line.IsEmpty || line.StartsWith("# "))
                continue;
            string[] parts = line.ToString().Split('\t');
            int[] values = [.. parts[1..].Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
            if (parts[0] == Bias)
                bias = values;
            else if (WordFeatureNames.TryKey(parts[0], out uint key))
                entries.Add((key, [.. values.Select(v => (short)v)]));
            else
                throw new InvalidDataException($"'{parts[0]}' names no feature.");
        }

        return LinearWeights.FromEntries(entries, entries.Count, bias);
    }

    public static string WriteTrees(TreeStages stages)
    {
        StringBuilder text = new("# stage, questions, leaves in thousandths of log-odds of junk\n");
        WriteStage(text, "first", stages.First);
        WriteStage(text, "second", stages.Second);
        return text.ToString();
    }

    public static TreeStages ParseTrees(string text) => new(ParseStage(text, "first"), ParseStage(text, "second"));

    private static void Row(StringBuilder text, string name, int self, int after, int before) =>
        text.Append(CultureInfo.InvariantCulture, $"{name}\t{self}\t{after}\t{before}\n");

    private static void WriteStage(StringBuilder text, string stage, TreeEnsemble trees)
    {
        int level = 0, leaf = 0;
        foreach (byte depth in trees.Depths)
        {
            text.Append(stage);
            for (int d = 0; d < depth; d++)
                text.Append(CultureInfo.InvariantCulture, $" {(Feature)trees.Columns[level + d]}>{trees.Cuts[level + d]}");
            text.Append(" |");
            for (int l = 0; l < 1 << depth; l++)
                text.Append(CultureInfo.InvariantCulture, $" {trees.Leaves[leaf + l]}");
            text.Append('\n');
            level += depth;
            leaf += 1 << depth;
        }
    }

    private static TreeEnsemble ParseStage(string text, string stage)
    {
        List<byte> depths = [];
        List<ushort> columns = [];
        List<short> cuts = [], leaves = [];
        foreach (string line in text.Split('\n').Where(l => l.StartsWith(stage + " ", StringComparison.Ordinal)))
        {
            string[] halves = line[stage.Length..].Split('|');
            string[] questions = halves[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            depths.Add((byte)questions.Length);
            foreach (string question in questions)
            {
                int at = question.IndexOf('>', StringComparison.Ordinal);
                columns.Add((ushort)Enum.Parse<Feature>(question[..at]));
                cuts.Add(short.Parse(question[(at + 1)..], CultureInfo.InvariantCulture));
            }

            short[] values = [.. halves[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => short.Parse(v, CultureInfo.InvariantCulture))];
            if (values.Length != 1 << questions.Length)
                throw new InvalidDataException($"A tree has {values.Length} leaves for {questions.Length} questions: {line}");
            leaves.AddRange(values);
        }

        return new TreeEnsemble([.. depths], [.. columns], [.. cuts], [.. leaves]);
    }
}
