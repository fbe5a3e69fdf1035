using ArticleClean.Cli.Terminal;

namespace ArticleClean.Cli;

/// <summary>The failures that are expected, each with what the user reads.</summary>
internal static class Errors
{
    public static Failure NoPath() => new("name a file, a folder, a glob, or - for standard input");

    public static Failure NoSuchPath(string path) => new($"'{Name(path)}' does not exist");

    public static Failure NothingMatches(string pattern) => new($"nothing matches '{Name(pattern)}'");

    public static Failure NothingToDo() => new("no file to work on is left below what was named");

    public static Failure EverythingIgnored(int ignored) =>
        new($"no file to work on is left below what was named: ignore files leave out {(ignored == 1 ? "one entry" : $"{ignored} entries")} (--no-ignore takes them)");

    public static Failure StandardInputStandsAlone() => new("- for standard input cannot stand beside other paths");

    public static Failure OutputNeeded() => new("several inputs or a folder need -o FOLDER or --in-place");

    public static Failure OutputIsFile(string output) => new($"-o '{Name(output)}' is a file where a folder is needed");

    public static Failure OutputNameNeeded() => new("standard input has no name: -o needs the name of a file with an extension");

    public static Failure OutputAndInPlace() => new("-o and --in-place exclude each other");

    public static Failure InPlaceNeedsFiles() => new("--in-place cannot be used with standard input");

    public static Failure SidecarForOne() => new("--sidecar needs exactly one input that is a file or -");

    public static Failure SidecarInPlace() => new("--sidecar cannot be used with --in-place: the sidecar stands beside the file");

    public static Failure SidecarOfRecords(string path) =>
        new($"'{Name(path)}' is JSON Lines: each record carries its own account, and --sidecar has nothing to hold");

    public static Failure SidecarIsBody(string output) => new($"-o and --sidecar both name '{Name(output)}'");

    public static Failure InputInsideOutput(string input, string output) =>
        new($"'{Name(input)}' lies inside the output folder '{Name(output)}'");

    public static Failure Collision(string first, string second, string output) =>
        new($"'{Name(first)}' and '{Name(second)}' would both be written to '{Name(output)}'; nothing was written");

    public static Failure OutputExists(string output) =>
        new($"'{Name(output)}' exists; --resume goes on with an earlier run, --force overwrites");

    public static Failure OutputOfAnother(string output) =>
        new($"'{Name(output)}' exists and no sidecar tells of an earlier run that wrote it; move it away, or --force overwrites");

    public static Failure OutputIsInput(string output) =>
        new($"'{Name(output)}' is an input and is not overwritten; --in-place does that, with a sidecar");

    public static Failure ReportIsInput(string option, string output) =>
        new($"{option}: '{Name(output)}' is an input and is not overwritten; name another file");

    public static Failure NoLog(string file) =>
        new($"--log-file: '{Name(file)}' is there and is no log of this program; name another file");

    public static Failure ExplainsOneFile(string path) => new($"'{Name(path)}' is a folder; explain shows one text or page");

    public static Failure ExplainsNoRecords(string path) =>
        new($"'{Name(path)}' is JSON Lines; explain shows one text or page: give it that of one record through standard input (-)");

    public static Failure CannotRead(string path, Exception cause) => new($"'{Name(path)}' cannot be read: {Reason(cause)}", cause);

    public static Failure CannotWrite(string path, Exception cause) =>
        new($"'{Name(path)}' cannot be written: {(cause is DirectoryNotFoundException ? "its folder is none" : Reason(cause))}", cause);

    public static Failure CannotPrint(Exception cause) => new($"standard output cannot be written: {Reason(cause)}", cause);

    public static Failure TooLarge(string path, long bytes, long cap) =>
        new($"'{Name(path)}' has {bytes} bytes, over the cap of {cap} (--max-bytes)");

    public static Failure BadGzip(string path, Exception cause) => new($"'{Name(path)}' is no whole gzip file: {Reason(cause)}", cause);

    public static Failure Unreadable(string path, Exception cause)
    {
        string said = Said(path, cause.Message);
        return new($"'{Name(path)}'{(said.Length < cause.Message.Length ? " " : ": ")}{said}", cause);
    }

    public static Failure Unexpected(string path, Exception cause) =>
        new($"'{Name(path)}' could not be processed, which is a defect of this program: {cause.GetType().Name}: {OneLine.Escape(cause.Message)}", cause);

    /// <summary>What nobody foresaw; the trace is what a report of it needs.</summary>
    public static Failure Defect(Exception cause) => new($"a defect of this program: {cause}", cause);

    public static Failure InPlaceRefused(string path, string what) =>
        new($"'{Name(path)}' is {what} and cannot be cleaned in place; use -o");

    public static Failure ForeignSidecar(string path, string sidecar) =>
        new($"'{Name(path)}' does not match its sidecar '{Name(sidecar)}', which is the only way back to an original; move it away first");

