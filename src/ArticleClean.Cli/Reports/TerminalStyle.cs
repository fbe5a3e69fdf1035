using ArticleClean.Cli.Checking;

namespace ArticleClean.Cli.Reports;

/// <summary>Colours for a terminal, or none where <c>NO_COLOR</c> is set or the terminal is a dumb one.</summary>
internal sealed record TerminalStyle(bool HasColour)
{
    private const string Bold = "\e[1m";
    private const string Red = "\e[1;31m";
    private const string Blue = "\e[34m";
    private const string Plain = "\e[0m";

    public static TerminalStyle Of(Func<string, string?> environment) =>
        new(string.IsNullOrEmpty(environment("NO_COLOR")) && environment("TERM") != "dumb");

    public string Place(string place) => Paint(Bold, place);

    public string Category(CheckFinding finding) => Paint(ColourOf(finding), finding.Category);

    /// <summary>How the marks of a finding are painted.</summary>
    public Func<string, string> Mark(CheckFinding finding) => marks => Paint(ColourOf(finding), marks);

    private static string ColourOf(CheckFinding finding) => finding.Fails ? Red : Blue;

    private string Paint(string colour, string text) => HasColour ? $"{colour}{text}{Plain}" : text;
}
