namespace ArticleClean.Writing;

/// <summary>The stable ids of statuses and kinds, as they stand in sidecars and records.</summary>
public static class StatusIds
{
    private static readonly string[] Values = ["complete", "truncated", "not-article", "suspect"];

    private static readonly string[] Kinds =
        ["bot-wall", "consent-wall", "login-wall", "error-page", "script-required", "listing", "empty"];

    public static string Id(this StatusValue value) => Values[(int)value];

    public static string Id(this NotArticleKind kind) => Kinds[(int)kind];

    /// <summary>Finds the status of an id; false when there is none.</summary>
    public static bool TryParse(string id, out StatusValue value)
    {
        int index = Array.IndexOf(Values, id);
        value = (StatusValue)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>Finds the kind of an id; false when there is none.</summary>
    public static bool TryParse(string id, out NotArticleKind kind)
    {
        int index = Array.IndexOf(Kinds, id);
        kind = (NotArticleKind)Math.Max(index, 0);
        return index >= 0;
    }
}
