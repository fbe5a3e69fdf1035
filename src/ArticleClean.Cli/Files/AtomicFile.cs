using System.Globalization;
using System.Runtime.InteropServices;

namespace ArticleClean.Cli.Files;

/// <summary>
/// A file that appears under its name only when it is whole: written to a temporary name in the same folder, flushed to
/// disk, then renamed. Disposing without <see cref="Commit"/> removes it; so do SIGINT and SIGTERM.
/// </summary>
internal sealed class AtomicFile : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly FileStream _stream;
    private bool _committed;

    private AtomicFile(string path, string temporary, FileStream stream)
    {
        _path = path;
        _temporary = temporary;
        _stream = stream;
    }

    /// <summary>What is written goes here.</summary>
    public Stream Stream => _stream;

    /// <summary>Begins a file; its folder is made when it is missing.</summary>
    public static AtomicFile Create(string path)
    {
        string folder = Path.GetDirectoryName(path) ?? "";
        if (folder.Length > 0)
            Directory.CreateDirectory(folder);
        string temporary = TemporaryFiles.NewName(folder);
        return new AtomicFile(path, temporary, TemporaryFiles.Open(temporary));
    }

    /// <summary>Writes a whole file. With <paramref name="overwrite"/> off an existing one is an <see cref="IOException"/>.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite, UnixFileMode? mode = null)
    {
        using AtomicFile file = Create(path);
        file.Stream.Write(bytes);
        file.Commit(overwrite, mode);
    }

    /// <summary>Flushes to disk and renames.</summary>
    public void Commit(bool overwrite, UnixFileMode? mode = null)
    {
        if (mode is { } bits && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(_stream.SafeFileHandle, bits);
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        TemporaryFiles.Rename(_temporary, _path, overwrite);
        _committed = true;
    }

    public void Dispose()
    {
        if (_committed)
            return;
        try
        {
            _stream.Dispose();
        }
        catch (IOException)
        {
            // What could not be written is thrown away anyway.
        }

        TemporaryFiles.Remove(_temporary);
    }

    /// <summary>The temporary files of this process, so that a signal can remove them.</summary>
    private static class TemporaryFiles
    {
        private static readonly HashSet<string> Names = new(StringComparer.Ordinal);
        private static readonly ReaderWriterLockSlim Ending = new();
        private static readonly PosixSignalRegistration[] Signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => End(ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => End(ExitCode.Terminated)),
        ];

        private static int _count;

        // Hidden, so that no walk takes it, and short, so that it fits wherever the real name fits.
        public static string NewName(string folder) => Path.Join(
            folder,
            string.Create(CultureInfo.InvariantCulture, $".articleclean-{Environment.ProcessId}-{Interlocked.Increment(ref _count)}.tmp"));

        public static FileStream Open(string name)
        {
            GC.KeepAlive(Signals);
            Ending.EnterReadLock();
            try
            {
                FileStream stream = new(name, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
                lock (Names)
                    Names.Add(name);
                return stream;
            }
            finally
            {
                Ending.ExitReadLock();
            }
        }

        public static void Rename(string name, string path, bool overwrite)
        {
            Ending.EnterReadLock();
            try
            {
                File.Move(name, path, overwrite);
                Forget(name);
            }
            finally
            {
                Ending.ExitReadLock();
            }
        }

        public static void Remove(string name)
        {
            Delete(name);
            Forget(name);
        }

        private static void Forget(string name)
        {
            lock (Names)
                Names.Remove(name);
        }

        // The lock is kept: after the last file was removed none is begun, and none renamed.
        private static void End(int exitCode)
        {
            Ending.EnterWriteLock();
            lock (Names)
            {
                foreach (string name in Names)
                    Delete(name);
            }

            Environment.Exit(exitCode);
        }

        private static void Delete(string name)
        {
            try
            {
                File.Delete(name);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                // The folder may have gone; then so has the file.
            }
        }
    }
}
