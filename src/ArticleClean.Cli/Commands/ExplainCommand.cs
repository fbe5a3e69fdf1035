using System.CommandLine;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;
using ArticleClean.Reading;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean explain</c>: one file, line by line, with category, confidence and rules.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        Argument<string> path = new("PATH") { Description = "A text or a page, or - for standard input" };
        Option<string?> format = new("--format") { Description = "Read the input as text or html, whatever its name", HelpName = "FORMAT" };
        CleaningOptions cleaning = new();
        LoggingOptions logging = new();
        ExampleCommand command = new("explain", "Show for each line of one file what clean makes of it, and why.", """
            articleclean explain article.txt
            articleclean explain article.txt --stance careful
            """)
        {
            path, format,
        };
        cleaning.AddTo(command);
        logging.AddTo(command);
        command.SetAction(parsed =>
        {
            SettingsSource settings = cleaning.Settings(parsed, markdown: null);
            string name = parsed.GetRequiredValue(path);
            if (cleaning.DumpConfig(parsed))
                return ConfigDump.Print(settings, [name]);
            using RunLog log = logging.Open(parsed);
            InputFile file = InputFile.Of(name);
            DocumentFormat? asFormat = ParseFormat(parsed.GetValue(format));
            if (Directory.Exists(name))
                throw Errors.ExplainsOneFile(name);
            if (asFormat is null && FileNames.IsRecords(name))
                throw Errors.ExplainsNoRecords(name);
            SourceHints hints = new()
            {
                Name = file.Relative,
                Format = asFormat,
                Encoding = cleaning.Encoding(parsed),
                Url = cleaning.Url(parsed),
            };
            return Explain(file, hints, settings, log);
        });
        return command;
    }

    private static int Explain(InputFile file, SourceHints hints, SettingsSource settings, RunLog log)
    {
        try
        {
            Settings inForce = settings.For(file);
            long maxBytes = settings.Options(inForce, site: null).MaxBytes;
            Document document = DocumentReader.Read(InputReader.ReadAll(file, maxBytes), hints, maxBytes);
            foreach (string warning in document.Warnings)
                log.Warning("{Path}: {Warning}", OneLine.Escape(file.Path), Errors.Said(file.Path, warning));
            CleanResult result = settings.EngineFor(inForce, document.Site).Cleaner.Clean(document);
            using Stream output = StandardStreams.OpenOutput();
            using StreamWriter writer = new(output) { NewLine = "\n" };
            Explanation.Write(writer, file.Path, result);
            return ExitCode.Done;
        }
        catch (UnreadableDocumentException cause)
        {
            throw Errors.Unreadable(file.Path, cause);
        }
    }

    private static DocumentFormat? ParseFormat(string? value) => value switch
    {
        null => null,
        "text" => DocumentFormat.Text,
        "html" => DocumentFormat.Html,
        _ => throw Errors.BadOptionValue("--format", value, "text, html"),
    };
}
