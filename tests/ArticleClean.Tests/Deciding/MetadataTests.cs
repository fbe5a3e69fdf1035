using ArticleClean.Deciding;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using ArticleClean.Tests.Segmenting;

namespace ArticleClean.Tests.Deciding;

public sealed class MetadataTests
{
    /// <summary>Separates lines inside a case.</summary>
    private const string LineMark = " // ";

    /// <summary>Stands for nothing.</summary>
    private const string Nothing = "-";

    private static readonly RuleSet Rules = BuiltInRules.Set;

    [Fact]
    public void Times_are_read_in_every_language()
    {
        Assert.Equal("", Faults("times.tsv", cells => PublishedTime.Read(cells[1].Split(LineMark), Rules, cells[0]), cells => cells[2]));
    }

    [Fact]
    public void Bylines_give_names_alone()
    {
        BylineText bylines = new(Rules);
        Assert.Equal("", Faults("bylines.tsv", cells => bylines.Names(cells[0]) ?? Nothing, cells => cells[1]));
    }

    [Fact]
    public void Agencies_are_credited_and_their_namesakes_are_not()
    {
        AgencyCredits credits = new(Rules);
        Assert.Equal("", Faults("agencies.tsv", cells => Agencies(credits, cells[0].Replace(LineMark, "\n", StringComparison.Ordinal)), cells => cells[1]));
    }

    [Theory]
    [InlineData("Harbour bridge closes for a month", "headline")]
    [InlineData("Skip past the menu, skip past the search", "declared")]
    public void A_lifted_line_is_the_headline_only_when_it_is_like_the_declared_one(string line, string from)
    {
        const string Title = "Harbour bridge closes for a month";
        DeclaredMetadata declared = DeclaredMetadata.None with { Headline = Title };
        Segmented document = Segmenter.Segment(TextDocument.Of($"{line}\n\nA barge struck the bridge on Monday, the council said."));
        document = document with { Document = document.Document with { Html = new HtmlPage([], [], declared) } };
        Verdict[] verdicts = [.. document.Segments.Select((_, i) => new Verdict(i == 0 ? Fate.Remove : Fate.Keep, i == 0 ? Category.Headline : Category.Keep, 0, []))];

        ArticleMetadata metadata = new MetadataReader(Rules).Read(document, verdicts, "en");

        Assert.Equal(Title, metadata.Headline);
        Assert.Equal(from, metadata.From["headline"]);
    }

    [Fact]
    public void Metadata_say_what_each_came_from()
    {
        const string Text = "Harbour bridge closes for a month\nBy Moira Keane\nPublished: 4 March 2024, 9:40 am GMT\n\n"
            + "KYIV (Reuters) — The bridge over the harbour closes on Monday after a barge struck it, the council said.\n";
        ArticleMetadata metadata = new ArticleCleaner().Clean(Text).Metadata;

        Assert.Equal("Moira Keane", metadata.Byline);
        Assert.Equal("2024-03-04T09:40Z", metadata.Published);
        Assert.Equal("Reuters", Assert.Single(metadata.Agency));
        Assert.Equal("byline", metadata.From["byline"]);
        Assert.Equal("timestamp", metadata.From["published"]);
        Assert.Equal("dateline", metadata.From["agency"]);
    }

    private static string Agencies(AgencyCredits credits, string text)
    {
        Segmented document = Segmenter.Segment(TextDocument.Of(text), Rules.Lexicon);
        Verdict[] kept = new Verdict[document.Segments.Length];
        Array.Fill(kept, new Verdict(Fate.Keep, Category.Keep, 0, []));
        string names = string.Join(", ", credits.Find(document, kept).Select(credit => credit.Name));
        return names.Length == 0 ? Nothing : names;
    }

    /// <summary>The cases of a table whose outcome is another than its last cell.</summary>
    private static string Faults(string table, Func<string[], string?> read, Func<string[], string> expected)
    {
        List<string> faults = [];
        foreach (string row in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Deciding", "Cases", table)))
        {
            if (row.Length == 0 || row[0] == '#')
                continue;
            string[] cells = row.Split('\t');
            string? actual = read(cells);
            if (actual != expected(cells))
                faults.Add($"{row} -> {actual}");
        }

        return string.Join(Environment.NewLine, faults);
    }
}
