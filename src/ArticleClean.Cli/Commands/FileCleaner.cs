using System.Globalization;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Records;
using ArticleClean.Cli.Terminal;
using ArticleClean.Reading;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Commands;

/// <summary>Cleans one file of a run: reads, cleans, writes the sidecar, then the body. Thread-safe.</summary>
internal sealed class FileCleaner(CleanRequest request, Destination destination, NamedInputs named)
{
    /// <summary>Cleans a file; what goes wrong with it is in the outcome. A closed standard output is thrown.</summary>
    public Outcome Clean(InputFile file, int recordJobs)
    {
        try
        {
            if (request.Hints.IsRecords(file.Relative))
                return CleanRecords(file, recordJobs);
            return destination.Kind == DestinationKind.InPlace ? CleanInPlace(file) : CleanDocument(file);
        }
        catch (Failure failure)
        {
            return Outcome.Failed(failure);
        }
        catch (UnreadableDocumentException cause)
        {
            return Outcome.Failed(Errors.Unreadable(file.Path, cause));
        }
        catch (Exception cause) when (cause is not IOException)
        {
            // A mistake of ours in one document must not cost the others; it is named like any bad file.
            return Outcome.Failed(Errors.Unexpected(file.Path, cause));
        }
    }

    private Outcome CleanDocument(InputFile file)
    {
        string body = destination.Body(file);
        string? sidecar = destination.Sidecar(file);
        bool overwrite = request.Force;
        if (destination.Kind != DestinationKind.StandardOutput && !request.DryRun)
        {
            RefuseInput(body);
            if (FileNames.IsGzip(body))
                throw Errors.GzipForRecords(body);
        }

        if (destination.SidecarFile is { } account && !request.DryRun)
            RefuseSidecar(account, body);

        ReadOnlyMemory<byte> bytes;
        Engine engine;
        Document document;
        if (!request.Force && !request.DryRun && Existing(body, sidecar) is { } existing)
        {
            if (!request.Resume || sidecar is null || !File.Exists(sidecar) || Sidecars.TryRead(sidecar) is not { } earlier)
                return Outcome.Failed(request.Resume ? Errors.OutputOfAnother(existing) : Errors.OutputExists(existing));
            (bytes, document, engine) = Read(file);
            if (Sidecars.IsSource(earlier, bytes.Span) && earlier.Tool == engine.Tool && (Sidecars.HasBody(earlier, body) || request.Skip.Contains(earlier.Status)))
                return Outcome.Skipped("done by an earlier run");
            overwrite = true;
        }
        else
        {
            (bytes, document, engine) = Read(file);
        }

        CleanResult result = engine.Cleaner.Clean(document);
        bool skipped = request.Skip.Contains(result.Status);
        if (!request.DryRun)
        {
            if (sidecar is not null)
                Write(sidecar, Sidecars.Serialize(result, engine, file.Relative, destination.BodyName(file)), overwrite);
            if (!skipped)
                WriteBody(body, result.Body.Span, overwrite);
        }

        return Done(result, body, skipped);
    }

    private Outcome CleanInPlace(InputFile file)
    {
        if (FileNames.IsGzip(file.Relative))
            throw Errors.InPlaceRefused(file.Path, "compressed");
        // A link stays a link: what it points to is replaced.
        string path = RealPath.Of(file.Path);
        string sidecar = FileNames.Sidecar(file.Path);
        (ReadOnlyMemory<byte> bytes, Document document, Engine engine) = Read(file);
        if (document.Format == DocumentFormat.Html)
            throw Errors.InPlaceRefused(file.Path, "an HTML page");
        bool interrupted = false;
        if (File.Exists(sidecar))
        {
            if (Sidecars.TryRead(sidecar) is not { } earlier)
                throw Errors.ForeignSidecar(file.Path, sidecar);
            if (Sidecars.IsBody(earlier, bytes.Span))
                return Outcome.Skipped("clean already");
            if (!Sidecars.IsSource(earlier, bytes.Span))
                throw Errors.ForeignSidecar(file.Path, sidecar);
            interrupted = true;
        }

        CleanResult result = engine.Cleaner.Clean(document);
        if (request.Skip.Contains(result.Status))
            return Done(result, file.Path, skipped: true);
        if (!request.DryRun)
        {
            UnixFileMode? mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path);
            Write(sidecar, Sidecars.Serialize(result, engine, file.Relative, file.Relative), interrupted);
            if (!result.Body.Span.SequenceEqual(bytes.Span))
                Write(path, result.Body.Span, overwrite: true, mode);
        }

