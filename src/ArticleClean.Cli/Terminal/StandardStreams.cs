using ArticleClean.Cli.Files;
using Microsoft.Win32.SafeHandles;

namespace ArticleClean.Cli.Terminal;

/// <summary>The standard streams as bytes.</summary>
internal static class StandardStreams
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Standard input, unbuffered.</summary>
    public static Stream OpenInput() => Console.OpenStandardInput();

    /// <summary>
    /// Standard output over its descriptor, because the console's own stream swallows a closed pipe: here a write to one
    /// throws <see cref="ClosedOutputException"/>.
    /// </summary>
    public static Stream OpenOutput() =>
        OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new OutputStream(Open(1));

    /// <summary>Writes lines to standard error.</summary>
    public static void WriteError(string lines) => Console.Error.WriteLine(lines);

    private static FileStream Open(int descriptor) =>
        new(new SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, BufferBytes);

    private sealed class OutputStream(FileStream inner) : WriteOnlyStream
    {
        public override void Write(ReadOnlySpan<byte> buffer)
        {
            try
            {
                inner.Write(buffer);
            }
            catch (IOException cause) when (IsClosedPipe(cause))
            {
                throw new ClosedOutputException(cause);
            }
        }

        public override void Flush()
        {
            try
            {
                inner.Flush();
                // A file is written at offsets that leave the descriptor's own position behind; asking for the handle
                // moves it, so that what the shell runs next appends instead of overwriting.
                _ = inner.SafeFileHandle;
            }
            catch (IOException cause) when (IsClosedPipe(cause))
            {
                throw new ClosedOutputException(cause);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                Flush();
            base.Dispose(disposing);
        }

        // EPIPE reaches .NET as an IOException whose HResult is the system's number.
        private static bool IsClosedPipe(IOException cause) => cause.HResult == BrokenPipe;

        private const int BrokenPipe = 32;
    }
}

/// <summary>Nobody reads standard output any more.</summary>
internal sealed class ClosedOutputException(Exception cause) : IOException("Standard output is closed.", cause);
