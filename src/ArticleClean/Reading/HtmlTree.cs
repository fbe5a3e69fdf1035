using System.Collections;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace ArticleClean.Reading;

/// <summary>
/// A node of the page's tree. AngleSharp's tree builder makes it instead of AngleSharp's own DOM, which costs several
/// times as much and knows no end of a tag. Text stays a slice of the tokenizer's buffer until the document is disposed.
/// </summary>
internal abstract class HtmlTreeNode : IConstructableNode, IConstructableNodeList
{
    private HtmlTreeNode[] _children = [];

    /// <summary>Makes a node of a document; the document itself has none.</summary>
    protected HtmlTreeNode(HtmlTreeDocument? document) => Document = document ?? (HtmlTreeDocument)this;

    public HtmlTreeDocument Document { get; }

    public HtmlTreeNode? Parent { get; private set; }

    public int Count { get; private set; }

    public HtmlTreeNode this[int index] => _children[index];

    public abstract StringOrMemory NodeName { get; }

    public abstract NodeFlags Flags { get; }

    IConstructableNode? IConstructableNode.Parent
    {
        get => Parent;
        set => Parent = (HtmlTreeNode?)value;
    }

    IConstructableNodeList IConstructableNode.ChildNodes => this;

    int IConstructableNodeList.Length => Count;

    IConstructableNode IConstructableNodeList.this[int index] => _children[index];

    void IConstructableNodeList.Clear() => Count = 0;

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator() =>
        _children.Take(Count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _children.Take(Count).GetEnumerator();

    void IConstructableNode.RemoveFromParent() => Parent?.Remove(this);

    void IConstructableNode.RemoveChild(IConstructableNode childNode) => Remove((HtmlTreeNode)childNode);

    void IConstructableNode.RemoveNode(int idx, IConstructableNode childNode) => RemoveAt(idx);

    void IConstructableNode.InsertNode(int idx, IConstructableNode childNode) => Insert(idx, (HtmlTreeNode)childNode);

    public virtual void AddNode(IConstructableNode node) => Insert(Count, (HtmlTreeNode)node);

    public void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false) => InsertText(Count, text, emitWhiteSpaceOnly);

    public virtual void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false) =>
        Insert(idx, new HtmlTreeText(Document, text));

    /// <summary>The index of a child, looked for from the end; -1 when there is none.</summary>
    public int IndexOf(HtmlTreeNode child) => Array.LastIndexOf(_children, child, Count - 1, Count);

    public void Insert(int index, HtmlTreeNode child)
    {
        if (Count == _children.Length)
            Array.Resize(ref _children, Math.Max(2, Count * 2));
        if (index < Count)
            Array.Copy(_children, index, _children, index + 1, Count - index);
        _children[index] = child;
        Count++;
        child.Parent = this;
        if (child is HtmlTreeElement element)
            Document.Attached(element, this);
    }

    private void Remove(HtmlTreeNode child)
    {
        int index = Count == 0 ? -1 : IndexOf(child);
        if (index >= 0)
            RemoveAt(index);
    }

    private void RemoveAt(int index)
    {
        _children[index].Parent = null;
        Count--;
        Array.Copy(_children, index + 1, _children, index, Count - index);
        _children[Count] = null!;
    }
}

/// <summary>A run of text.</summary>
internal sealed class HtmlTreeText(HtmlTreeDocument document, StringOrMemory text) : HtmlTreeNode(document)
{
    public ReadOnlySpan<char> Text => text.Memory.Span;

    public override StringOrMemory NodeName => "#text";

    public override NodeFlags Flags => NodeFlags.None;
}

