using ArticleClean.Cli.Caching;
using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Diffing;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Records;
using ArticleClean.Cli.Terminal;
using ArticleClean.Reading;

namespace ArticleClean.Cli.Checking;

/// <summary>Checks one file of a run: cleans it as <c>clean</c> does and keeps what that says. Thread-safe.</summary>
/// <param name="wantsText">Whether the report shows excerpts in their lines.</param>
internal sealed class FileChecker(CheckRequest request, bool wantsText, VerdictCache? cache)
{
    private const int RecordsAtOnce = 64;
    private const int MaxProblems = 20;

    private readonly CacheConfigurations _configurations = new(request.Settings);

    /// <summary>Checks a file; what goes wrong with it is in the result.</summary>
    public CheckedFile Check(InputFile file, int recordJobs)
    {
        CheckedFile empty = new(NameOf(file), SiteFolder.Of(file));
        try
        {
            return request.Hints.IsRecords(empty.Path) ? CheckRecords(file, empty, recordJobs) : CheckDocument(file, empty);
        }
        catch (Failure failure)
        {
            return empty with { Failure = failure };
        }
        catch (UnreadableDocumentException cause)
        {
            return empty with { Failure = Errors.Unreadable(empty.Path, cause) };
        }
        catch (Exception cause) when (cause is not IOException)
        {
            // A mistake of ours in one document must not cost the others; it is named like any bad file.
            return empty with { Failure = Errors.Unexpected(empty.Path, cause) };
        }
    }

    private CheckedFile CheckDocument(InputFile file, CheckedFile empty)
    {
        Settings settings = request.Settings.For(InputOf(file));
        long maxBytes = request.Settings.Options(settings, site: null).MaxBytes;
        ReadOnlyMemory<byte> bytes = InputReader.ReadAll(file, maxBytes);
        SourceHints hints = request.Hints.For(HintNameOf(file));
        CacheKey? key = cache is null ? null : CacheKey.Of(bytes.Span, _configurations.Of(settings, hints));
        if (key is { } known && cache!.Find(known) is { } earlier)
            return Checked(empty, earlier) with { Text = wantsText ? TextOf(DocumentReader.Read(bytes, hints, maxBytes)) : null };

        Document document = DocumentReader.Read(bytes, hints, maxBytes);
        CleanResult result = request.Settings.EngineFor(settings, document.Site).Cleaner.Clean(document);
        Judgement judgement = Judgement.Of(result);
        // Warnings name the file; they are made anew each time.
        if (key is { } unknown && document.Warnings.IsEmpty)
            cache!.Add(unknown, judgement);
        return Checked(empty, judgement) with
        {
            Warnings = document.Warnings,
            Diff = request.Diff ? DiffOf(empty.Path, file, result) : null,
            Text = wantsText ? TextOf(document) : null,
        };
    }

    private CheckedFile Checked(CheckedFile empty, Judgement judgement) => empty with
    {
        Documents = [new CheckedDocument(judgement.Words, judgement.WordsRemoved, judgement.Status.Value)],
        Findings = Findings(judgement, record: null),
    };

    private static string? TextOf(Document document) => document.Format == DocumentFormat.Text ? document.Text : null;

    /// <summary>Null where there can be none: a page is not changed but rewritten, and patch knows neither packed files nor other encodings.</summary>
    private static ReadOnlyMemory<byte>? DiffOf(string path, InputFile file, CleanResult result)
    {
        SourceText source = result.Document.Source;
        if (result.Document.Format != DocumentFormat.Text || source.Encoding != SourceEncoding.Utf8 || FileNames.IsGzip(file.Relative))
            return null;
        return UnifiedDiff.Of(path, source.Bytes, Change.Of(result));
    }

    private CheckedFile CheckRecords(InputFile file, CheckedFile empty, int jobs)
    {
        RecordDocuments documents = new(request.Settings, request.Settings.For(InputOf(file)), request.Hints, HintNameOf(file), request.TextField);
        using Stream input = InputReader.Open(file);
        RecordLineReader lines = new(input, documents.MaxRecordBytes);
        List<CheckedDocument> counts = [];
        List<CheckFinding> findings = [];
        List<string> problems = [];
        int bad = 0;
        List<RecordLine> batch = [];
        for (bool more = true; more;)
        {
            batch.Clear();
            while (batch.Count < RecordsAtOnce && (more = TryRead(lines, file, out RecordLine line)))
                batch.Add(line);
            OrderedRun.Over(batch.Count, jobs, i => Judge(documents, batch[i]), (i, judged) =>
            {
                if (judged.Judgement is { } judgement)
                {
                    counts.Add(new CheckedDocument(judgement.Words, judgement.WordsRemoved, judgement.Status.Value));
                    findings.AddRange(Findings(judgement, batch[i].Number));
                }
                else if (bad++ < MaxProblems)
                {
                    problems.Add(FormattableString.Invariant($"line {batch[i].Number}: {OneLine.Escape(judged.Problem)}"));
                }
            });
        }

        return empty with
        {
            Documents = counts,
            Findings = findings,
            Failure = bad == 0 ? null : Errors.BadRecords(empty.Path, bad, problems),
        };
    }

    private static bool TryRead(RecordLineReader lines, InputFile file, out RecordLine line)
    {
        try
        {
            return lines.TryRead(out line);
        }
        catch (InvalidDataException cause)
        {
            throw Errors.BadGzip(file.Path, cause);
        }
        catch (IOException cause)
        {
            throw Errors.CannotRead(file.Path, cause);
        }
    }

    private static (Judgement? Judgement, string Problem) Judge(RecordDocuments documents, RecordLine line)
    {
        try
        {
            return (Judgement.Of(documents.Clean(RecordLayout.Of(line), line.Number)), "");
        }
        catch (Exception cause) when (cause is BadRecordException or UnreadableDocumentException)
        {
            return (null, cause.Message);
        }
    }

    private List<CheckFinding> Findings(Judgement judgement, long? record)
    {
        List<CheckFinding> findings = [];
        foreach (CheckFinding verdict in Verdicts.Of(judgement, request.Limits))
            Add(findings, verdict with { Record = record });
        foreach (RemovedSegment segment in judgement.Segments)
        {
            if (!request.Selection.Includes(segment.Category, segment.Rule))
                continue;
            findings.Add(new CheckFinding
            {
                Category = segment.Category,
                Rule = segment.Rule,
                Message = CategoryText.Of(segment.Category).What,
                Segment = segment,
                Record = record,
                Confidence = segment.Confidence,
                Fails = request.Selection.FailOn.Match(segment.Category, segment.Rule),
            });
        }

        return findings;
    }

    private void Add(List<CheckFinding> findings, CheckFinding finding)
    {
        if (!request.Selection.Includes(finding.Category, finding.Rule))
            return;
        bool fails = request.Selection.FailOn.Match(finding.Category, finding.Rule);
        findings.Add(fails ? finding with { Fails = true } : finding);
    }

    /// <summary>The name in reports.</summary>
    private string NameOf(InputFile file) =>
        file.IsStandard ? request.StandardInputName ?? file.Path : file.Path.Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The name that tells the format.</summary>
    private string HintNameOf(InputFile file) => file.IsStandard ? request.StandardInputName ?? file.Path : file.Relative;

    /// <summary>The file whose configuration counts.</summary>
    private InputFile InputOf(InputFile file) =>
        file.IsStandard && request.StandardInputName is { } name ? InputFile.Of(name) : file;
}
