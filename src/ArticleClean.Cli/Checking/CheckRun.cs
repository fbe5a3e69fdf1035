using ArticleClean.Cli.Files;
using ArticleClean.Cli.Reports;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Checking;

/// <summary>A run of <c>check</c> from its paths to its exit code.</summary>
internal sealed class CheckRun(CheckRequest request, RunLog log)
{
    private CheckTotals _totals = new();

    public int Run()
    {
        if (request.StandardInputName is not null && request.Paths is not ["-"])
            throw Errors.StandardInputNameNeedsInput();
        if (request is { Statistics: true, OutputFile: null, OutputFormat: not (ReportFormats.Text or ReportFormats.Json) })
            throw Errors.StatisticsFormat();
        Inputs inputs = Inputs.Find(new InputQuery
        {
            Paths = request.Paths,
            Excludes = request.Excludes,
            IsExcluded = request.Settings.IsExcluded,
            HonoursIgnoreFiles = !request.NoIgnore,
        });
        foreach (Failure failure in inputs.Failures)
            log.Error("{Problem}", failure.Message);
        if (inputs.Files.Count == 0)
            throw inputs.Ignored == 0 ? Errors.NothingToDo() : Errors.EverythingIgnored(inputs.Ignored);

        using ReportOutput output = ReportOutput.Open(request);
        using Report? report = request.Statistics && request.OutputFile is null ? null : ReportFormats.Create(request.OutputFormat, output.Stream, output.IsTerminal);
        CheckStatistics? statistics = request.Statistics ? new CheckStatistics() : null;
        foreach (Failure failure in inputs.Failures)
            report?.AddFailure(failure);
        FileChecker checker = new(request, output.IsTerminal);
        int recordJobs = inputs.Files.Count == 1 ? request.Jobs : 1;
        using (Progress progress = new(inputs.Files.Count, inputs.IsMany && !log.Quiet && !log.Verbose && !output.IsTerminal))
        {
            OrderedRun.Over(
                inputs.Files.Count,
                request.Jobs,
                i => checker.Check(inputs.Files[i], recordJobs),
                (i, file) =>
                {
                    progress.Report(i + 1);
                    Say(file, progress);
                    _totals = _totals.With(file);
                    report?.Add(file);
                    statistics?.Add(file);
                });
        }

        _totals = _totals with { Failed = _totals.Failed + inputs.Failures.Count };
        report?.End(_totals);
        output.Commit();
        statistics?.Print(request.OutputFormat);
        log.Summary(_totals.Summary(inputs));
        return ExitCodeOf(_totals);
    }

    private int ExitCodeOf(CheckTotals totals)
    {
        if (totals.Failed > 0)
            return ExitCode.Failed;
        return totals.Errors > 0 && !request.ExitZero ? ExitCode.Found : ExitCode.Done;
    }

    private void Say(CheckedFile file, Progress progress)
    {
        string path = OneLine.Escape(file.Path);
        if (file.Failure is not null || file.Warnings.Count > 0)
            progress.Clear();
        foreach (string warning in file.Warnings)
            log.Warning("{Path}: {Warning}", path, OneLine.Escape(warning));
        if (file.Failure is { } failure)
            log.Error("{Problem}", failure.Message);
        else
            log.Information("{Path}: {Count} findings", path, file.Findings.Count);
    }
}
