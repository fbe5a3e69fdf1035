using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Schema;
using Xunit;

namespace ArticleClean.Cli.Tests;

/// <summary>
/// Each folder of <c>Cases</c> is a run: <c>cmd</c> is a shell script, <c>in</c> its folder's content before, and
/// <c>stdout</c>, <c>stderr</c>, <c>exitcode</c> and <c>out</c> (what is new or changed) what must come of it. With
/// <c>ARTICLECLEAN_RECORD=1</c> what came of it is recorded, and the differences are printed.
/// </summary>
public sealed partial class RecordedRuns(Xunit.Abstractions.ITestOutputHelper log)
{
    private static readonly string CasesFolder = Path.Join(Tool.Repository, "tests", "ArticleClean.Cli.Tests", "Cases");

    private static readonly DiffPlex.DiffBuilder.InlineDiffBuilder Differ = new(new DiffPlex.Differ());

    private static readonly Lazy<JSchema> SidecarSchema = new(() => JSchema.Parse(Tool.Run(CasesFolder, "schema").Text));

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static TheoryData<string> Cases()
    {
        TheoryData<string> cases = [];
        foreach (string folder in Directory.EnumerateDirectories(CasesFolder).Order(StringComparer.Ordinal))
            cases.Add(Path.GetFileName(folder));
        return cases;
    }

    [SkippableTheory]
    [MemberData(nameof(Cases))]
    public void A_recorded_run_goes_as_recorded(string name)
    {
        Skip.If(OperatingSystem.IsWindows(), "the commands are for a POSIX shell");
        string folder = Path.Join(CasesFolder, name);
        SortedDictionary<string, string> actual = Play(folder);
        SortedDictionary<string, string> expected = Recorded(folder);
        string difference = Difference(expected, actual);
        if (Environment.GetEnvironmentVariable("ARTICLECLEAN_RECORD") == "1")
        {
            Record(folder, expected, actual);
            log.WriteLine(difference);
        }
        else
        {
            Assert.True(difference.Length == 0, $"{name}: not as recorded (- recorded, + now)\n{difference}");
        }
    }

