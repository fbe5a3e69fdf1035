using System.Globalization;

namespace ArticleClean.Cli.Commands;

/// <summary>Counts of a run or a part of it.</summary>
internal sealed record Tally
{
    public static Tally None { get; } = new();

    /// <summary>Files.</summary>
    public int Done { get; init; }
    public int Skipped { get; init; }
    public int Failed { get; init; }

    /// <summary>Documents: files, or records of JSON Lines.</summary>
    public int Complete { get; init; }
    public int Truncated { get; init; }
    public int NotArticle { get; init; }
    public int Suspect { get; init; }
    public int BadRecords { get; init; }
    public long Words { get; init; }
    public long WordsRemoved { get; init; }

    /// <summary>The count of one cleaned document.</summary>
    public static Tally Of(CleanResult result) => new()
    {
        Complete = result.Status.Value == StatusValue.Complete ? 1 : 0,
        Truncated = result.Status.Value == StatusValue.Truncated ? 1 : 0,
        NotArticle = result.Status.Value == StatusValue.NotArticle ? 1 : 0,
        Suspect = result.Status.Value == StatusValue.Suspect ? 1 : 0,
        Words = result.Statistics.Words,
        WordsRemoved = result.Statistics.WordsRemoved,
    };

    public static Tally operator +(Tally a, Tally b) => new()
    {
        Done = a.Done + b.Done,
        Skipped = a.Skipped + b.Skipped,
        Failed = a.Failed + b.Failed,
        Complete = a.Complete + b.Complete,
        Truncated = a.Truncated + b.Truncated,
        NotArticle = a.NotArticle + b.NotArticle,
        Suspect = a.Suspect + b.Suspect,
        BadRecords = a.BadRecords + b.BadRecords,
        Words = a.Words + b.Words,
        WordsRemoved = a.WordsRemoved + b.WordsRemoved,
    };

    /// <summary>The summary's line.</summary>
    public string Summary(Files.Inputs inputs)
    {
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{Done} done, {Skipped} skipped, {Failed} failed; {Complete} complete, {Truncated} truncated, {NotArticle} not-article, {Suspect} suspect; {WordsRemoved} of {Words} words removed");
        if (BadRecords > 0)
            text += string.Create(CultureInfo.InvariantCulture, $"; {BadRecords} bad records");
        return text + inputs.LeftOut();
    }
}
