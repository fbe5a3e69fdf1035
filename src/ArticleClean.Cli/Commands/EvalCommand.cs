using System.CommandLine;
using System.Globalization;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;
using ArticleClean.Scoring;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean eval</c>: how well clean does on documents whose articles are known.</summary>
internal static class EvalCommand
{
    private const int DefaultWorst = 5;

    public static Command Create()
    {
        Argument<string[]> golds = new("GOLD") { Description = "Folders, files or globs with NAME.gold.txt beside each input, or JSON Lines whose records have text or html, and gold", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> worst = new("--worst") { Description = "How many of the worst documents to list (default 5)", HelpName = "N" };
        Flag json = new("--json") { Description = "Print everything as JSON, with each document's figures" };
        Option<string[]> exclude = new("--exclude") { Description = "Leave out what matches, below a folder; without / a name at any depth", HelpName = "GLOB" };
        Option<string?> jobs = new("--jobs", "-j") { Description = "Threads (default: one for each processor)", HelpName = "N" };
        CleaningOptions cleaning = new();
        LoggingOptions logging = new();
        ExampleCommand command = new("eval", "Score clean against articles as they should be.", """
            articleclean eval scrapes                    each scrapes/NAME.txt or .html against scrapes/NAME.gold.txt
            articleclean eval golds.jsonl --worst 20     records of JSON Lines; the twenty worst
            articleclean eval scrapes --stance careful   with other options of clean
            articleclean eval scrapes --json > now.json  every figure, for a script
            """)
        {
            golds, worst, json, exclude, jobs,
        };
        cleaning.AddTo(command);
        logging.AddTo(command);
        command.SetAction(parsed =>
        {
            string[] paths = parsed.GetValue(golds) ?? [];
            SettingsSource settings = cleaning.Settings(parsed, markdown: null);
            if (cleaning.DumpConfig(parsed))
                return ConfigDump.Print(settings, paths);
            using RunLog log = logging.Open(parsed);
            EvalRun run = new(settings, log)
            {
                Jobs = CleaningOptions.Jobs(parsed.GetValue(jobs)),
                Excludes = CleaningOptions.Globs(parsed.GetValue(exclude)),
                Hints = new InputHints(null, cleaning.Encoding(parsed), cleaning.Url(parsed)),
            };
            if (paths.Length == 0)
                throw Errors.NoGold();
            int count = Count("--worst", parsed.GetValue(worst)) ?? DefaultWorst;
            run.Over(paths);
            if (run.Scores.Count == 0)
                throw Errors.NoGold();
            using Stream output = StandardStreams.OpenOutput();
            if (parsed.Has(json))
                EvalReport.WriteJson(output, run.Scores, run.Failed);
            else
                EvalReport.WriteText(output, run.Scores, count);
            if (run.WithoutGold > 0 && !log.Quiet)
                StandardStreams.WriteError(string.Create(CultureInfo.InvariantCulture, $"{run.WithoutGold} {(run.WithoutGold == 1 ? "file" : "files")} without a gold passed over"));
            return run.Failed == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    // Unlike other numbers, 0 is one.
    private static int? Count(string option, string? value)
    {
        if (value is null)
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? count : throw Errors.BadCount(option, value);
    }
}
