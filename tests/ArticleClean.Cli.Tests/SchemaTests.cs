using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Schema;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>What the program publishes about its files holds for them.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void The_dumped_configuration_fits_the_published_schema()
    {
        using Workplace place = new();
        place.With("articleclean.json", """
            {
              // comments are fine
              "$schema": "articleclean.schema.json",
              "stance": "eager",
              "actions": { "caption": "keep", "credit": "flag", },
              "rules": { "off": ["en/tags.*"], "own": ["[other.x]", "weather today", "+ Weather today", "- Rain"] },
              "markdown": true,
              "maxBytes": 1000,
              "sites": { "example.com": { "stance": "careful", "actions": { "byline": "keep" } } },
              "paths": { "old/**": { "rules": { "off": ["en/*"] } } },
              "exclude": ["drafts"]
            }
            """);
        JSchema schema = JSchema.Parse(place.Run("schema", "config").Text);

        Ran dump = place.Run("clean", "--dump-config");

        Assert.Equal(0, dump.ExitCode);
        Assert.True(JObject.Parse(place.Read("articleclean.json")).IsValid(schema, out IList<string> problems), string.Join('\n', problems));
        Assert.True(JObject.Parse(dump.Text).IsValid(schema, out problems), string.Join('\n', problems));
    }

    [Fact]
    public void What_was_dumped_is_a_configuration_with_the_same_meaning()
    {
        using Workplace place = new();
        place.With("articleclean.json", """{ "stance": "eager", "actions": { "caption": "keep" }, "sites": { "example.com": { "stance": "careful" } } }""");
        string first = place.Run("clean", "--dump-config").Text;

        place.With("articleclean.json", first);

        Assert.Equal(first, place.Run("clean", "--dump-config").Text);
    }

    [Fact]
    public void The_schema_of_the_configuration_knows_every_category()
    {
        using Workplace place = new();
        JObject schema = JObject.Parse(place.Run("schema", "config").Text);

        IEnumerable<string> known = ((JObject)schema["$defs"]!["actions"]!["properties"]!).Properties().Select(p => p.Name);

        Assert.Equal(CategoryIds.Removable.Select(c => c.Id()), known);
    }

    [Fact]
    public void Sidecars_of_a_run_fit_the_published_schema()
    {
        using Workplace place = new();
        place.With("in/a.txt", Workplace.Article).With("in/b.txt", "").With("in/c.html", "<!doctype html><p>Rain fell on the town.<p>&copy; 2024 Example Media. All rights reserved.");
        JSchema schema = JSchema.Parse(place.Run("schema").Text);

        place.Run("clean", "in", "-o", "out", "--flag", "copyright");

        foreach (string file in place.Files().Where(f => f.EndsWith(".removed.json", StringComparison.Ordinal)))
            Assert.True(JObject.Parse(place.Read(file)).IsValid(schema, out IList<string> problems), $"{file}: {string.Join('\n', problems)}");
    }

    [Fact]
    public void Reports_of_check_fit_the_published_schema()
    {
        using Workplace place = new();
        place.With("in/a.txt", Workplace.Article).With("in/r.jsonl", "{\"text\":\"Rain fell.\\n© 2024 Example Media. All rights reserved.\"}\n").With("in/bad.txt", "\0\0")
            .With("in/w.txt", "Checking your browser before accessing example.com\nRay ID: 7d2f1c0a9b8e\n");
        JObject schema = JObject.Parse(place.Run("schema", "check").Text);

        JObject report = JObject.Parse(place.Run("check", "in", "missing.txt", "--output-format", "json").Text);
        JObject[] lines = [.. place.Run("check", "in", "missing.txt", "--output-format", "jsonl").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JObject.Parse)];

        Assert.True(report.IsValid(JSchema.Parse(schema.ToString()), out IList<string> problems), string.Join('\n', problems));
        JObject asReport = (JObject)report.DeepClone();
        asReport["findings"] = new JArray(lines.Where(line => line["failure"] is null));
        asReport["failures"] = new JArray(lines.Where(line => line["failure"] is not null));
        Assert.True(asReport.IsValid(JSchema.Parse(schema.ToString()), out problems), string.Join('\n', problems));
        Assert.Equal(report["findings"]!.Count(), asReport["findings"]!.Count());
        Assert.Equal(2, asReport["failures"]!.Count());
    }
}
