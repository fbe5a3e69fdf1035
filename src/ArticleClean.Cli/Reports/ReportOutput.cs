using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli.Reports;

/// <summary>Where a report goes: standard output, or a file that appears when it is whole.</summary>
internal sealed class ReportOutput : IDisposable
{
    private readonly AtomicFile? _file;
    private readonly string? _path;
    private readonly Stream _stream;

    private ReportOutput(Stream stream, AtomicFile? file, string? path)
    {
        _file = file;
        _path = path;
        _stream = stream;
        Stream = file is null ? stream : new BufferedStream(stream);
    }

    public Stream Stream { get; }

    /// <summary>Whether a person reads it as it comes.</summary>
    public bool IsTerminal => _file is null && !Console.IsOutputRedirected;

    public static ReportOutput Open(CheckRequest request)
    {
        if (request.OutputFile is not { } path)
            return new ReportOutput(StandardStreams.OpenOutput(), null, null);
        try
        {
            AtomicFile file = AtomicFile.Create(path);
            return new ReportOutput(file.Stream, file, path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(path, cause);
        }
    }

    /// <summary>Puts the file in its place; one that is there is overwritten, as a report of an earlier run.</summary>
    public void Commit()
    {
        try
        {
            Stream.Flush();
            _file?.Commit(overwrite: true);
        }
        catch (Exception cause) when (_path is not null && cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(_path!, cause);
        }
    }

    public void Dispose()
    {
        if (_file is null)
            _stream.Dispose();
        else
            _file.Dispose();
    }
}
