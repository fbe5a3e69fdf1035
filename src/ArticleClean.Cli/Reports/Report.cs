using ArticleClean.Cli.Checking;

namespace ArticleClean.Cli.Reports;

/// <summary>A form in which findings are printed. Gets the files in order, one after the other.</summary>
internal abstract class Report : IDisposable
{
    /// <summary>Makes ahead, on any thread, what <see cref="Add"/> will print; null for a report that has to wait.</summary>
    public virtual byte[]? Render(CheckedFile file) => null;

    /// <summary>Adds a file with its findings and what is wrong with it.</summary>
    public abstract void Add(CheckedFile file);

    /// <summary>Adds what went wrong before any file of it was found.</summary>
    public virtual void AddFailure(Failure failure)
    {
    }

    /// <summary>Writes what is left. Called once, and not when the run broke off.</summary>
    public virtual void End(CheckTotals totals)
    {
    }

    public virtual void Dispose()
    {
    }
}

/// <summary>The values of <c>--output-format</c>.</summary>
internal static class ReportFormats
{
    public const string Text = "text";
    public const string Json = "json";

    public static string[] Known { get; } = [Text, Json, "jsonl", "github", "gitlab", "sarif", "junit"];

    /// <summary>A report to an open stream.</summary>
    /// <param name="isTerminal">Whether a person looks at it.</param>
    public static Report Create(string format, Stream output, bool isTerminal) => format switch
    {
        Text => new TextReport(output, isTerminal ? TerminalStyle.Of(Environment.GetEnvironmentVariable) : null),
        Json => new JsonReport(output),
        "jsonl" => new JsonLinesReport(output),
        "github" => new GitHubReport(output),
        "gitlab" => new GitLabReport(output),
        "sarif" => new SarifReport(output),
        "junit" => new JUnitReport(output),
        _ => throw Errors.BadOptionValue("--output-format", format, string.Join(", ", Known)),
    };
}
