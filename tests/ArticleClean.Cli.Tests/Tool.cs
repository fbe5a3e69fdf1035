using System.Diagnostics;
using System.Text;

namespace ArticleClean.Cli.Tests;

/// <summary>What a run printed and how it ended.</summary>
public sealed record Ran(byte[] Output, string Error, int ExitCode)
{
    public string Text => Encoding.UTF8.GetString(Output);
}

/// <summary>Runs the built program.</summary>
public static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly string Program = Path.Join(AppContext.BaseDirectory, "ArticleClean.Cli.dll");

    /// <summary>The repository's folder.</summary>
    public static string Repository { get; } = FindRepository();

    private static readonly Lazy<string> BinFolder = new(MakeBinFolder);

    /// <summary>Runs the program in a folder with standard input (empty by default).</summary>
    public static Ran Run(string folder, ReadOnlySpan<byte> input, params string[] arguments) =>
        Run(folder, input, "dotnet", ["exec", Program, .. arguments]);

    public static Ran Run(string folder, params string[] arguments) => Run(folder, [], arguments);

    /// <summary>Runs a shell script in a folder; the program is on its path as <c>articleclean</c>.</summary>
    public static Ran Shell(string folder, string script) => Run(folder, [], "sh", ["-c", script]);

    /// <summary>Starts the program and leaves it running.</summary>
    public static Process Start(string folder, params string[] arguments) =>
        Process.Start(StartInfo(folder, "dotnet", ["exec", Program, .. arguments]))!;

    /// <summary>The same with interrupts as a terminal leaves them: a test run in the background ignores them, and so would the program.</summary>
    public static Process StartWithSignals(string folder, params string[] arguments) =>
        Process.Start(OperatingSystem.IsLinux()
            ? StartInfo(folder, "env", ["--default-signal=INT", "dotnet", "exec", Program, .. arguments])
            : StartInfo(folder, "dotnet", ["exec", Program, .. arguments]))!;

    private static Ran Run(string folder, ReadOnlySpan<byte> input, string program, IReadOnlyList<string> arguments)
    {
        using Process process = Process.Start(StartInfo(folder, program, arguments))!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        using MemoryStream output = new();
        Task reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        try
        {
            process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program may end without reading its input.
        }

        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end");
        }

        reading.GetAwaiter().GetResult();
        return new Ran(output.ToArray(), error.GetAwaiter().GetResult(), process.ExitCode);
    }

    private static ProcessStartInfo StartInfo(string folder, string program, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo info = new(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        info.Environment["PATH"] = $"{BinFolder.Value}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}";
        info.Environment["LC_ALL"] = "C.UTF-8";
        info.Environment["XDG_CACHE_HOME"] = Path.Join(BinFolder.Value, "cache");
        info.Environment.Remove("NO_COLOR");
        return info;
    }

    private static string MakeBinFolder()
    {
        string folder = Directory.CreateTempSubdirectory("articleclean-bin-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        string script = Path.Join(folder, "articleclean");
        File.WriteAllText(script, $"#!/bin/sh\nexec dotnet exec '{Program}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return folder;
    }

    private static string FindRepository()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Join(folder, "ArticleClean.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException("The tests run from inside the repository.");
    }
}
