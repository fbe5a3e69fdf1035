using System.Globalization;
using Xunit;
using Xunit.Abstractions;

namespace ArticleClean.Tests;

public sealed class CasesTests(ITestOutputHelper output)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Cases");

    private static readonly Lazy<ArticleCleaner> Cleaner = new(() => new ArticleCleaner());

    public static TheoryData<string> Languages =>
        [.. Directory.EnumerateDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_cases_of_a_language_reach_its_floors(string language)
    {
        CaseScore score = new();
        foreach (CaseDocument document in CaseDocument.All(Path.Combine(Folder, language)))
            score.Add(document, Cleaner.Value.Clean(document.Text, new SourceHints { Format = ArticleClean.Reading.DocumentFormat.Text, Name = document.Name }));
        output.WriteLine($"{language}  {score}");
        foreach (string fault in score.Faults)
            output.WriteLine(fault);

        Floors floors = Floors.Of(language);
        Assert.True(score.KeepLost <= floors.KeepLost, $"{language} loses article lines: {score}");
        Assert.True(score.Removed >= floors.Removed, $"{language} leaves boilerplate: {score}");
        Assert.True(score.Right >= floors.Right, $"{language} names boilerplate wrongly: {score}");
        Assert.True(score.Status >= floors.Status, $"{language} errs on the status: {score}");
    }

    [Fact]
    public void Parts_of_a_line_are_joined_and_placed_by_bytes()
    {
        CaseDocument document = CaseDocument.Read("en/x.case", "en", "# status: complete|suspect\n# a comment\nkeep\tÉire.\nkeep\t\nkeep␞paywall|registration\tOne. ␞Log in.\n");

        Assert.Equal("Éire.\n\nOne. Log in.", document.Text);
        Assert.Equal(["complete", "suspect"], document.Statuses);
        Assert.Equal([(0, 6), (8, 13), (13, 20)], document.Units.Select(unit => (unit.Start, unit.End)));
        Assert.Equal([Category.Paywall, Category.Registration], document.Units[2].Labels);
    }

    [Theory]
    [InlineData("keep\tno status\n")]
    [InlineData("# status: complete\nno tab\n")]
    [InlineData("# status: complete\nkeep␞keep\tone text\n")]
    [InlineData("# status: complete\nadvert\tno such label\n")]
    public void A_bad_case_names_its_file_and_line(string content)
    {
        FormatException error = Assert.Throws<FormatException>(() => CaseDocument.Read("en/x.case", "en", content));
        Assert.StartsWith("en/x.case(", error.Message, StringComparison.Ordinal);
    }

    /// <summary>The most of the article that may be lost and the least of the rest, in percent.</summary>
    private sealed record Floors(double KeepLost, double Removed, double Right, double Status)
    {
        private static readonly Dictionary<string, Floors> Rows = File.ReadLines(Path.Combine(Folder, "floors.tsv"))
            .Where(row => row.Length > 0 && row[0] != '#')
            .Select(row => row.Split('\t'))
            .ToDictionary(cells => cells[0], cells => new Floors(Number(cells[1]), Number(cells[2]), Number(cells[3]), Number(cells[4])), StringComparer.Ordinal);

        public static Floors Of(string language) => Rows.TryGetValue(language, out Floors? floors) ? floors : Rows["*"];

        private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
    }
}
