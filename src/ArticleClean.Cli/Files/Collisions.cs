namespace ArticleClean.Cli.Files;

/// <summary>Finds two inputs that would be written to one name, before anything is written.</summary>
internal static class Collisions
{
    /// <summary>Throws a <see cref="Failure"/> that names both inputs. Needs 12 bytes a file.</summary>
    public static void Refuse(IReadOnlyList<InputFile> files, Destination destination)
    {
        if (destination.Kind is not (DestinationKind.Folder or DestinationKind.InPlace) || files.Count < 2)
            return;
        // The sidecar's name stands for both outputs: equal bodies have equal sidecars, and records share the folder with them.
        ulong[] hashes = new ulong[files.Count];
        int[] order = new int[files.Count];
        for (int i = 0; i < files.Count; i++)
        {
            hashes[i] = Hash(Key(files[i], destination));
            order[i] = i;
        }

        Array.Sort(hashes, order);
        for (int i = 1; i < hashes.Length; i++)
        {
            if (hashes[i] != hashes[i - 1])
                continue;
            InputFile first = files[Math.Min(order[i - 1], order[i])], second = files[Math.Max(order[i - 1], order[i])];
            if (string.Equals(Key(first, destination), Key(second, destination), RealPath.Comparison))
                throw Errors.Collision(first.Path, second.Path, Shared(first, second, destination));
        }
    }

    // Records have no sidecar, so only their body's name counts. In place, two links may lead to one file.
    private static string Key(InputFile file, Destination destination)
    {
        if (destination.Kind == DestinationKind.InPlace)
            return RealPath.Of(file.Path);
        string body = destination.Body(file);
        return FileNames.IsRecords(body) ? body : FileNames.Sidecar(body);
    }

    private static string Shared(InputFile first, InputFile second, Destination destination) =>
        destination.Kind == DestinationKind.InPlace || string.Equals(destination.Body(first), destination.Body(second), RealPath.Comparison)
            ? destination.Body(first)
            : destination.Sidecar(first)!;

    // FNV-1a over the UTF-16 units, of one case where the file system ignores case; collisions are compared in full.
    private static ulong Hash(string text)
    {
        bool ignoresCase = RealPath.Comparison == StringComparison.OrdinalIgnoreCase;
        ulong hash = 14695981039346656037;
        foreach (char c in text)
            hash = (hash ^ (ignoresCase ? char.ToUpperInvariant(c) : c)) * 1099511628211;
        return hash;
    }
}