    public static Failure BadOptionValue(string option, string value, string known) =>
        new($"{option}: '{Name(value)}' is not one of {known}");

    public static Failure BadBaseline(string file, string problem) => new($"{Name(file)}: no baseline: {OneLine.Escape(problem)}");

    public static Failure TwoBaselines() => new("--baseline and --write-baseline exclude each other");

    public static Failure StrictWithoutBaseline() => new("--strict-baseline needs --baseline");

    public static Failure BadSelector(string option, string value, string known) =>
        new($"{option}: '{Name(value)}' is no category or verdict (nor a rule, which has a /); known: {known}");

    public static Failure UnknownRule(string option, string value, IReadOnlyList<string> near) => new(near.Count == 0
        ? $"{option}: there is no rule '{Name(value)}'; 'articleclean rules list' lists them"
        : $"{option}: there is no rule '{Name(value)}'; near it: {string.Join(", ", near)}");

    public static Failure BadShare(string option, string value) => new($"{option}: '{Name(value)}' is not a share such as 40%");

    public static Failure StandardInputNameNeedsInput() => new("--stdin-filename needs - as the only path");

    public static Failure StatisticsFormat() => new("--statistics prints text or json; --output-file keeps a report of another format");

    public static Failure TwoActions(string category) => new($"'{category}' is given two actions");

    public static Failure BadNumber(string option, string value) => new($"{option}: '{Name(value)}' is not a number above 0");

    public static Failure BadCount(string option, string value) => new($"{option}: '{Name(value)}' is not a whole number from 0 up");

    public static Failure Configuration(string file, int line, string problem) => new($"{Name(file)}:{line}: {problem}");

    public static Failure BadRecords(string path, int count, IReadOnlyList<string> first)
    {
        string rest = count > first.Count ? $"; and {count - first.Count} more" : "";
        return new($"'{Name(path)}' has {(count == 1 ? "a bad record" : $"{count} bad records")}: {string.Join("; ", first)}{rest}");
    }

    public static Failure GzipForRecords(string output) => new($"'{Name(output)}': only JSON Lines are written as gzip");

    public static Failure BadRules(Exception cause) => new(OneLine.Escape(cause.Message), cause);

    public static Failure NoSuchRule(string id) => new($"there is no rule '{Name(id)}'; 'articleclean rules list' lists them");

    public static Failure NoSidecar(string body, string sidecar) => new($"'{Name(body)}' has no sidecar '{Name(sidecar)}'");

    public static Failure NothingToRestore(string folder) => new($"'{Name(folder)}' holds no sidecar and no JSON Lines file");

    public static Failure RestoreFolderNeedsOutput() => new("a folder is restored to another folder: -o FOLDER is needed");

    public static Failure NotRestorable(string path, Exception cause) => new($"'{Name(path)}' cannot be restored: {OneLine.Escape(cause.Message)}", cause);

    public static Failure NamelessSidecar(string path) => new($"'{Name(path)}' tells of no file: its paths have no name");

    public static Failure Exists(string output) => new($"'{Name(output)}' exists; --force overwrites");

    public static Failure NoGold() => new("nothing was scored: a gold is NAME.gold.txt beside NAME.txt or NAME.html, or the field gold of a JSON Lines record with text or html");

    public static Failure GoldWithoutInput(string gold) => new($"'{Name(gold)}' has no input beside it");

    public static Failure GoldIsNoInput(string gold) => new($"'{Name(gold)}' is a gold; name its input, their folder, or JSON Lines");

    public static Failure InputWithoutGold(string input, string gold) => new($"'{Name(input)}' has no gold '{Name(gold)}'");

    public static Failure BadGoldRecord(string path, long line, Exception cause) => new($"{Name(path)}:{line}: {OneLine.Escape(cause.Message)}", cause);

    /// <summary>What the reader said of a file, on one line, without the name that it began with.</summary>
    public static string Said(string path, string message)
    {
        int end = message.StartsWith('\'') ? message.IndexOf("' ", 1, StringComparison.Ordinal) : -1;
        bool isNamed = end > 0 && path.Replace(Path.DirectorySeparatorChar, '/').EndsWith(message[1..end], StringComparison.Ordinal);
        return OneLine.Escape(isNamed ? message[(end + 2)..] : message);
    }

    private static string Name(string path) => OneLine.Escape(path);

    /// <summary>The system's reason without the path, which the message names already.</summary>
    private static string Reason(Exception cause) => cause switch
    {
        FileNotFoundException or DirectoryNotFoundException => "it does not exist (any more)",
        UnauthorizedAccessException => "permission denied",
        PathTooLongException => "the name is too long",
        _ => OneLine.Escape(WithoutPath(cause.Message)),
    };

    // The system's messages end with the path: "No space left on device : '/full/path'".
    private static string WithoutPath(string message)
    {
        int path = message.IndexOf(" : '", StringComparison.Ordinal);
        return path > 0 ? message[..path] : message;
    }
}
