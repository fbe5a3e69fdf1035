using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ArticleClean.Cli.Checking;
using ArticleClean.Cli.Files;

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
    private const int IndexEntryBytes = CacheKey.Bytes + sizeof(long) + sizeof(int);
    private const int BufferBytes = 1 << 16;
    private const int TailBytes = 32 + sizeof(long) + sizeof(ulong);

    /// <summary>What other sets of paths left is thrown away after a time.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private readonly string _path;
    private readonly FileStream? _old;
    private readonly Dictionary<CacheKey, Place> _index = [];
    private readonly Lock _gate = new();
    private readonly HashSet<CacheKey> _used = [];
    private readonly Dictionary<CacheKey, Place> _new = [];
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
            ReadIndex(_old);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            _index.Clear();
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
        if (!_index.TryGetValue(key, out Place place))
            return null;
        try
        {
            Judgement judgement = JudgementCode.Read(ReadEntry(place));
            lock (_gate)
                _used.Add(key);
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
            if (_failed || _new.ContainsKey(key))
                return;
            try
            {
                _next ??= AtomicFile.Create(_path);
                _output ??= new BufferedStream(_next.Stream, BufferBytes);
                _new[key] = Append(_output, entry);
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
            foreach (CacheKey key in _used)
                _new[key] = Append(_output, ReadEntry(_index[key]));
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

    private byte[] ReadEntry(Place place)
    {
        byte[] bytes = new byte[place.Length];
        for (int read = 0; read < bytes.Length;)
        {
            int count = RandomAccess.Read(_old!.SafeFileHandle, bytes.AsSpan(read), place.Offset + read);
            if (count == 0)
                throw new EndOfStreamException();
            read += count;
        }

        return bytes;
    }

    private void ReadIndex(FileStream file)
    {
        Span<byte> tail = stackalloc byte[TailBytes];
        if (file.Length < TailBytes)
            throw new InvalidDataException();
        file.Position = file.Length - TailBytes;
        file.ReadExactly(tail);
        long start = BinaryPrimitives.ReadInt64LittleEndian(tail[32..]);
        long length = file.Length - TailBytes - start;
        if (BinaryPrimitives.ReadUInt64LittleEndian(tail[40..]) != Magic || start < 0 || length < 0 || length % IndexEntryBytes != 0)
            throw new InvalidDataException();
        byte[] index = new byte[length];
        file.Position = start;
        file.ReadExactly(index);
        if (!SHA256.HashData(index).AsSpan().SequenceEqual(tail[..32]))
            throw new InvalidDataException();
        _index.EnsureCapacity(index.Length / IndexEntryBytes);
        for (ReadOnlySpan<byte> rest = index; !rest.IsEmpty; rest = rest[IndexEntryBytes..])
        {
            Place place = new(BinaryPrimitives.ReadInt64LittleEndian(rest[CacheKey.Bytes..]), BinaryPrimitives.ReadInt32LittleEndian(rest[(CacheKey.Bytes + sizeof(long))..]));
            if (place.Offset < 0 || place.Length < 0 || place.Offset + place.Length > start)
                throw new InvalidDataException();
            _index[CacheKey.Read(rest)] = place;
        }
    }

    private Place Append(BufferedStream output, byte[] entry)
    {
        output.Write(entry);
        Place place = new(_written, entry.Length);
        _written += entry.Length;
        return place;
    }

    private void WriteIndex(BufferedStream output)
    {
        byte[] index = new byte[_new.Count * IndexEntryBytes];
        Span<byte> rest = index;
        foreach ((CacheKey key, Place place) in _new)
        {
            key.Write(rest);
            BinaryPrimitives.WriteInt64LittleEndian(rest[CacheKey.Bytes..], place.Offset);
            BinaryPrimitives.WriteInt32LittleEndian(rest[(CacheKey.Bytes + sizeof(long))..], place.Length);
            rest = rest[IndexEntryBytes..];
        }

        Span<byte> tail = stackalloc byte[TailBytes];
        SHA256.HashData(index, tail);
        BinaryPrimitives.WriteInt64LittleEndian(tail[32..], _written);
        BinaryPrimitives.WriteUInt64LittleEndian(tail[40..], Magic);
        output.Write(index);
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

    private readonly record struct Place(long Offset, int Length);
}
