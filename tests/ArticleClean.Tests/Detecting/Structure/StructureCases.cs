using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Detecting.Structure;
using ArticleClean.Segmenting;
using ArticleClean.Tests.Segmenting;

namespace ArticleClean.Tests.Detecting.Structure;

/// <summary>
/// One file a rule in Cases, named like it: documents, parted by <c>===</c>, whose lines begin with <c>+</c> (the rule must
/// hit it), <c>-</c> (it must not) or <c>?</c> (either way); an empty line is one of the document.
/// </summary>
public sealed class StructureCases
{
    private static readonly Lazy<PhraseDetector> Phrases = new(() => new PhraseDetector(BuiltInRules.Set, new RulesOff([])));

    public static TheoryData<string> Rules()
    {
        TheoryData<string> data = [];
        foreach (string file in Directory.EnumerateFiles(Folder(), "*.txt").Order(StringComparer.Ordinal))
            data.Add(Path.GetFileNameWithoutExtension(file));
        return data;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_hits_the_lines_that_it_must_and_no_others(string rule)
    {
        List<string> wrong = [];
        foreach (string part in File.ReadAllText(Path.Combine(Folder(), rule + ".txt")).Split("===\n"))
        {
            string[] rows = part.TrimEnd('\n').Split('\n');
            Segmented document = Segmenter.Segment(TextDocument.Of(string.Join('\n', rows.Select(row => row.Length > 2 ? row[2..] : ""))), BuiltInRules.Set.Lexicon);
            List<Finding> findings = [];
            Phrases.Value.Detect(document, findings);
            new StructureDetector(BuiltInRules.Set).Detect(document, findings);
            HashSet<int> hit = [.. findings.Where(f => f.Rule == "structure/" + rule).Select(f => document.Segments[f.Segment].Line)];
            for (int line = 0; line < rows.Length; line++)
            {
                if (rows[line].Length > 0 && rows[line][0] != '?' && rows[line][0] == '+' != hit.Contains(line))
                    wrong.Add(rows[line]);
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Every_rule_has_a_case()
    {
        IEnumerable<string> rules = typeof(StructureDetector).Assembly.GetTypes().Where(t => t.Namespace == typeof(StructureDetector).Namespace)
            .SelectMany(t => t.GetFields()).Where(f => f.IsLiteral && f.FieldType == typeof(string) && f.Name.EndsWith("Rule", StringComparison.Ordinal))
            .Select(f => ((string)f.GetRawConstantValue()!)["structure/".Length..]).Where(rule => rule != "declared-title");
        Assert.Empty(rules.Except(Directory.EnumerateFiles(Folder()).Select(Path.GetFileNameWithoutExtension)));
    }

    private static string Folder() => Path.Combine(AppContext.BaseDirectory, "Detecting", "Structure", "Cases");
}
