using ArticleClean.Cli.Files;

namespace ArticleClean.Cli.Records;

/// <summary>A stream whose failed writes name the file that was meant, so that they are not taken for failed reads.</summary>
internal sealed class NamingWrites(Stream inner, string path) : WriteOnlyStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (IOException cause)
        {
            throw Errors.CannotWrite(path, cause);
        }
    }

    public override void Flush()
    {
        try
        {
            inner.Flush();
        }
        catch (IOException cause)
        {
            throw Errors.CannotWrite(path, cause);
        }
    }
}
