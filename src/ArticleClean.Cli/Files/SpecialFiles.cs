using System.Runtime.InteropServices;

namespace ArticleClean.Cli.Files;

/// <summary>Tells pipes, sockets and devices from files: to open one in a walk would wait for somebody who writes to it.</summary>
internal static partial class SpecialFiles
{
    // statx(2) of Linux; the layout of its answer is the same on every processor.
    private const int CurrentFolder = -100;
    private const uint AskType = 1;
    private const int AnswerBytes = 256;
    private const int ModeOffset = 28;
    private const int TypeMask = 0xF000;
    private const int RegularFile = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Whether a path, links followed, is neither a file nor a folder. What cannot be asked counts as a file, and fails by its name when it is read.</summary>
    public static bool Contains(string path)
    {
        if (!OperatingSystem.IsLinux())
            return false;
        Span<byte> answer = stackalloc byte[AnswerBytes];
        try
        {
            if (Ask(CurrentFolder, path, 0, AskType, ref MemoryMarshal.GetReference(answer)) != 0)
                return false;
        }
        catch (EntryPointNotFoundException)
        {
            return false; // a C library from before 2018
        }

        return (MemoryMarshal.Read<ushort>(answer[ModeOffset..]) & TypeMask) is not (RegularFile or Folder);
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Ask(int folder, string path, int flags, uint mask, ref byte answer);
}
