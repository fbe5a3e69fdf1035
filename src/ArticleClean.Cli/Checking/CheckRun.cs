using System.Globalization;
using ArticleClean.Cli.Baselines;
using ArticleClean.Cli.Caching;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Reports;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Checking;

/// <summary>A run of <c>check</c> from its paths to its exit code.</summary>
internal sealed class CheckRun(CheckRequest request, RunLog log)
{
    private const int MostStaleEntries = 20;

    private readonly Baseline? _baseline = request.Baseline is null ? null : Baseline.Read(request.Baseline);
    private readonly BaselineWriter? _newBaseline = request.WriteBaseline is null ? null : new BaselineWriter(request.WriteBaseline);
    private readonly CheckStatistics? _statistics = request.Statistics ? new CheckStatistics() : null;
    private CheckTotals _totals = new();

    public int Run()
    {
        Refuse();
        Inputs inputs = Find();
        inputs.RefuseReport("--output-file", request.OutputFile);
        inputs.RefuseReport("--write-baseline", request.WriteBaseline);
        RuleNames.RefuseUnknown(request.Selection, inputs, request.Settings);
        using (ReportOutput output = ReportOutput.Open(request))
        using (Report? report = HasReport ? ReportFormats.Create(request.OutputFormat, output.Stream, output.IsTerminal) : null)
        {
            foreach (Failure failure in inputs.Failures)
                report?.AddFailure(failure);
            using Stream? own = request is { Diff: true, OutputFile: not null } ? StandardStreams.OpenOutput() : null;
            Check(inputs, report, request.Diff ? own ?? output.Stream : null, output.IsTerminal);
            report?.End(_totals);
            output.Commit();
        }

        _statistics?.Print(request.OutputFormat);
        _newBaseline?.Write();
        log.Summary(_newBaseline is null ? _totals.Summary(inputs) : Written(_newBaseline));
        return ExitCodeOf(_totals);
    }

    /// <summary>What would go to standard output stands back behind counts and a new baseline.</summary>
    private bool HasReport => request.OutputFile is not null || (_statistics is null && _newBaseline is null && !request.Diff);

    private void Refuse()
    {
        if (request.StandardInputName is not null && request.Paths is not ["-"])
            throw Errors.StandardInputNameNeedsInput();
        if (request is { Statistics: true, OutputFile: null, OutputFormat: not (ReportFormats.Text or ReportFormats.Json) })
            throw Errors.StatisticsFormat();
        if (_baseline is not null && _newBaseline is not null)
            throw Errors.TwoBaselines();
        if (request.StrictBaseline && _baseline is null)
            throw Errors.StrictWithoutBaseline();
    }

    private Inputs Find()
    {
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
        return inputs;
    }

    private void Check(Inputs inputs, Report? report, Stream? diffs, bool isTerminal)
    {
        // A diff needs the cleaning itself, and a file alone is cleaned sooner than a cache is looked into.
        using VerdictCache? cache = request.CacheFolder is { } folder && inputs.IsMany && !request.Diff ? VerdictCache.Open(folder, request.Paths) : null;
        FileChecker checker = new(request, wantsText: isTerminal, cache);
        int recordJobs = inputs.Files.Count == 1 ? request.Jobs : 1;
        bool showsProgress = inputs.IsMany && !log.Quiet && !log.Verbose && !(isTerminal && (report is not null || diffs is not null));
        using (Progress progress = new(inputs.Files.Count, showsProgress))
        {
            OrderedRun.Over(
                inputs.Files.Count,
                request.Jobs,
                i => Prepare(checker.Check(inputs.Files[i], recordJobs), report),
                (i, file) =>
                {
                    progress.Report(i + 1);
                    Say(file, progress);
                    Take(file, report);
                    if (diffs is not null)
                        Print(file, diffs);
                });
        }

        cache?.Save();
        _totals = _totals with { Failed = _totals.Failed + inputs.Failures.Count };
        ReportStale();
    }

    /// <summary>What can be done on any thread.</summary>
    private CheckedFile Prepare(CheckedFile found, Report? report)
    {
        if (_baseline is null && report is null)
            return found;
        CheckedFile file = _baseline?.Without(found) ?? found;
        CheckedFile prepared = file with { Known = found.Findings.Count - file.Findings.Count };
        return prepared with { Rendered = report?.Render(Shown(prepared)) };
    }

    private void Take(CheckedFile file, Report? report)
    {
        _newBaseline?.Add(file);
        _statistics?.Add(file);
        _totals = _totals.With(file);
        report?.Add(Shown(file));
    }

    private CheckedFile Shown(CheckedFile file) => request.Quiet ? file with { Findings = [.. file.Findings.Where(f => f.Fails)] } : file;

    private void Print(CheckedFile file, Stream diffs)
    {
        if (file.Diff is { } diff)
            diffs.Write(diff.Span);
        else if (file.Failure is null)
            log.Warning("{Path}: no diff, which only plain texts in UTF-8 have", OneLine.Escape(file.Path));
    }

    private void ReportStale()
    {
        int entries = 0;
        foreach ((string name, BaselineEntry entry) in _baseline?.Stale(IsAsked) ?? [])
        {
            _totals = _totals with { Stale = _totals.Stale + entry.Count };
            if (entries++ < MostStaleEntries)
            {
                log.Warning(
                    "{Baseline}: {Path}: {Count} x {Category} {Rule} not found any more",
                    OneLine.Escape(request.Baseline!), OneLine.Escape(name), entry.Count, OneLine.Escape(entry.Category), OneLine.Escape(entry.Rule));
            }
        }

        if (entries > MostStaleEntries)
            log.Warning("{Baseline}: {Count} more entries not found any more", OneLine.Escape(request.Baseline!), entries - MostStaleEntries);
    }

    private bool IsAsked(BaselineEntry entry) =>
        request.Limits.Allow(entry.Category) && request.Selection.Includes(entry.Category, entry.Rule);

    private int ExitCodeOf(CheckTotals totals)
    {
        if (totals.Failed > 0)
            return ExitCode.Failed;
        bool found = _newBaseline is null && totals.Errors > 0;
        bool stale = request.StrictBaseline && totals.Stale > 0;
        return (found || stale) && !request.ExitZero ? ExitCode.Found : ExitCode.Done;
    }

    private string Written(BaselineWriter baseline) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OneLine.Escape(request.WriteBaseline!)}: {CheckTotals.Number(baseline.Findings, "finding")} in {CheckTotals.Number(baseline.Files, "file")}");

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
