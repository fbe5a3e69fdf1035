using System.Collections.Immutable;

namespace ArticleClean.Reading;

/// <summary>The visible page as a flat list of blocks over a table of their enclosing elements.</summary>
/// <param name="Nodes">Elements on the paths of blocks, parents before children; node 0 is the root.</param>
/// <param name="Blocks">In document order; their spans in <see cref="Document.Text"/> are disjoint and hold everything but layout.</param>
/// <param name="Declared">What JSON-LD and meta elements say.</param>
public sealed record HtmlPage(ImmutableArray<HtmlNode> Nodes, ImmutableArray<HtmlBlock> Blocks, DeclaredMetadata Declared);

/// <summary>An element. <see cref="Parent"/> is an index into <see cref="HtmlPage.Nodes"/>, -1 for the root; <see cref="Names"/> holds class, id, role and itemprop words, blank-separated, lower case.</summary>
/// <param name="Place">Where its start tag stands in the source; that of the nearest ancestor that has one, else the start of the file.</param>
public readonly record struct HtmlNode(int Parent, string Tag, string Names, SourcePlace Place);

/// <summary>Byte offset of a start tag's <c>&lt;</c>, the offset after its <c>&gt;</c>, and 1-based line and column (code points).</summary>
public readonly record struct SourcePlace(int Start, int End, int Line, int Column);

/// <summary>A run of text that a browser shows as one block; may hold line breaks (<c>br</c>, <c>pre</c>).</summary>
/// <param name="Span">Half-open, without the layout's blank lines around it.</param>
/// <param name="Node">The innermost block-level element, an index into <see cref="HtmlPage.Nodes"/>.</param>
/// <param name="LinkLength">UTF-16 units of the span that stand inside links.</param>
/// <param name="LinkCount">Links that begin in the span.</param>
/// <param name="Marks">Inline markup in order of start, for Markdown and features.</param>
public readonly record struct HtmlBlock(TextSpan Span, int Node, int LinkLength, int LinkCount, ImmutableArray<InlineMark> Marks);

/// <summary>Inline markup: <c>a</c> with its address, <c>em</c>, <c>strong</c>, <c>code</c>, <c>button</c>, <c>time</c>.</summary>
public readonly record struct InlineMark(TextSpan Span, string Tag, string? Target);

/// <summary>What a page says about itself in JSON-LD, Open Graph and meta elements; evidence, never text of the body.</summary>
public sealed record DeclaredMetadata
{
    public static DeclaredMetadata None { get; } = new();

    public string? Title { get; init; }
    public string? Headline { get; init; }
    public string? Description { get; init; }
    public string? Author { get; init; }
    public string? Published { get; init; }
    public string? SiteName { get; init; }
    public string? CanonicalUrl { get; init; }
    public string? Language { get; init; }
    /// <summary>schema.org <c>isAccessibleForFree</c>, null when not said.</summary>
    public bool? IsAccessibleForFree { get; init; }
    /// <summary>JSON-LD <c>articleBody</c>, null when not said.</summary>
    public string? ArticleBody { get; init; }
    /// <summary>schema.org type of the main entity (<c>NewsArticle</c>), null when not said.</summary>
    public string? Type { get; init; }
}
