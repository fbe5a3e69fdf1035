using ArticleClean.Reading;

namespace ArticleClean;

/// <summary>How much evidence a removal needs.</summary>
public enum Stance
{
    /// <summary>Removes only what is sure; loses least.</summary>
    Careful,
    Balanced,
    /// <summary>Removes also what is only likely.</summary>
    Eager,
}

/// <summary>What is done with a segment of a category.</summary>
public enum CategoryAction
{
    Remove,
    /// <summary>Stays in the body and is not reported.</summary>
    Keep,
    /// <summary>Stays in the body and is listed under <c>flagged</c>.</summary>
    Flag,
}

/// <summary>Everything that changes what a cleaning decides; equal options and equal input give equal bytes.</summary>
public sealed record CleanOptions
{
    /// <summary>The defaults: balanced, every category removed, all built-in rules.</summary>
    public static CleanOptions Default { get; } = new();

    /// <summary>How much evidence a removal needs.</summary>
    public Stance Stance { get; init; } = Stance.Balanced;

    /// <summary>Actions of the categories that differ from <see cref="CategoryAction.Remove"/>.</summary>
    public IReadOnlyDictionary<Category, CategoryAction> Actions { get; init; } = NoActions.Instance;

    /// <summary>Ids of rules that are off, as sidecars name them (<c>en/tags.list</c>, <c>structure/headline</c>); <c>*</c> at the end matches any rest.</summary>
    public IReadOnlyList<string> RulesOff { get; init; } = [];

    /// <summary>Own rules beside the built-in packs: each a name for messages (a file's) and the pack's text.</summary>
    public IReadOnlyList<RuleSource> OwnRules { get; init; } = [];

    /// <summary>Whether the body of an HTML page keeps emphasis, links, lists and headings as Markdown.</summary>
    public bool Markdown { get; init; }

    /// <summary>Largest document that is read, in bytes; a larger one is a <see cref="UnreadableDocumentException"/>.</summary>
    public long MaxBytes { get; init; } = 64L << 20;

    internal CategoryAction ActionOf(Category category) =>
        Actions.Count > 0 && Actions.TryGetValue(category, out CategoryAction action) ? action : CategoryAction.Remove;
}

/// <summary>The text of a rule pack with the name that its messages use (<c>en.rules</c>).</summary>
public sealed record RuleSource(string Name, string Text);

/// <summary>What is known of a document besides its bytes.</summary>
public sealed record SourceHints
{
    /// <summary>The format, or null to tell it by <see cref="Name"/>'s extension, else by content.</summary>
    public DocumentFormat? Format { get; init; }

    /// <summary>A file name or relative path for messages and the sidecar; <c>-</c> for standard input.</summary>
    public string Name { get; init; } = "-";

    /// <summary>The page's address, when known.</summary>
    public string? Url { get; init; }

    /// <summary>A name of an encoding that overrides detection (<c>utf-8</c>, <c>utf-16le</c>, <c>utf-16be</c>, <c>windows-1252</c>, or any that .NET knows).</summary>
    public string? Encoding { get; init; }
}
