using System.Collections.Immutable;
using ArticleClean.Reading;

namespace ArticleClean;

/// <summary>The body of one document and the account of everything that was taken out of it.</summary>
public sealed record CleanResult
{
    /// <summary>The document that was cleaned.</summary>
    public required Document Document { get; init; }

    /// <summary>The body: in the source's encoding and with its BOM for text, UTF-8 for HTML.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The body as text, without BOM.</summary>
    public required string Text { get; init; }

    /// <summary>The document's language as an ISO 639-1 code; null when it was not recognised.</summary>
    public string? Language { get; init; }

    /// <summary>What is not in the body, in document order, disjoint from each other and from <see cref="Edits"/>.</summary>
    public required ImmutableArray<Removal> Removed { get; init; }

    /// <summary>What stayed in the body though it was named.</summary>
    public required ImmutableArray<Removal> Flagged { get; init; }

    /// <summary>Layout closed around removals, and replacements (entities, mojibake), in document order. Empty for HTML.</summary>
    public required ImmutableArray<Edit> Edits { get; init; }

    /// <summary>The verdict on the document.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Headline, byline, time and agencies.</summary>
    public required ArticleMetadata Metadata { get; init; }

    /// <summary>Counts of words.</summary>
    public required CleanStatistics Statistics { get; init; }
}

/// <summary>
/// A segment that was removed, lifted or flagged. <see cref="Start"/> and <see cref="End"/> are byte offsets in the
/// source, half-open; for HTML the place of the nearest enclosing element's start tag. Line and column are 1-based,
/// the column in code points. <see cref="At"/> is the byte offset in the body where it stood (or stands).
/// </summary>
public sealed record Removal(Category Category, long Start, long End, int Line, int Column, long At, string Text)
{
    /// <summary>Its category's action is <see cref="CategoryAction.Flag"/>.</summary>
    public const string FlaggedByAction = "flag";

    /// <summary>Doubtful, in a document over the cap on removals.</summary>
    public const string FlaggedByCap = "cap";

    /// <summary>An editor's note or a correction.</summary>
    public const string FlaggedAsNote = "note";

    /// <summary>The source's bytes, where <see cref="Text"/> does not encode back to them; else empty.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>How sure the removal is, in thousandths.</summary>
    public required int Confidence { get; init; }

    /// <summary>The claims that led to it, strongest first.</summary>
    public required ImmutableArray<Reason> Because { get; init; }

    /// <summary>For flagged segments, why it is listed: <c>flag</c>, <c>cap</c> or <c>note</c>; null for removed ones.</summary>
    public string? Flag { get; init; }
}

/// <summary>One claim behind a removal: the rule, what it saw (null for the model), and its weight in thousandths of log-odds.</summary>
public sealed record Reason(string Rule, string? Evidence, int Weight);

/// <summary>What an <see cref="Edit"/> mends.</summary>
public enum EditKind
{
    /// <summary>Line ends or blanks that a removal left over.</summary>
    Layout,
    /// <summary>A leftover of machinery that is replaced by what it stands for.</summary>
    Artifact,
}

/// <summary>A replacement in the text that is no removal of content; offsets as in <see cref="Removal"/>.</summary>
public sealed record Edit(EditKind Kind, long Start, long End, long At, string Original, string Replacement)
{
    /// <summary>The source's bytes, where <see cref="Original"/> does not encode back to them; else empty.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }
}

/// <summary>The four verdicts on a document.</summary>
public enum StatusValue
{
    Complete,
    Truncated,
    NotArticle,
    Suspect,
}

/// <summary>What a document is that is no article.</summary>
public enum NotArticleKind
{
    BotWall,
    ConsentWall,
    LoginWall,
    ErrorPage,
    ScriptRequired,
    Listing,
    Empty,
}

/// <summary>The verdict, its kind when it is no article, a confidence in thousandths, and the reasons as sentences.</summary>
public sealed record DocumentStatus(StatusValue Value, NotArticleKind? Kind, int Confidence, ImmutableArray<string> Reasons);

/// <summary>What is said about the article; <see cref="From"/> names for each field (<c>headline</c>, ...) where it came from.</summary>
public sealed record ArticleMetadata
{
    public static ArticleMetadata None { get; } = new();

    public string? Headline { get; init; }
    public string? Byline { get; init; }
    /// <summary>ISO 8601 where it could be read, else as it stood.</summary>
    public string? Published { get; init; }
    public ImmutableArray<string> Agency { get; init; } = [];
    /// <summary>The page's site: host of its address or of its canonical link, else null.</summary>
    public string? Site { get; init; }
    public IReadOnlyDictionary<string, string> From { get; init; } = new Dictionary<string, string>();
}

/// <summary>Words in the document (runs of letters and digits; Chinese, Japanese and Thai characters one by one) and words removed, by category in ordinal order of the ids.</summary>
public sealed record CleanStatistics(int Words, int WordsRemoved, IReadOnlyDictionary<string, int> ByCategory);
