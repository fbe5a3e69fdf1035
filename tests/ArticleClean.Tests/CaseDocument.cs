using System.Text;

namespace ArticleClean.Tests;

/// <summary>A piece of a case with what it may be called; <see cref="Start"/> and <see cref="End"/> are byte offsets, half-open.</summary>
internal sealed record CaseUnit(string Text, int Start, int End, IReadOnlyList<Category> Labels)
{
    public bool MustStay => Labels.All(label => label == Category.Keep);

    public bool MustGo => !Labels.Contains(Category.Keep);
}

/// <summary>A document with the answer for every line, read from a <c>.case</c> file (Cases/README.md has the format).</summary>
internal sealed record CaseDocument(string Name, string Language, string Text, IReadOnlyList<CaseUnit> Units, IReadOnlyList<string> Statuses)
{
    private const string StatusMark = "# status:";

    /// <summary>Separates the parts of a line, which no text of an article holds.</summary>
    private const char PartMark = '␞';

    public bool IsArticle => !Statuses[0].StartsWith("not-article", StringComparison.Ordinal);

    /// <summary>Every case below the folder, in order of name.</summary>
    public static IEnumerable<CaseDocument> All(string folder) =>
        Directory.EnumerateFiles(folder, "*.case", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => Read(
                Path.GetRelativePath(folder, path).Replace('\\', '/'), Path.GetFileName(Path.GetDirectoryName(path))!, File.ReadAllText(path)));

    public static CaseDocument Read(string name, string language, string content)
    {
        string[] rows = content.Split('\n');
        int end = rows[^1].Length == 0 ? rows.Length - 1 : rows.Length;
        if (!rows[0].StartsWith(StatusMark, StringComparison.Ordinal))
            throw new FormatException($"{name}(1): the first line is '{StatusMark} ...'");
        string[] statuses = rows[0][StatusMark.Length..].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        int row = 1;
        while (row < end && rows[row].StartsWith("# ", StringComparison.Ordinal) && !rows[row].Contains('\t', StringComparison.Ordinal))
            row++;
        StringBuilder text = new();
        List<CaseUnit> units = [];
        int at = 0;
        for (int first = row; row < end; row++)
        {
            if (row > first)
            {
                text.Append('\n');
                at++;
            }

            int tab = rows[row].IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0)
                throw new FormatException($"{name}({row + 1}): label, tab, text");
            string[] labels = rows[row][..tab].Split(PartMark);
            string[] texts = rows[row][(tab + 1)..].Split(PartMark);
            if (labels.Length != texts.Length)
                throw new FormatException($"{name}({row + 1}): {labels.Length} labels and {texts.Length} texts");
            for (int part = 0; part < texts.Length; part++)
            {
                int bytes = Encoding.UTF8.GetByteCount(texts[part]);
                Category[] categories = [.. labels[part].Split('|').Select(label => ParseLabel(label, name, row))];
                if (!string.IsNullOrWhiteSpace(texts[part]))
                    units.Add(new CaseUnit(texts[part], at, at + bytes, categories));
                text.Append(texts[part]);
                at += bytes;
            }
        }

        return new CaseDocument(name, language, text.ToString(), units, statuses);
    }

    private static Category ParseLabel(string label, string name, int row) =>
        CategoryIds.TryParse(label.Trim(), out Category category)
            ? category
            : throw new FormatException($"{name}({row + 1}): '{label}' is no category");
}
