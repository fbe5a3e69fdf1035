namespace ArticleClean.Cli.Files;

/// <summary>Drops what was named a second time: <c>check scrapes scrapes/2024</c> is one look at each file.</summary>
internal static class SameFiles
{
    /// <summary>Keeps the first of the files with one full path. Links are files of their own. Needs 8 bytes a file.</summary>
    /// <param name="files">The files, in the order that they are worked on.</param>
    /// <param name="keepsNames">Whether the path below the folder that was named counts too.</param>
    public static void Drop(List<InputFile> files, bool keepsNames)
    {
        int[] hashes = new int[files.Count];
        int[] order = new int[files.Count];
        for (int i = 0; i < order.Length; i++)
        {
            hashes[i] = string.GetHashCode(FullPath(files[i]), RealPath.Comparison);
            order[i] = i;
        }

        Array.Sort(hashes, order);
        bool[] isAgain = new bool[files.Count];
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && hashes[end] == hashes[start])
                end++;
            if (end > start + 1)
                Mark(files, order.AsSpan(start, end - start), keepsNames, isAgain);
            start = end;
        }

        int kept = 0;
        for (int i = 0; i < files.Count; i++)
        {
            if (!isAgain[i])
                files[kept++] = files[i];
        }

        files.RemoveRange(kept, files.Count - kept);
    }

    /// <summary>Marks among files of one hash those that stand in the list before.</summary>
    private static void Mark(List<InputFile> files, Span<int> alike, bool keepsNames, bool[] isAgain)
    {
        alike.Sort();
        for (int i = 1; i < alike.Length; i++)
        {
            for (int earlier = 0; earlier < i && !isAgain[alike[i]]; earlier++)
                isAgain[alike[i]] = IsSame(files[alike[earlier]], files[alike[i]], keepsNames);
        }
    }

    private static bool IsSame(InputFile first, InputFile second, bool keepsNames) =>
        (!keepsNames || first.Relative == second.Relative) && string.Equals(FullPath(first), FullPath(second), RealPath.Comparison);

    private static string FullPath(InputFile file) => Path.GetFullPath(file.Path);
}