    /// <summary>Names that only some systems can hold are made by a run and gone at its end: a clone must not fail for them.</summary>
    [Fact]
    public void Every_system_can_hold_the_names_of_the_cases()
    {
        SearchValues<char> refused = SearchValues.Create("<>:\"|?*\\");
        foreach (string path in Directory.EnumerateFileSystemEntries(CasesFolder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetFileName(path);
            Assert.False(name.AsSpan().ContainsAny(refused) || name.Any(char.IsControl) || name[^1] is '.' or ' ', $"'{name}' of '{path}'");
        }
    }

    private static SortedDictionary<string, string> Play(string folder)
    {
        using Workplace place = new();
        string inputs = Path.Join(folder, "in");
        if (Directory.Exists(inputs))
        {
            foreach (string file in Directory.EnumerateFiles(inputs, "*", SearchOption.AllDirectories))
                place.With(Path.GetRelativePath(inputs, file), File.ReadAllBytes(file));
        }

        Dictionary<string, byte[]> before = place.Files().ToDictionary(f => f, place.Bytes, StringComparer.Ordinal);
        Ran ran = Tool.Shell(place.Folder, File.ReadAllText(Path.Join(folder, "cmd")));
        SortedDictionary<string, string> result = new(StringComparer.Ordinal)
        {
            ["stdout"] = Normal(ran.Text, place.Folder),
            ["stderr"] = Normal(ran.Error, place.Folder),
            ["exitcode"] = ran.ExitCode.ToString(CultureInfo.InvariantCulture) + "\n",
        };
        foreach (string file in place.Files())
        {
            byte[] bytes = place.Bytes(file);
            if (!before.TryGetValue(file, out byte[]? old) || !old.AsSpan().SequenceEqual(bytes))
                result[$"out/{file}"] = IsSidecar(file, bytes) ? NormalSidecar(bytes) : Normal(Latin(bytes), place.Folder);
        }

        return result;
    }

    private static SortedDictionary<string, string> Recorded(string folder)
    {
        SortedDictionary<string, string> recorded = new(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string name = Path.GetRelativePath(folder, file);
            if (name is "stdout" or "stderr" or "exitcode" || name.StartsWith("out/", StringComparison.Ordinal))
                recorded[name] = Latin(File.ReadAllBytes(file));
        }

        foreach (string name in (string[])["stdout", "stderr"])
            recorded.TryAdd(name, "");
        return recorded;
    }

    private static void Record(string folder, SortedDictionary<string, string> expected, SortedDictionary<string, string> actual)
    {
        foreach (string name in expected.Keys.Except(actual.Keys))
            File.Delete(Path.Join(folder, name));
        foreach ((string name, string text) in actual)
        {
            string path = Path.Join(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (text.Length == 0 && (name is "stdout" or "stderr"))
                File.Delete(path);
            else
                File.WriteAllBytes(path, Unlatin(text));
        }
    }

    private static string Difference(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual)
    {
        StringBuilder text = new();
        foreach (string name in expected.Keys.Union(actual.Keys).Order(StringComparer.Ordinal))
        {
            string? old = expected.GetValueOrDefault(name), now = actual.GetValueOrDefault(name);
            if (old == now)
                continue;
            text.AppendLine(CultureInfo.InvariantCulture, $"=== {name}{(old is null ? " (new)" : now is null ? " (gone)" : "")}");
            foreach (DiffPlex.DiffBuilder.Model.DiffPiece line in Differ.BuildDiffModel(old ?? "", now ?? "").Lines)
            {
                char sign = line.Type switch
                {
                    DiffPlex.DiffBuilder.Model.ChangeType.Inserted => '+',
                    DiffPlex.DiffBuilder.Model.ChangeType.Deleted => '-',
                    _ => ' ',
                };
                text.Append(sign).AppendLine(line.Text);
            }
        }

        return text.ToString();
    }

    // Outputs may be in any encoding: where they are not UTF-8 each byte stands for itself.
    private static string Latin(byte[] bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) ? Utf8.GetString(bytes) : "\u0001" + Encoding.Latin1.GetString(bytes);

    private static byte[] Unlatin(string text) => text.StartsWith('\u0001') ? Encoding.Latin1.GetBytes(text[1..]) : Utf8.GetBytes(text);

    private static string Normal(string text, string folder)
    {
        string normal = text.Replace(folder, "{folder}", StringComparison.Ordinal).Replace(Writing.ToolInfo.LibraryVersion, "{version}", StringComparison.Ordinal);
        normal = LogTime().Replace(normal, "\"Timestamp\":\"{time}\"");
        normal = Status().Replace(normal, "\"status\":\"{status}\"");
        normal = Confidence().Replace(normal, "\"confidence\":\"{confidence}\"");
        return Grounds().Replace(normal, "\"${list}\":[]");
    }

    /// <summary>Whether a file is a sidecar, which then fits the published schema.</summary>
    private static bool IsSidecar(string file, byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("{\n  \"version\": 1,\n  \"tool\""u8) || !Utf8.GetString(bytes).Contains("\n  \"removed\": [", StringComparison.Ordinal))
            return false;
        bool fits = Newtonsoft.Json.Linq.JObject.Parse(Utf8.GetString(bytes)).IsValid(SidecarSchema.Value, out IList<string> problems);
        Assert.True(fits, $"{file}: {string.Join('\n', problems)}");
        return true;
    }

    /// <summary>A sidecar without what changes with each new rule: hashes, language, status, confidences, reasons.</summary>
    private static string NormalSidecar(byte[] bytes)
    {
        JsonNode sidecar = JsonNode.Parse(bytes)!;
        sidecar["tool"] = "{tool}";
        sidecar["source"]!["language"] = "{language}";
        sidecar["status"] = "{status}";
        foreach (string list in (string[])["removed", "flagged"])
        {
            foreach (JsonNode? entry in sidecar[list]!.AsArray())
            {
                entry!["confidence"] = "{confidence}";
                entry["because"] = new JsonArray();
            }
        }

        return sidecar.ToJsonString(Indented) + "\n";
    }

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [GeneratedRegex("\"Timestamp\":\"[^\"]*\"", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex LogTime();

    [GeneratedRegex(@"""status"":\{[^}]*\}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Status();

    [GeneratedRegex("\"confidence\": ?[0-9.]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Confidence();

    [GeneratedRegex(@"""(?<list>reasons|because)"":\[[^\]]*\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Grounds();
}
