using System.CommandLine;
using System.Globalization;
using ArticleClean.Cli.Caching;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Completing;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Reports;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean check</c>: what <c>clean</c> would remove and what is wrong with documents, as findings; writes no body.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = new("PATH") { Description = "Files, folders, globs, or - for standard input", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> outputFormat = new("--output-format") { Description = $"How findings are printed: {string.Join(", ", ReportFormats.Known)}", HelpName = "FORMAT" };
        Option<string?> outputFile = new("--output-file") { Description = "Write the report to this file instead of standard output", HelpName = "FILE" };
        Option<string[]> select = new("--select") { Description = "Report only these categories, verdicts, kinds or rules (en/paywall.*); segments and verdicts stand for all of theirs", HelpName = "WHAT,..." };
        Option<string[]> ignore = new("--ignore") { Description = "Do not report these", HelpName = "WHAT,..." };
        Option<string[]> failOn = new("--fail-on") { Description = "Exit 1 for these alone, the others are notes (default: all but headline, byline, timestamp, caption, credit)", HelpName = "WHAT,..." };
        Option<string?> maxRemoved = new("--max-removed") { Description = "Report a document of which more than this share of its words would go (verdict max-removed)", HelpName = "40%" };
        Option<string?> minWords = new("--min-words") { Description = "Report a document whose body has fewer words (verdict min-words)", HelpName = "N" };
        Option<string?> writeBaseline = new("--write-baseline") { Description = "Write what is found to this file, to be known from then on; exit 0", HelpName = "FILE" };
        Option<string?> baseline = new("--baseline") { Description = "Report only what this file does not hold", HelpName = "FILE" };
        Flag strictBaseline = new("--strict-baseline") { Description = "Exit 1 when the baseline holds what is not found any more" };
        Flag exitZero = new("--exit-zero") { Description = "Exit 0 though something is found" };
        Flag statistics = new("--statistics") { Description = "Print counts by category and by site folder instead of findings (text or json)" };
        Option<string?> cacheFolder = new("--cache-dir") { Description = "Where verdicts on unchanged files are kept (default: articleclean in the user's folder for caches)", HelpName = "FOLDER" };
        Flag noCache = new("--no-cache") { Description = "Neither use nor keep verdicts" };
        Flag diff = new("--diff") { Description = "Print what clean would do to texts in UTF-8 as a unified diff instead of findings (patch -p1)" };
        Option<string?> stdinName = new("--stdin-filename") { Description = "The name that standard input goes by: for reports, its format and its configuration", HelpName = "PATH" };
        Option<string[]> exclude = new("--exclude") { Description = "Leave out what matches, below a folder; without / a name at any depth", HelpName = "GLOB" };
        Flag noIgnore = new("--no-ignore") { Description = "Take what .gitignore and .articlecleanignore leave out below a folder" };
        Option<string?> format = new("--format") { Description = "Read the input as text, html or jsonl, whatever its name", HelpName = "FORMAT" };
        Option<string?> textField = new("--text-field") { Description = "The field of a record that holds its text (default text)", HelpName = "NAME" };
        Option<string?> jobs = new("--jobs", "-j") { Description = "Threads (default: one for each processor)", HelpName = "N" };
        CleaningOptions cleaning = new();
        LoggingOptions logging = new("Report only what makes the exit code 1, and say nothing but errors");

        ExampleCommand command = new("check", "Say what clean would remove and which documents are no whole article; exit 1 when there is something.", """
            articleclean check scrapes                                  a line for each finding
            articleclean check scrapes --select verdicts                only truncated articles, bot walls and the like
            articleclean check scrapes --fail-on paywall,not-article    the rest are notes
            articleclean check scrapes --min-words 80 --max-removed 60%
            articleclean check scrapes --statistics                     counts instead of findings
            articleclean check scrapes --diff | patch -p1               what clean would do, done
            articleclean check scrapes --output-format github           annotations in a pull request
            articleclean check scrapes --output-format sarif --output-file check.sarif
            articleclean check scrapes --write-baseline baseline.json   from now on only what is new:
            articleclean check scrapes --baseline baseline.json
            curl -s URL | articleclean check - --stdin-filename page.html
            """)
        {
            paths, outputFormat, outputFile, select, ignore, failOn, maxRemoved, minWords, writeBaseline, baseline, strictBaseline, exitZero, statistics, diff, stdinName, cacheFolder, noCache, exclude, noIgnore, format, textField, jobs,
        };
        outputFormat.Offering(ReportFormats.Known);
        format.Offering("text", "html", "jsonl");
        select.OfferingList(() => Selectors.Known);
        ignore.OfferingList(() => Selectors.Known);
        failOn.OfferingList(() => Selectors.Known);
        cleaning.AddTo(command);
        logging.AddTo(command);

        command.SetAction(parsed =>
        {
            CheckRequest request = new()
            {
                Paths = parsed.GetValue(paths) ?? [],
                Excludes = CleaningOptions.Globs(parsed.GetValue(exclude)),
                NoIgnore = parsed.Has(noIgnore),
                Jobs = CleaningOptions.Jobs(parsed.GetValue(jobs)),
                Hints = new InputHints(InputHints.ParseFormat(parsed.GetValue(format)), cleaning.Encoding(parsed), cleaning.Url(parsed)),
                TextField = parsed.GetValue(textField) ?? "text",
                StandardInputName = parsed.GetValue(stdinName),
                Settings = cleaning.Settings(parsed, markdown: null),
                Selection = Selection.Of(
                    CleaningOptions.List(parsed.GetValue(select)), CleaningOptions.List(parsed.GetValue(ignore)), CleaningOptions.List(parsed.GetValue(failOn))),
                Limits = new CheckLimits(CleaningOptions.Number("--min-words", parsed.GetValue(minWords)) ?? 0, Percent(parsed.GetValue(maxRemoved))),
                OutputFormat = ParseOutputFormat(parsed.GetValue(outputFormat)),
                OutputFile = parsed.GetValue(outputFile),
                Baseline = parsed.GetValue(baseline),
                WriteBaseline = parsed.GetValue(writeBaseline),
                StrictBaseline = parsed.Has(strictBaseline),
                CacheFolder = parsed.Has(noCache) ? null : parsed.GetValue(cacheFolder) ?? VerdictCache.DefaultFolder(Environment.GetEnvironmentVariable),
                ExitZero = parsed.Has(exitZero),
                Diff = parsed.Has(diff),
                Statistics = parsed.Has(statistics),
                Quiet = logging.IsQuiet(parsed),
            };
            if (cleaning.DumpConfig(parsed))
                return ConfigDump.Print(request.Settings, request.Paths);
            using RunLog log = logging.Open(parsed);
            return new CheckRun(request, log).Run();
        });
        return command;
    }

    private static string ParseOutputFormat(string? value)
    {
        if (value is null || Array.IndexOf(ReportFormats.Known, value) >= 0)
            return value ?? ReportFormats.Text;
        throw Errors.BadOptionValue("--output-format", value, string.Join(", ", ReportFormats.Known));
    }

    /// <summary>A share in percent: <c>40%</c>, or <c>40</c>.</summary>
    private static decimal? Percent(string? value)
    {
        if (value is null)
            return null;
        return decimal.TryParse(value.AsSpan().TrimEnd('%').TrimEnd(' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal percent) && percent <= 100
            ? percent
            : throw Errors.BadShare("--max-removed", value);
    }
}
