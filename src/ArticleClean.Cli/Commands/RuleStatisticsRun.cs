using System.Text;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Records;
using ArticleClean.Cli.Terminal;
using ArticleClean.Detecting;
using ArticleClean.Deciding;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean rules list --stats</c>: what each rule does in documents.</summary>
internal sealed class RuleStatisticsRun(SettingsSource settings, RunLog log)
{
    private const string TextField = "text";
    private const string HtmlField = "html";

    /// <summary>The figures of these rules in files, folders or globs, and whether every input could be read. What cannot is logged.</summary>
    public (RuleStatistics Statistics, bool All) Over(IReadOnlyList<string> paths, IEnumerable<string> rules)
    {
        Inputs inputs = Inputs.Find(new InputQuery { Paths = paths, Excludes = [], IsExcluded = settings.IsExcluded, OutputFolder = null });
        foreach (Failure failure in inputs.Failures)
            log.Error("{Problem}", failure.Message);
        if (inputs.Files.Count == 0)
            throw Errors.NothingToDo();
        RuleStatistics statistics = new(rules);
        bool all = inputs.Failures.Count == 0;
        OrderedRun.Over(
            inputs.Files.Count,
            Environment.ProcessorCount,
            i => See(inputs.Files[i]),
            (_, seen) =>
            {
                foreach ((Perceived perceived, Verdict[] verdicts) in seen.Documents)
                    statistics.Add(perceived, verdicts, seen.Labels);
                foreach (string problem in seen.Problems)
                    log.Error("{Problem}", OneLine.Escape(problem));
                all &= seen.Problems.Count == 0;
            });
        return (statistics, all);
    }

    private Seen See(InputFile file)
    {
        Seen seen = new();
        try
        {
            if (FileNames.IsRecords(file.Relative))
            {
                SeeRecords(file, seen);
            }
            else
            {
                long maxBytes = settings.Options(settings.For(file), site: null).MaxBytes;
                seen.Documents.Add(See(file, InputReader.ReadAll(file, maxBytes), new SourceHints { Name = file.Relative }));
                seen.Labels = LineLabels.For(file);
            }
        }
        catch (Failure failure)
        {
            seen.Problems.Add(failure.Message);
        }
        catch (UnreadableDocumentException cause)
        {
            seen.Problems.Add(Errors.Unreadable(file.Path, cause).Message);
        }

        return seen;
    }

    private void SeeRecords(InputFile file, Seen seen)
    {
        using Stream input = InputReader.Open(file);
        RecordLineReader lines = new(input, RecordDocuments.MinLineBytes);
        while (lines.TryRead(out RecordLine line))
        {
            try
            {
                RecordLayout layout = RecordLayout.Of(line);
                string? text = layout.String(TextField);
                if ((text ?? layout.String(HtmlField)) is not { } content)
                    throw new BadRecordException("no_text", $"the record has no string '{TextField}' and no string '{HtmlField}'");
                SourceHints hints = new()
                {
                    Name = $"{file.Relative}:{line.Number}",
                    Format = text is null ? DocumentFormat.Html : DocumentFormat.Text,
                    Url = layout.String("url"),
                    Encoding = "utf-8",
                };
                seen.Documents.Add(See(file, Encoding.UTF8.GetBytes(content), hints));
            }
            catch (Exception bad) when (bad is BadRecordException or UnreadableDocumentException)
            {
                seen.Problems.Add($"{file.Path}:{line.Number}: {bad.Message}");
            }
        }
    }

    private (Perceived Perceived, Verdict[] Verdicts) See(InputFile file, ReadOnlyMemory<byte> bytes, SourceHints hints)
    {
        Settings inForce = settings.For(file);
        Document document = DocumentReader.Read(bytes, hints, settings.Options(inForce, site: null).MaxBytes);
        ArticleCleaner cleaner = settings.EngineFor(inForce, document.Site).Cleaner;
        Perceived perceived = cleaner.Perceive(document);
        return (perceived, cleaner.Judge(perceived));
    }

    private sealed class Seen
    {
        public List<(Perceived Perceived, Verdict[] Verdicts)> Documents { get; } = [];
        public IReadOnlyDictionary<int, bool>? Labels { get; set; }
        public List<string> Problems { get; } = [];
    }
}