        return Done(result, file.Path, skipped: false);
    }

    private Outcome CleanRecords(InputFile file, int jobs)
    {
        if (destination.Kind == DestinationKind.InPlace)
            throw Errors.InPlaceRefused(file.Path, "JSON Lines");
        if (destination.SidecarFile is not null)
            throw Errors.SidecarOfRecords(file.Path);
        string body = destination.Body(file);
        RecordCleaner cleaner = new(request, file);
        using Stream input = InputReader.Open(file);
        RecordRun run = new(input, cleaner.Clean, jobs, cleaner.MaxRecordBytes);
        if (request.DryRun)
        {
            RecordFiles.Stream(run, file.Path, Stream.Null);
        }
        else if (destination.Kind == DestinationKind.StandardOutput)
        {
            using Stream output = StandardStreams.OpenOutput();
            RecordFiles.Stream(run, file.Path, output);
        }
        else
        {
            RefuseInput(body);
            bool redo = request.Resume && RecordCleaner.LooksCleaned(body);
            RecordFiles.Write(run, file.Path, body, request.Force || redo);
        }

        return new Outcome
        {
            Tally = run.Tally with { Done = run.Tally.BadRecords == 0 ? 1 : 0, Failed = run.Tally.BadRecords == 0 ? 0 : 1 },
            Failure = run.Tally.BadRecords == 0 ? null : Errors.BadRecords(file.Path, run.Tally.BadRecords, run.FirstProblems),
            Said = Invariant($"{run.Records} records"),
        };
    }

    private ReadInput Read(InputFile file)
    {
        Settings settings = request.Settings.For(file);
        Engine engine = request.Settings.EngineFor(settings, site: null);
        ReadOnlyMemory<byte> bytes = InputReader.ReadAll(file, engine.Options.MaxBytes);
        Document document = DocumentReader.Read(bytes, request.Hints.For(file.Relative), engine.Options.MaxBytes);
        return new ReadInput(bytes, document, request.Settings.EngineFor(settings, document.Site));
    }

    /// <summary>An input with the cleaner for it. A record of its own: a tuple of such types is compiled at each start.</summary>
    private sealed record ReadInput(ReadOnlyMemory<byte> Bytes, Document Document, Engine Engine);

    /// <summary>The first of the outputs that is there already, or null.</summary>
    private string? Existing(string body, string? sidecar)
    {
        if (destination.Kind != DestinationKind.StandardOutput && Path.Exists(body))
            return body;
        return sidecar is not null && Path.Exists(sidecar) ? sidecar : null;
    }

    private void RefuseInput(string output)
    {
        if (named.Contains(output))
            throw Errors.OutputIsInput(output);
    }

    private void RefuseSidecar(string sidecar, string body)
    {
        RefuseInput(sidecar);
        if (destination.Kind != DestinationKind.StandardOutput && string.Equals(RealPath.Of(sidecar), RealPath.Of(body), RealPath.Comparison))
            throw Errors.SidecarIsBody(sidecar);
    }

    private void WriteBody(string body, ReadOnlySpan<byte> bytes, bool overwrite)
    {
        if (destination.Kind == DestinationKind.StandardOutput)
        {
            using Stream output = StandardStreams.OpenOutput();
            output.Write(bytes);
        }
        else
        {
            Write(body, bytes, overwrite);
        }
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite, UnixFileMode? mode = null)
    {
        try
        {
            AtomicFile.Write(path, bytes, overwrite, mode);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(path, cause);
        }
    }

    private static Outcome Done(CleanResult result, string body, bool skipped)
    {
        string status = result.Status.Kind is { } kind ? $"{result.Status.Value.Id()}/{kind.Id()}" : result.Status.Value.Id();
        string target = skipped ? "no body (--skip)" : OneLine.Escape(body);
        return new Outcome
        {
            Tally = Tally.Of(result) with { Done = skipped ? 0 : 1, Skipped = skipped ? 1 : 0 },
            Warnings = result.Document.Warnings,
            Said = Invariant($"{target}: {status}, {result.Statistics.WordsRemoved} of {result.Statistics.Words} words removed"),
        };
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Real paths of the files that the user named, so that no output lands on one.</summary>
internal sealed class NamedInputs
{
    private readonly HashSet<string> _paths = new(
        RealPath.Comparison == StringComparison.Ordinal ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);

    public NamedInputs(IReadOnlyList<InputFile> files)
    {
        foreach (InputFile file in files)
        {
            if (file is { Named: true, IsStandard: false })
                _paths.Add(RealPath.Of(file.Path));
        }
    }

    public bool Contains(string path) => _paths.Count > 0 && _paths.Contains(RealPath.Of(path));
}
