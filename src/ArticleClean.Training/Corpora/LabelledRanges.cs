using System.Globalization;

namespace ArticleClean.Training.Corpora;

/// <summary>What the gold says of a piece of text.</summary>
internal enum GoldLabel : byte
{
    /// <summary>Nothing is known, or either answer is right: no loss.</summary>
    Unknown,
    Keep,
    Drop,
}

/// <summary>A labelled piece of a text, half-open in UTF-16 units.</summary>
internal readonly record struct LabelledRange(int Start, int End, GoldLabel Label);

/// <summary>Reads the label files of text tracks as ranges over the text.</summary>
internal static class LabelledRanges
{
    /// <summary>The ranges of a track's text in order; pieces without a label are not listed.</summary>
    public static List<LabelledRange> Read(CorpusCase page, string track, string text)
    {
        string path = Path.Combine(page.Folder, "labels", track, page.Id + ".tsv");
        if (!File.Exists(path))
            return [];
        IEnumerable<string[]> rows = File.ReadLines(path).Where(r => r.Length > 0).Select(r => r.Split('\t'));
        return track == "flat" ? FromCodePoints(rows, text) : FromLines(rows, text);
    }

    private static List<LabelledRange> FromLines(IEnumerable<string[]> rows, string text)
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
        }

        starts.Add(text.Length + 1);
        List<LabelledRange> ranges = [];
        foreach (string[] row in rows)
        {
            int line = int.Parse(row[0], CultureInfo.InvariantCulture) - 1;
            if (line + 1 < starts.Count && Parse(row[1]) is var label and not GoldLabel.Unknown)
                ranges.Add(new LabelledRange(starts[line], starts[line + 1] - 1, label));
        }

        return ranges;
    }

    private static List<LabelledRange> FromCodePoints(IEnumerable<string[]> rows, string text)
    {
        List<LabelledRange> ranges = [];
        int unit = 0, point = 0;
        int UnitOf(int target)
        {
            while (point < target && unit < text.Length)
            {
                unit += char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length && char.IsLowSurrogate(text[unit + 1]) ? 2 : 1;
                point++;
            }

            return unit;
        }

        foreach (string[] row in rows)
        {
            int start = UnitOf(int.Parse(row[0], CultureInfo.InvariantCulture));
            int end = UnitOf(int.Parse(row[1], CultureInfo.InvariantCulture));
            if (Parse(row[2]) is var label and not GoldLabel.Unknown)
                ranges.Add(new LabelledRange(start, end, label));
        }

        return ranges;
    }

    private static GoldLabel Parse(string label) => label switch
    {
        "keep" => GoldLabel.Keep,
        "drop" => GoldLabel.Drop,
        _ => GoldLabel.Unknown,
    };
}
