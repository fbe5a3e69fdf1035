using System.Globalization;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Checking;

/// <summary>The verdicts on whole documents.</summary>
internal static class Verdicts
{
    public const string RulePrefix = "verdict/";

    public const string Truncated = "truncated";
    public const string NotArticle = "not-article";
    public const string Suspect = "suspect";
    public const string Empty = "empty";
    public const string MinWords = "min-words";
    public const string MaxRemoved = "max-removed";

    /// <summary>The ids of the verdicts, and of the kinds of what is no article.</summary>
    public static readonly string[] Ids =
    [
        Truncated, NotArticle, Suspect, Empty, MinWords, MaxRemoved,
        "bot-wall", "consent-wall", "login-wall", "error-page", "script-required", "listing",
    ];

    public static bool IsRule(string rule) => rule.StartsWith(RulePrefix, StringComparison.Ordinal);

    /// <summary>The verdicts that hold for a document.</summary>
    public static IEnumerable<CheckFinding> Of(Judgement judgement, CheckLimits limits)
    {
        DocumentStatus status = judgement.Status;
        string because = status.Reasons.IsEmpty ? "" : $": {status.Reasons[0]}";
        switch (status.Value)
        {
            case StatusValue.Truncated:
                yield return Verdict(Truncated, Truncated, $"the rest of the article is not there{because}", status.Confidence);
                break;
            case StatusValue.Suspect:
                yield return Verdict(Suspect, Suspect, $"too much of it is doubtful to decide{because}", status.Confidence);
                break;
            case StatusValue.NotArticle:
                string kind = status.Kind?.Id() ?? NotArticle;
                yield return Verdict(NotArticle, kind, $"no article but {NameOf(status.Kind)}{because}", status.Confidence);
                break;
        }

        if (judgement.BodyWords == 0 && status.Kind != NotArticleKind.Empty)
            yield return Verdict(Empty, Empty, "no word is left as the body", status.Confidence);
        if (judgement.BodyWords < limits.MinWords)
            yield return Verdict(MinWords, MinWords, Invariant($"the body has {judgement.BodyWords} words, fewer than {limits.MinWords}"), Certain);
        if (limits.MaxRemovedPercent is { } most && judgement.WordsRemoved * 100m > most * judgement.Words)
        {
            decimal share = judgement.WordsRemoved * 100m / judgement.Words;
            yield return Verdict(
                MaxRemoved, MaxRemoved, Invariant($"{share:0.#} % of its {judgement.Words} words would go, more than {most:0.#} %"), Certain);
        }
    }

    private const int Certain = 1000;

    private static CheckFinding Verdict(string category, string rule, string message, int confidence) =>
        new() { Category = category, Rule = RulePrefix + rule, Message = message, Confidence = confidence };

    private static string NameOf(NotArticleKind? kind) => kind switch
    {
        NotArticleKind.BotWall => "a check for robots",
        NotArticleKind.ConsentWall => "a page that asks for consent",
        NotArticleKind.LoginWall => "a page that asks to log in",
        NotArticleKind.ErrorPage => "an error page",
        NotArticleKind.ScriptRequired => "a page that needs a script",
        NotArticleKind.Listing => "a list of articles",
        NotArticleKind.Empty => "an empty document",
        _ => "something else",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Limits that make verdicts of their own. <see cref="MinWords"/> 0 and <see cref="MaxRemovedPercent"/> null: no limit.</summary>
internal sealed record CheckLimits(long MinWords, decimal? MaxRemovedPercent)
{
    /// <summary>Whether findings of a category can come up at all.</summary>
    public bool Allow(string category) => category switch
    {
        Verdicts.MinWords => MinWords > 0,
        Verdicts.MaxRemoved => MaxRemovedPercent is not null,
        _ => true,
    };
}
