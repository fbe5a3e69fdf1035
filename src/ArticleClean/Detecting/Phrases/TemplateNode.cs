namespace ArticleClean.Detecting.Phrases;

/// <summary>A template as a tree.</summary>
internal abstract record TemplateNode
{
    /// <summary>A folded word.</summary>
    public sealed record Word(string Text) : TemplateNode;

    /// <summary>Any word with this folded beginning.</summary>
    public sealed record Prefix(string Text) : TemplateNode;

    /// <summary>A mark that must stand in the text.</summary>
    public sealed record Mark(char Character) : TemplateNode;

    /// <summary>A list of the pack, of the shared lexicon, or a slot, by name.</summary>
    public sealed record Name(string Text) : TemplateNode;

    /// <summary>One after the other.</summary>
    public sealed record Sequence(IReadOnlyList<TemplateNode> Items) : TemplateNode;

    /// <summary>One of; the empty sequence among them makes the choice optional.</summary>
    public sealed record Choice(IReadOnlyList<TemplateNode> Options, bool Optional) : TemplateNode;

    /// <summary>Up to so many tokens of any kind but the marks that end a sentence.</summary>
    public sealed record Gap(int Most) : TemplateNode;

    /// <summary>The first token of the segment, whatever marks stand before it.</summary>
    public sealed record Begin : TemplateNode;

    /// <summary>The last token of the segment, whatever marks stand after it.</summary>
    public sealed record Finish : TemplateNode;

    /// <summary>A regular expression over the segment's text; only in own rules.</summary>
    public sealed record Pattern(string Text) : TemplateNode;

    /// <summary>A name that was resolved: one of the sequences of a compiled list.</summary>
    public sealed record AnyOf(int List) : TemplateNode;

    /// <summary>A name that was resolved to a slot.</summary>
    public sealed record Slot(SlotKind Kind) : TemplateNode;
}
