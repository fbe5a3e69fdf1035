using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Schema;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>SARIF as the standard and those who show it want it.</summary>
public sealed class SarifTests
{
    [SkippableFact]
    public void A_report_is_valid_by_the_official_schema()
    {
        string schema = Path.Join(Tool.Repository, "..", "shared", "schemas", "sarif-2.1.0.json");
        Skip.IfNot(File.Exists(schema), "The official schema is not beside the repository.");

        foreach (JObject log in (JObject[])[Log(), Log("--select", "donation")])
            Assert.True(log.IsValid(JSchema.Parse(File.ReadAllText(schema)), out IList<string> problems), string.Join('\n', problems));
    }

    [Fact]
    public void Every_result_points_to_its_rule_and_to_its_bytes()
    {
        JObject run = (JObject)Log()["runs"]![0]!;
        JArray rules = (JArray)run["tool"]!["driver"]!["rules"]!;

        Assert.Equal("unicodeCodePoints", (string?)run["columnKind"]);
        foreach (JToken result in run["results"]!)
        {
            Assert.Equal((string?)result["ruleId"], (string?)rules[(int)result["ruleIndex"]!]!["id"]);
            JToken region = result["locations"]![0]!["physicalLocation"]!["region"]!;
            if (region["byteOffset"] is { } offset)
            {
                string text = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Article).AsSpan((int)offset, (int)region["byteLength"]!));
                string line = Article.Split('\n')[(int)region["startLine"]! - 1];
                Assert.Equal(text, line[((int)region["startColumn"]! - 1)..((int)region["endColumn"]! - 1)]);
            }
        }
    }

    [Fact]
    public void Rules_have_help_and_no_text_is_longer_than_is_shown()
    {
        JToken rules = Log()["runs"]![0]!["tool"]!["driver"]!["rules"]!;

        Assert.NotEmpty(rules);
        foreach (JToken rule in rules)
        {
            Assert.InRange(((string)rule["shortDescription"]!["text"]!).Length, 1, 1024);
            Assert.InRange(((string)rule["fullDescription"]!["text"]!).Length, 1, 1024);
            Assert.InRange(((string)rule["name"]!).Length, 1, 255);
            Assert.InRange(rule["properties"]!["tags"]!.Count(), 1, 10);
            Assert.False(string.IsNullOrWhiteSpace((string?)rule["help"]!["text"]));
        }
    }

    [Fact]
    public void Fingerprints_survive_lines_that_come_before_and_tell_copies_apart()
    {
        string[] before = Fingerprints(Article), after = Fingerprints("A storm hit the coast on Sunday, the weather service said in a statement.\n\n" + Article);

        Assert.Equal(before, after);
        Assert.Distinct(before);
    }

    private const string Article = "Él niño arrived at the harbour on Tuesday, officials said after the meeting.\n\n" + Workplace.Article;

    private static string[] Fingerprints(string article)
    {
        using Workplace place = new();
        place.With("a.txt", article);
        JObject log = JObject.Parse(place.Run("check", "a.txt", "--output-format", "sarif").Text);
        return [.. log["runs"]![0]!["results"]!.Select(r => (string)r["partialFingerprints"]!["primaryLocationLineHash"]!)];
    }

    private static JObject Log(params string[] options)
    {
        using Workplace place = new();
        place.With("in/a b.txt", Article).With("in/bad.txt", "\0\0");
        return JObject.Parse(place.Run(["check", "in", "--output-format", "sarif", .. options]).Text);
    }
}
