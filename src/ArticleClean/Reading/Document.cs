using System.Collections.Immutable;

namespace ArticleClean.Reading;

/// <summary>What a document is made of.</summary>
public enum DocumentFormat
{
    Text,
    Html,
}

/// <summary>A document, decoded once and never edited.</summary>
public sealed record Document
{
    /// <summary>The source's name for messages and the sidecar.</summary>
    public required string Name { get; init; }

    /// <summary>The decoded text without BOM; for HTML what a browser shows, laid out in lines.</summary>
    public required string Text { get; init; }

    public required DocumentFormat Format { get; init; }

    /// <summary>The bytes as they came and how they map to <see cref="Text"/>.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The page's address as given or found, else null.</summary>
    public string? Url { get; init; }

    /// <summary>Host of <see cref="Url"/>, else of the page's canonical link or <c>og:url</c>, else null.</summary>
    public string? Site { get; init; }

    /// <summary>Blocks and declared metadata of an HTML page; null for text.</summary>
    public HtmlPage? Html { get; init; }

    /// <summary>What the reader has to say, as sentences (an unlikely encoding).</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];
}

/// <summary>A document that cannot be cleaned: too large, binary, or in an encoding that is not known.</summary>
public sealed class UnreadableDocumentException : Exception
{
    public UnreadableDocumentException() { }
    public UnreadableDocumentException(string message) : base(message) { }
    public UnreadableDocumentException(string message, Exception innerException) : base(message, innerException) { }
}