/// <summary>An element with the attributes that the reader asks for.</summary>
internal class HtmlTreeElement(HtmlTreeDocument document, HtmlTag tag) :
    HtmlTreeNode(document), IConstructableElement, IConstructableNamedNodeMap, IConstructableSvgElement,
    IConstructableMathElement, IConstructableMetaElement, IConstructableFrameElement, IConstructableFormElement
{
    private const string HtmlUri = "http://www.w3.org/1999/xhtml";
    private const string SvgUri = "http://www.w3.org/2000/svg";
    private const string MathUri = "http://www.w3.org/1998/Math/MathML";

    private HtmlAttribute[] _attributes = [];

    public HtmlTag Tag { get; } = tag;

    /// <summary>Index of the start tag's <c>&lt;</c> in the source, -1 for an element without a tag of its own.</summary>
    public int Start { get; init; } = -1;

    /// <summary>Index after the start tag's <c>&gt;</c>.</summary>
    public int End { get; init; }

    /// <summary>Elements above it.</summary>
    public int Depth { get; set; }

    /// <summary>Index into the page's nodes, -1 as long as no block stands below the element.</summary>
    public int Node { get; set; } = -1;

    /// <summary>It has an attribute that may hide it.</summary>
    public bool MayBeHidden { get; private set; }

    public override StringOrMemory NodeName => Tag.BuilderName;

    public override NodeFlags Flags => Tag.Flags;

    public StringOrMemory LocalName => Tag.BuilderName;

    public StringOrMemory Prefix => default;

    public StringOrMemory NamespaceUri =>
        Flags.HasFlag(NodeFlags.HtmlMember) ? HtmlUri : Flags.HasFlag(NodeFlags.SvgMember) ? SvgUri : MathUri;

    public ISourceReference? SourceReference { get; set; }

    public IConstructableNamedNodeMap Attributes => this;

    int IConstructableNamedNodeMap.Length => _attributes.Length;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] =>
        Array.FindIndex(_attributes, attribute => attribute.Name == name) is >= 0 and int index ? _attributes[index] : null;

    bool IConstructableNamedNodeMap.SameAs(IConstructableNamedNodeMap? attributes) =>
        attributes is HtmlTreeElement other && _attributes.AsSpan().SequenceEqual(other._attributes);

    /// <summary>The value of an attribute; false when the element lacks it or the reader never asks for it.</summary>
    public bool TryGet(string name, out ReadOnlySpan<char> value)
    {
        foreach (ref readonly HtmlAttribute attribute in _attributes.AsSpan())
        {
            if (attribute.Name.Memory.Span.SequenceEqual(name))
            {
                value = attribute.Value.Memory.Span;
                return true;
            }
        }

        value = default;
        return false;
    }

    public bool HasAttributes => _attributes.Length > 0;

    public bool Has(string name) => TryGet(name, out _);

    public void SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => SetOwnAttribute(name, value);

    public void SetOwnAttribute(StringOrMemory name, StringOrMemory value) => _attributes = [.. _attributes, new HtmlAttribute(name, value)];

    public StringOrMemory GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) =>
        Array.Find(_attributes, attribute => attribute.Name == localName).Value;

    public bool HasAttribute(StringOrMemory name) => Array.Exists(_attributes, attribute => attribute.Name == name);

    public void SetAttributes(StructAttributes tagAttributes)
    {
        int count = tagAttributes.Count;
        if (count == 0)
            return;
        int first = _attributes.Length;
        Array.Resize(ref _attributes, first + count);
        for (int i = 0; i < count; i++)
        {
            StringOrMemory name = tagAttributes[i].Name;
            _attributes[first + i] = new HtmlAttribute(name, tagAttributes[i].Value);
            MayBeHidden |= name.Memory.Span is "style" or "hidden";
        }
    }

    public void SetupElement() => Document.Closed(this);

    public void AddComment(ref StructHtmlToken token)
    {
    }

    public void Handle()
    {
    }

    public IConstructableNode ShallowCopy() => new HtmlTreeElement(Document, Tag) { _attributes = _attributes, MayBeHidden = MayBeHidden };
}

/// <summary>A script, which the tree builder asks to run: it never does.</summary>
internal sealed class HtmlTreeScript(HtmlTreeDocument document, HtmlTag tag) : HtmlTreeElement(document, tag), IConstructableScriptElement
{
    public bool Prepare(IConstructableDocument document) => false;

    public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>A template; its content stays below it, where nobody looks.</summary>
internal sealed class HtmlTreeTemplate(HtmlTreeDocument document, HtmlTag tag) : HtmlTreeElement(document, tag), IConstructableTemplateElement
{
    public void PopulateFragment()
    {
    }
}

/// <summary>An attribute as the source has it, entities resolved.</summary>
internal readonly record struct HtmlAttribute(StringOrMemory Name, StringOrMemory Value) : IConstructableAttr
{
    StringOrMemory IConstructableAttr.Value
    {
        get => Value;
        set => throw new NotSupportedException("An attribute of a page is not changed.");
    }
}
