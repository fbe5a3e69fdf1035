using System.CommandLine;
using ArticleClean.Cli.Completing;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean clean</c>: the article without the rest, and the account of the rest.</summary>
internal static class CleanCommand
{
    public static Command Create()
    {
        Argument<string[]> paths = new("PATH") { Description = "Files, folders, globs, or - for standard input", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> output = new("--output", "-o") { Description = "Where to write: a folder, or for one input a file with an extension, or -", HelpName = "PATH" };
        Option<string?> sidecar = new("--sidecar") { Description = "Write the account of one input to this file", HelpName = "FILE" };
        Flag inPlace = new("--in-place") { Description = "Replace the inputs; the sidecars stand beside them" };
        Flag force = new("--force") { Description = "Overwrite outputs that exist" };
        Flag resume = new("--resume") { Description = "Skip what an earlier run did with the same input, rules and options" };
        Flag dryRun = new("--dry-run") { Description = "Write nothing; print a line for each file" };
        Option<string[]> exclude = new("--exclude") { Description = "Leave out what matches, below a folder; without / a name at any depth", HelpName = "GLOB" };
        Flag noIgnore = new("--no-ignore") { Description = "Take what .gitignore and .articlecleanignore leave out below a folder" };
        Option<string[]> skip = new("--skip") { Description = "Write no body for documents of this status or kind (not-article, bot-wall, ...)", HelpName = "STATUS,..." };
        Option<string?> format = new("--format") { Description = "Read the input as text, html or jsonl, whatever its name", HelpName = "FORMAT" };
        Flag markdown = new("--markdown") { Description = "Keep emphasis, links, lists and headings of pages as Markdown" };
        Option<string?> textField = new("--text-field") { Description = "The field of a record that holds its text (default text)", HelpName = "NAME" };
        Flag keepHtml = new("--keep-html") { Description = "Keep the html field of records" };
        Option<string?> jobs = new("--jobs", "-j") { Description = "Threads (default: one for each processor)", HelpName = "N" };
        CleaningOptions cleaning = new();
        LoggingOptions logging = new();

        ExampleCommand command = new("clean", "Take out of scraped articles what is not the article.", """
            articleclean clean article.txt                      the article, to standard output
            articleclean clean article.txt --sidecar what.json  and what was taken out, to a file
            articleclean clean scrapes -o cleaned               a folder of scrapes, as a tree of the same names
            articleclean clean scrapes -o cleaned --resume      what an earlier run has not done
            articleclean clean scrapes --in-place               the files themselves; sidecars beside them
            articleclean clean 'scrapes/**/*.html' -o cleaned   a glob
            articleclean clean records.jsonl -o cleaned.jsonl   JSON Lines, record by record
            curl -s URL | articleclean clean - --format html --url URL
            """)
        {
            paths, output, sidecar, inPlace, force, resume, dryRun, exclude, noIgnore, skip, format, markdown, textField, keepHtml, jobs,
        };
        format.Offering("text", "html", "jsonl");
        cleaning.AddTo(command);
        logging.AddTo(command);

        command.SetAction(parsed =>
        {
            CleanRequest request = new()
            {
                Paths = parsed.GetValue(paths) ?? [],
                Excludes = CleaningOptions.Globs(parsed.GetValue(exclude)),
                NoIgnore = parsed.Has(noIgnore),
                Output = parsed.GetValue(output),
                SidecarFile = parsed.GetValue(sidecar),
                InPlace = parsed.Has(inPlace),
                Force = parsed.Has(force),
                Resume = parsed.Has(resume),
                DryRun = parsed.Has(dryRun),
                Jobs = CleaningOptions.Jobs(parsed.GetValue(jobs)),
                Skip = SkippedStatuses.Parse(CleaningOptions.List(parsed.GetValue(skip))),
                Hints = new InputHints(InputHints.ParseFormat(parsed.GetValue(format)), cleaning.Encoding(parsed), cleaning.Url(parsed)),
                TextField = parsed.GetValue(textField) ?? "text",
                KeepHtml = parsed.Has(keepHtml),
                Settings = cleaning.Settings(parsed, parsed.Has(markdown) ? true : null),
            };
            if (cleaning.DumpConfig(parsed))
                return ConfigDump.Print(request.Settings, request.Paths);
            using RunLog log = logging.Open(parsed);
            return Run(request, log);
        });
        return command;
    }

    private static int Run(CleanRequest request, RunLog log)
    {
        bool namesOnePath = request.Paths is [var path] && !Directory.Exists(path);
        Inputs inputs = Inputs.Find(new InputQuery
        {
            Paths = request.Paths,
            Excludes = request.Excludes,
            IsExcluded = request.Settings.IsExcluded,
            HonoursIgnoreFiles = !request.NoIgnore,
            KeepsNames = !request.InPlace,
            OutputFolder = Destination.Folder(request.Output, namesOnePath),
        });
        Destination destination = Destination.Of(request.Output, request.SidecarFile, request.InPlace, request.DryRun, inputs);
        Collisions.Refuse(inputs.Files, destination);
        foreach (Failure failure in inputs.Failures)
            log.Error("{Problem}", failure.Message);
        if (inputs.Files.Count == 0)
            throw inputs.Ignored == 0 ? Errors.NothingToDo() : Errors.EverythingIgnored(inputs.Ignored);

        FileCleaner cleaner = new(request, destination, new NamedInputs(inputs.Files));
        int recordJobs = inputs.Files.Count == 1 ? request.Jobs : 1;
        Tally tally = new() { Failed = inputs.Failures.Count };
        using (Progress progress = new(inputs.Files.Count, inputs.IsMany && !log.Quiet && !log.Verbose && !request.DryRun))
        using (DryRunListing? listing = request.DryRun ? new DryRunListing() : null)
        {
            OrderedRun.Over(
                inputs.Files.Count,
                request.Jobs,
                i => cleaner.Clean(inputs.Files[i], recordJobs),
                (i, outcome) =>
                {
                    tally += outcome.Tally;
                    progress.Report(i + 1);
                    Report(inputs.Files[i], outcome, log, progress, listing);
                });
        }

        if (inputs.IsMany)
            log.Summary(tally.Summary(inputs));
        return tally.Failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void Report(InputFile file, Outcome outcome, RunLog log, Progress progress, DryRunListing? listing)
    {
        string path = OneLine.Escape(file.Path);
        if (outcome.Failure is not null || outcome.Warnings.Count > 0)
            progress.Clear();
        foreach (string warning in outcome.Warnings)
            log.Warning("{Path}: {Warning}", path, Errors.Said(file.Path, warning));
        if (outcome.Failure is { } failure)
            log.Error("{Problem}", failure.Message);
        else if (listing is not null)
            listing.Add(path, outcome.Said);
        else
            log.Information("{Path} -> {Said}", path, outcome.Said);
    }
}
