using System.IO.Compression;
using ArticleClean.Cli.Files;

namespace ArticleClean.Cli.Records;

/// <summary>Where the records of a run go; what fails is named by the file that failed.</summary>
internal static class RecordFiles
{
    /// <summary>Streams to an open stream; what fails there is thrown as it is.</summary>
    public static void Stream(RecordRun run, string source, Stream output)
    {
        try
        {
            run.WriteTo(output);
        }
        catch (InvalidDataException cause)
        {
            throw Errors.BadGzip(source, cause);
        }
        catch (IOException cause) when (cause is not Terminal.ClosedOutputException)
        {
            throw Errors.CannotRead(source, cause);
        }
    }

    /// <summary>Writes a file that appears when it is whole, as gzip when its name says so.</summary>
    public static void Write(RecordRun run, string source, string path, bool overwrite)
    {
        if (!overwrite && Path.Exists(path))
            throw Errors.OutputExists(path);
        using AtomicFile output = Begin(path);
        using (Stream stream = Packed(new NamingWrites(output.Stream, path), path))
            Stream(run, source, stream);
        try
        {
            output.Commit(overwrite);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(path, cause);
        }
    }

    private static AtomicFile Begin(string path)
    {
        try
        {
            return AtomicFile.Create(path);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(path, cause);
        }
    }

    private static Stream Packed(Stream stream, string name) =>
        FileNames.IsGzip(name) ? new GZipStream(stream, CompressionLevel.Optimal) : new BufferedStream(stream);
}
