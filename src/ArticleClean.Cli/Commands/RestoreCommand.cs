using System.CommandLine;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Records;
using ArticleClean.Cli.Terminal;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean restore</c>: originals from bodies and sidecars, verified.</summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        Argument<string> body = new("BODY") { Description = "A cleaned file, JSON Lines of cleaned records, or a folder with a whole run" };
        Argument<string?> sidecar = new("SIDECAR") { Description = "Its sidecar (default: NAME.removed.json beside it)", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> output = new("--output", "-o") { Description = "Where to write instead of standard output; for a folder, a folder", HelpName = "PATH" };
        Flag force = new("--force") { Description = "Overwrite outputs that exist" };
        Option<string?> textField = new("--text-field") { Description = "The field of a record that holds its text (default text)", HelpName = "NAME" };
        LoggingOptions logging = new();

        ExampleCommand command = new("restore", "Give back the original of what clean wrote, checked to the byte.", """
            articleclean restore cleaned/article.txt                 the original, to standard output
            articleclean restore article.txt what.json -o raw.txt    with a sidecar of another name
            articleclean restore cleaned -o originals                a whole run
            articleclean restore cleaned.jsonl -o records.jsonl      JSON Lines, record by record
            """)
        {
            body, sidecar, output, force, textField,
        };
        logging.AddTo(command);
        command.SetAction(parsed =>
        {
            RestoreRequest request = new()
            {
                Body = parsed.GetRequiredValue(body),
                Sidecar = parsed.GetValue(sidecar),
                Output = parsed.GetValue(output),
                Force = parsed.Has(force),
                TextField = parsed.GetValue(textField) ?? "text",
            };
            using RunLog log = logging.Open(parsed);
            return Directory.Exists(request.Body) ? RestoreFolder(request, log) : RestoreFile(request);
        });
        return command;
    }

    private static int RestoreFile(RestoreRequest request)
    {
        InputFile file = InputFile.Of(request.Body);
        string? output = request.Output is null or "-" ? null : request.Output;
        if (FileNames.IsRecords(request.Body) && request.Sidecar is null)
            return RestoreRecords(request, file, output);

        byte[] original = Original(file, request.Sidecar ?? FileNames.Sidecar(request.Body));
        if (output is null)
        {
            using Stream stream = StandardStreams.OpenOutput();
            stream.Write(original);
        }
        else
        {
            Write(output, original, request.Force);
        }

        return ExitCode.Done;
    }

    private static int RestoreRecords(RestoreRequest request, InputFile file, string? output)
    {
        RecordRun run = RecordRestorer.Run(file, request.TextField, out Stream input);
        using (input)
        {
            if (output is null)
            {
                using Stream stream = StandardStreams.OpenOutput();
                RecordFiles.Stream(run, file.Path, stream);
            }
            else
            {
                RecordFiles.Write(run, file.Path, output, request.Force);
            }
        }

        return run.Tally.BadRecords == 0 ? ExitCode.Done : throw Errors.BadRecords(file.Path, run.Tally.BadRecords, run.FirstProblems);
    }

    private static int RestoreFolder(RestoreRequest request, RunLog log)
    {
        if (request.Output is null or "-")
            throw Errors.RestoreFolderNeedsOutput();
        string skipped = RealPath.Of(request.Output);
        int restored = 0, failed = 0;
        foreach (string path in RunFiles(request.Body, skipped))
        {
            try
            {
                RestoreOne(request, path);
                restored++;
            }
            catch (Failure failure)
            {
                log.Error("{Problem}", failure.Message);
                failed++;
            }
        }

        if (restored + failed == 0)
            throw Errors.NothingToRestore(request.Body);
        log.Summary(FormattableString.Invariant($"{restored} restored, {failed} failed"));
        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static void RestoreOne(RestoreRequest request, string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        string below = Path.GetRelativePath(request.Body, folder);
        string target = below == "." ? request.Output! : Path.Join(request.Output, below);
        if (FileNames.IsRecords(path))
        {
            RestoreRecords(request, InputFile.Of(path), Path.Join(target, FileNames.WithoutGzip(Path.GetFileName(path))));
            return;
        }

        Sidecar sidecar = Sidecars.Read(path);
        string body = Path.Join(folder, OwnName(sidecar.Body.Path, path));
        string source = Path.Join(target, FileNames.WithoutGzip(OwnName(sidecar.Source.Path, path)));
        Write(source, Original(InputFile.Of(body), path), request.Force);
    }

    private static byte[] Original(InputFile body, string sidecarPath)
    {
        if (!File.Exists(sidecarPath))
            throw Errors.NoSidecar(body.Path, sidecarPath);
        Sidecar sidecar = Sidecars.Read(sidecarPath);
        ReadOnlyMemory<byte> bytes = InputReader.ReadAll(body, long.MaxValue);
        try
        {
            return Restorer.Restore(bytes.Span, sidecar);
        }
        catch (SidecarException cause)
        {
            throw Errors.NotRestorable(body.Path, cause);
        }
    }

    // A sidecar comes from anywhere: only the last part of what it names is used, and only if it is a name.
    private static string OwnName(string path, string sidecar)
    {
        string name = path[(path.AsSpan().LastIndexOfAny('/', '\\') + 1)..];
        return name is "" or "." or ".." or "-" || name.Contains('\0', StringComparison.Ordinal) ? throw Errors.NamelessSidecar(sidecar) : name;
    }

    private static List<string> RunFiles(string folder, string skipped)
    {
        EnumerationOptions everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint };
        List<string> files = [];
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, "*", everything))
            {
                if ((FileNames.IsSidecar(path) || FileNames.IsRecords(path)) && !RealPath.IsInside(Path.GetFullPath(path), skipped))
                    files.Add(path);
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(folder, cause);
        }

        files.Sort(StringComparer.Ordinal);
        return files;
    }

    private static void Write(string path, byte[] bytes, bool force)
    {
        if (!force && Path.Exists(path))
            throw Errors.Exists(path);
        try
        {
            AtomicFile.Write(path, bytes, force);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(path, cause);
        }
    }
}

/// <summary>What was asked of <c>restore</c>.</summary>
internal sealed record RestoreRequest
{
    public required string Body { get; init; }
    public required string? Sidecar { get; init; }
    public required string? Output { get; init; }
    public required bool Force { get; init; }
    public required string TextField { get; init; }
}
