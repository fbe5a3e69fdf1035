using System.Globalization;
using System.Text;
using ArticleClean.Cli.Checking;

namespace ArticleClean.Cli.Reports;

/// <summary>Annotations by GitHub's workflow commands, escaped as its runner reads them, and no more of them than it shows.</summary>
/// <remarks>https://docs.github.com/actions/reference/workflow-commands-for-github-actions</remarks>
internal sealed class GitHubReport(Stream output) : Report
{
    /// <summary>GitHub shows ten annotations of each level a step.</summary>
    private const int MostOfALevel = 10;

    private int _errors;
    private int _notes;
    private int _hidden;

    public override void Add(CheckedFile file)
    {
        StringBuilder text = new();
        if (file.Failure is { } failure)
            Append(text, "error", file.Path, null, "articleclean", failure.Message, ref _errors);
        foreach (CheckFinding finding in file.Findings)
        {
            string title = $"{finding.Category} ({finding.Rule})";
            if (finding.Fails)
                Append(text, "error", file.Path, finding, title, Sentences.Of(finding), ref _errors);
            else
                Append(text, "notice", file.Path, finding, title, Sentences.Of(finding), ref _notes);
        }

        Write(text);
    }

    public override void AddFailure(Failure failure)
    {
        StringBuilder text = new();
        Append(text, "error", null, null, "articleclean", failure.Message, ref _errors);
        Write(text);
    }

    public override void End(CheckTotals totals)
    {
        StringBuilder text = new();
        if (_hidden > 0)
        {
            int none = 0;
            string message = $"{CheckTotals.Number(totals.Errors, "finding")} and {CheckTotals.Number(totals.Notes, "note")} in "
                + $"{CheckTotals.Number(totals.FilesWithFindings, "file")}; without an annotation of their own: {_hidden}";
            Append(text, "warning", null, null, "articleclean", message, ref none);
        }

        Write(text);
        output.Flush();
    }

    private void Append(StringBuilder text, string command, string? path, CheckFinding? finding, string title, string message, ref int count)
    {
        if (count >= MostOfALevel)
        {
            _hidden++;
            return;
        }

        count++;
        text.Append(CultureInfo.InvariantCulture, $"::{command} ");
        if (path is not null)
            text.Append(CultureInfo.InvariantCulture, $"file={Property(path)},");
        if (path is not null && finding is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"line={finding.Line},");
            if (finding is { Record: null, Segment: { } segment })
            {
                text.Append(CultureInfo.InvariantCulture, $"endLine={segment.EndLine},col={segment.Column},");
                // GitHub takes columns of one line only.
                if (segment.EndLine == segment.Line && segment.EndColumn > segment.Column)
                    text.Append(CultureInfo.InvariantCulture, $"endColumn={segment.EndColumn},");
            }
        }

        text.Append(CultureInfo.InvariantCulture, $"title={Property(title)}::{Data(message)}\n");
    }

    private void Write(StringBuilder text) => output.Write(Encoding.UTF8.GetBytes(text.ToString()));

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
