namespace ArticleClean.Detecting;

/// <summary>The rules that stand in no pack: what the engines call their own findings.</summary>
internal static class EngineRules
{
    /// <summary>A segment under the heading of a block that goes.</summary>
    public const string HeadedBlock = "structure/headed-block";

    /// <summary>A segment that goes with its neighbours, without evidence of its own.</summary>
    public const string Run = "structure/run";

    /// <summary>Their ids, in ordinal order.</summary>
    public static readonly string[] Ids =
    [
        "artifact/entity", "artifact/invisible", "artifact/mojibake", "artifact/tag",
        "model/line",
        "reading/nul", "reading/undecodable",
        "structure/author-line", "structure/box-lines", "structure/box-paragraph", "structure/breadcrumb", "structure/byline", "structure/caption", "structure/comment-thread", "structure/copied-text", "structure/copy",
        "structure/credit", "structure/declared-title", "structure/hashtags", HeadedBlock, "structure/headline",
        "structure/initials", "structure/keep.broken-end", "structure/keep.data-rows", "structure/keep.inter-title",
        "structure/keep.kickers", "structure/keep.list", "structure/keep.live-entry", "structure/keep.live-stamps", "structure/keep.opening-word",
        "structure/keep.profile-opening", "structure/keep.short-lines", "structure/keep.speakers", "structure/keep.statement",
        "structure/keep.steps", "structure/keep.table", "structure/labelled-list", "structure/machine-line", "structure/menu-line", "structure/menu-run", "structure/menu-sections",
        "structure/player", "structure/price-table", Run, "structure/share-bar", "structure/stamped-list",
        "structure/standfirst", "structure/tag-list", "structure/teaser-run", "structure/timestamp", "structure/title-run",
    ];
}
