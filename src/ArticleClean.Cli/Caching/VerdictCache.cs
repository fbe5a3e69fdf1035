using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Files;
using Microsoft.Win32.SafeHandles;

namespace ArticleClean.Cli.Caching;

/// <summary>
/// Judgements of an earlier run over the same paths, by the keys of their documents. One file a set of paths, which holds
/// what the last run used and no more; a file that is not whole counts as none. Thread-safe but for <see cref="Save"/>.
/// </summary>
/// <remarks>The file: entries, the index (key, offset, length each), the index's SHA-256, its offset, <see cref="Magic"/>.</remarks>
internal sealed class VerdictCache : IDisposable
{
    private const string Extension = ".verdicts";
    private const ulong Magic = 0x4143_5645_5244_0001;
    private const int BufferBytes = 1 << 16;
    private const int TailBytes = 32 + sizeof(long) + sizeof(ulong);

    /// <summary>What other sets of paths left is thrown away after a time.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly string _path;
    private readonly FileStream? _old;

    /// <summary>Taken once: asking a stream for its handle asks the system for the stream's place each time.</summary>
    private readonly SafeFileHandle? _oldHandle;
    private readonly PlaceIndex _index = new();
    private readonly bool[] _used = [];
    private readonly PlaceIndex _new = new();
    private readonly Lock _gate = new();
    [ThreadStatic]
    private static byte[]? s_entry;

    private AtomicFile? _next;
    private BufferedStream? _output;
    private long _written;
    private bool _failed;

    private VerdictCache(string path)
    {
        _path = path;
        try
        {
            _old = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
            _oldHandle = _old.SafeFileHandle;
            _index = ReadIndex(_old);
            _used = new bool[_index.Count];
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            // As if there were none.
        }
    }

    /// <summary>The cache of a set of paths in a folder.</summary>
    public static VerdictCache Open(string folder, IReadOnlyList<string> paths)
    {
        // Files that are named come in ever other sets: they share what the current folder has.
        SortedSet<string> places = new(StringComparer.Ordinal);
        foreach (string path in paths)
            places.Add(Path.GetFullPath(Directory.Exists(path) || Glob.IsPattern(path) ? path : "."));
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', places))))[..16];
        return new VerdictCache(Path.Join(folder, hash + Extension));
    }

    /// <summary>The user's folder for caches; null where there is none.</summary>
    public static string? DefaultFolder(Func<string, string?> environment)
    {
        if (environment("XDG_CACHE_HOME") is { Length: > 0 } xdg && Path.IsPathFullyQualified(xdg))
            return Path.Join(xdg, "articleclean");
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) is { Length: > 0 } local ? Path.Join(local, "articleclean", "cache") : null;
        if (environment("HOME") is not { Length: > 0 } home)
            return null;
        return OperatingSystem.IsMacOS() ? Path.Join(home, "Library", "Caches", "articleclean") : Path.Join(home, ".cache", "articleclean");
    }

    /// <summary>The judgement of a document; null when there is none.</summary>
    public Judgement? Find(CacheKey key)
    {
        int entry = _index.Find(key.Bytes);
        if (entry < 0)
            return null;
        try
        {
            Judgement judgement = JudgementCode.Read(ReadEntry(entry));
            _used[entry] = true;
            return judgement;
        }
        catch (Exception cause) when (cause is IOException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>Keeps a judgement. It goes to the next file at once, so that a long run holds no more than places.</summary>
    public void Add(CacheKey key, Judgement judgement)
    {
        byte[] entry = JudgementCode.Write(judgement);
        lock (_gate)
        {
            if (_failed || _new.Find(key.Bytes) >= 0)
                return;
            try
            {
                _next ??= AtomicFile.Create(_path);
                _output ??= new BufferedStream(_next.Stream, BufferBytes);
                Append(_output, key.Bytes, entry);
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                _failed = true;
            }
        }
    }

    /// <summary>Puts what the run used in place of what the earlier one left, where anything is new. What cannot be written is done without.</summary>
    public void Save()
    {
        if (_failed || _next is null || _output is null)
            return;
        try
        {
            for (int i = 0; i < _used.Length; i++)
            {
                if (_used[i] && _new.Find(_index.KeyOf(i)) < 0)
                    Append(_output, _index.KeyOf(i), ReadEntry(i));
            }

            WriteIndex(_output);
            _next.Commit(overwrite: true);
            RemoveOld();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            _failed = true;
        }
    }

    public void Dispose()
    {
        _old?.Dispose();
        _next?.Dispose();
    }

    /// <summary>An entry's bytes, good until this thread reads the next one.</summary>
    private ReadOnlySpan<byte> ReadEntry(int entry)
    {
        long offset = _index.PlaceOf(entry, out int length);
        if (s_entry is null || s_entry.Length < length)
            s_entry = new byte[Math.Max(length, BufferBytes)];
        Span<byte> bytes = s_entry.AsSpan(0, length);
        for (int read = 0; read < bytes.Length;)
        {
            int count = RandomAccess.Read(_oldHandle!, bytes[read..], offset + read);
            if (count == 0)
                throw new EndOfStreamException();
            read += count;
        }

        return bytes;
    }

    private static PlaceIndex ReadIndex(FileStream file)
    {
        Span<byte> tail = stackalloc byte[TailBytes];
        if (file.Length < TailBytes)
            throw new InvalidDataException();
        file.Position = file.Length - TailBytes;
        file.ReadExactly(tail);
        long start = BinaryPrimitives.ReadInt64LittleEndian(tail[32..]);
        long length = file.Length - TailBytes - start;
        if (BinaryPrimitives.ReadUInt64LittleEndian(tail[40..]) != Magic || start < 0 || length < 0 || length > Array.MaxLength)
            throw new InvalidDataException();
        byte[] index = new byte[length];
        file.Position = start;
        file.ReadExactly(index);
        if (!SHA256.HashData(index).AsSpan().SequenceEqual(tail[..32]))
            throw new InvalidDataException();
        return new PlaceIndex(index, end: start);
    }

    private void Append(BufferedStream output, ReadOnlySpan<byte> key, ReadOnlySpan<byte> entry)
    {
        output.Write(entry);
        _new.Add(key, _written, entry.Length);
        _written += entry.Length;
    }

    private void WriteIndex(BufferedStream output)
    {
        Span<byte> tail = stackalloc byte[TailBytes];
        SHA256.HashData(_new.Bytes, tail);
        BinaryPrimitives.WriteInt64LittleEndian(tail[32..], _written);
        BinaryPrimitives.WriteUInt64LittleEndian(tail[40..], Magic);
        output.Write(_new.Bytes);
        output.Write(tail);
        output.Flush();
    }

    private void RemoveOld()
    {
        foreach (string file in Directory.EnumerateFiles(Path.GetDirectoryName(_path)!, "*" + Extension))
        {
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(file) > Kept)
                File.Delete(file);
        }
    }
}
