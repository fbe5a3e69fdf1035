using System.Diagnostics;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>The packages are what they should be: the tool installs from its package alone and runs.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task The_tool_installs_from_the_packed_file_and_runs()
    {
        using Workplace place = new();
        await Dotnet("pack", Path.Join(Tool.Repository, "src", "ArticleClean.Cli"), "-c", "Release", "-o", place.PathOf("packages"), "-v", "q", "--nologo");
        string version = Writing.ToolInfo.LibraryVersion;
        Assert.True(place.Has($"packages/ArticleClean.Cli.{version}.nupkg"));

        await Dotnet("tool", "install", "ArticleClean.Cli", "--tool-path", place.PathOf("tool"), "--add-source", place.PathOf("packages"), "--version", version);

        place.With("in/a.txt", Workplace.Article);
        string program = place.PathOf(OperatingSystem.IsWindows() ? "tool/articleclean.exe" : "tool/articleclean");
        await Succeed(program, place.Folder, ["clean", "in", "-o", "out"]);
        await Succeed(program, place.Folder, ["restore", "out", "-o", "back"]);
        Assert.Equal(place.Bytes("in/a.txt"), place.Bytes("back/a.txt"));
        Assert.DoesNotContain("Subscribe", place.Read("out/a.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_packs_with_its_documentation()
    {
        using Workplace place = new();

        await Dotnet("pack", Path.Join(Tool.Repository, "src", "ArticleClean"), "-c", "Release", "-o", place.Folder, "-v", "q", "--nologo");

        using System.IO.Compression.ZipArchive package = await System.IO.Compression.ZipFile.OpenReadAsync(
            place.PathOf($"ArticleClean.{Writing.ToolInfo.LibraryVersion}.nupkg"));
        Assert.Contains(package.Entries, e => e.FullName == "lib/net10.0/ArticleClean.dll");
        Assert.Contains(package.Entries, e => e.FullName == "lib/net10.0/ArticleClean.xml");
        Assert.Contains(package.Entries, e => e.FullName == "README.md");
    }

    private static Task Dotnet(params string[] arguments) => Succeed("dotnet", Tool.Repository, arguments);

    private static async Task Succeed(string program, string folder, string[] arguments)
    {
        ProcessStartInfo info = new(program, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(info)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(10));
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{await output}\n{await error}");
    }
}
