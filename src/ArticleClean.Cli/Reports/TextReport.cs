using System.Globalization;
using System.Text;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Reports;

/// <summary>A line for each finding: <c>path:line:column: category rule message</c>; on a terminal the marked excerpt below it.</summary>
internal sealed class TextReport(Stream output, TerminalStyle? style) : Report
{
    public override byte[] Render(CheckedFile file)
    {
        if (file.Findings.Count == 0)
            return [];
        StringBuilder text = new();
        string path = OneLine.Escape(file.Path);
        foreach (CheckFinding finding in file.Findings)
            Append(text, path, file.Text, finding);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public override void Add(CheckedFile file) => output.Write(file.Rendered ?? Render(file));

    public override void End(CheckTotals totals) => output.Flush();

    private void Append(StringBuilder text, string path, string? document, CheckFinding finding)
    {
        string note = finding.Fails ? "" : "note: ";
        if (style is null)
        {
            text.Append(path).Append(':').Append(finding.Line).Append(':').Append(finding.Column).Append(": ");
            text.Append(finding.Category).Append(' ').Append(finding.Rule).Append(' ').Append(note).Append(Sentences.Of(finding)).Append('\n');
            return;
        }

        string place = string.Create(CultureInfo.InvariantCulture, $"{path}:{finding.Line}:{finding.Column}:");
        if (finding.Segment is null)
        {
            text.Append(CultureInfo.InvariantCulture, $"{style.Place(place)} {style.Category(finding)} {finding.Rule} {note}{Sentences.Of(finding)}\n");
            return;
        }

        string where = finding.Record is null ? "" : $"{Sentences.PlaceInRecord(finding.Segment)}: ";
        text.Append(CultureInfo.InvariantCulture, $"{style.Place(place)} {style.Category(finding)} {finding.Rule} {note}{where}{finding.Message}\n");
        MarkedExcerpt.Append(text, finding.Segment, document, style.Mark(finding));
    }
}

/// <summary>Findings as sentences on one line.</summary>
internal static class Sentences
{
    private const int ExcerptLength = 60;

    /// <summary>The message with the segment's beginning, and where it stands in a record.</summary>
    public static string Of(CheckFinding finding)
    {
        if (finding.Segment is not { } segment)
            return OneLine.Escape(finding.Message);
        string excerpt = OneLine.Excerpt(segment.Text.Trim(), ExcerptLength);
        string where = finding.Record is null ? "" : $"{PlaceInRecord(segment)}: ";
        return $"{where}{finding.Message}: \"{excerpt}\"";
    }

    public static string PlaceInRecord(RemovedSegment segment) =>
        string.Create(CultureInfo.InvariantCulture, $"line {segment.Line} of the record's text");
}
