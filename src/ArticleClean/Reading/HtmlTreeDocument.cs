using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace ArticleClean.Reading;

/// <summary>The tree of a page, and what its making needs to know. Dispose it when its texts are read.</summary>
internal sealed class HtmlTreeDocument : HtmlTreeNode, IConstructableDocument, IDisposable
{
    private readonly List<HtmlTreeElement> _openTables = [];
    private HtmlTreeElement? _deepest;

    private HtmlTreeDocument(TextSource source)
        : base(null)
    {
        Source = source;
    }

    public TextSource Source { get; }

    /// <summary>The <c>html</c> element.</summary>
    public HtmlTreeElement? Root { get; private set; }

    /// <summary>The token whose elements are being made.</summary>
    public HtmlTokenPlace Token { get; set; }

    /// <summary>Depth of the innermost open element, as far as misnested markup lets it be known.</summary>
    public int OpenDepth => _deepest?.Depth ?? 0;

    public int OpenTemplates { get; private set; }

    /// <summary>Whether the innermost open element belongs to SVG or MathML.</summary>
    public bool IsInForeign => _deepest is not null && !_deepest.Flags.HasFlag(NodeFlags.HtmlMember);

    public bool IsInTable => _openTables.Count > 0;

    public override StringOrMemory NodeName => "#document";

    public override NodeFlags Flags => NodeFlags.None;

    public IDisposable? Builder { get; set; }

    public QuirksMode QuirksMode { get; set; }

    public IConstructableElement? Head { get; private set; }

    public IConstructableElement DocumentElement => Root!;

    public bool IsLoading => false;

    /// <summary>Parses a page as a browser with scripts does; nothing is thrown for any markup.</summary>
    public static HtmlTreeDocument Parse(string page)
    {
        HtmlParserOptions options = new()
        {
            // What stands in noscript is text for the tokenizer then, and not shown.
            IsScripting = true,
            SkipComments = true,
            SkipProcessingInstructions = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = HtmlTokenFilter.IsAsked,
            // HtmlTokenFilter bounds the depth, in a way that keeps the text in order.
            MaximumDepth = int.MaxValue,
        };
        TextSource source = new(new ReadOnlyMemoryTextSource(page));
        HtmlTreeFactory factory = new(new HtmlTreeDocument(source));
        HtmlParser parser = new(options, BrowsingContext.New(new Configuration([factory])));
        return parser.ParseDocument<HtmlTreeDocument, HtmlTreeElement>(source, new HtmlTokenFilter(source, factory).Filter);
    }

    public void Dispose()
    {
        Builder?.Dispose();
        Source.Dispose();
    }

    /// <summary>
    /// The builder puts what it fosters out of a table of a foreign tree at the document's end; it belongs before the
    /// innermost open table (WHATWG HTML, 13.2.6.1).
    /// </summary>
    public override void AddNode(IConstructableNode node)
    {
        if (node is not HtmlTreeElement element)
            return;
        if (Root is null)
        {
            Root = element;
            Insert(Count, element);
            return;
        }

        HtmlTreeElement? table = _openTables.Count > 0 ? _openTables[^1] : null;
        HtmlTreeNode parent = table?.Parent ?? Root;
        parent.Insert(table?.Parent is null ? parent.Count : parent.IndexOf(table), element);
    }

    public void Attached(HtmlTreeElement element, HtmlTreeNode parent)
    {
        element.Depth = parent is HtmlTreeElement above ? above.Depth + 1 : 0;
        _deepest = element;
    }

    public void Opened(HtmlTreeElement element)
    {
        switch (element.Tag.Role)
        {
            case HtmlRole.Table:
                _openTables.Add(element);
                break;
            case HtmlRole.Template:
                OpenTemplates++;
                break;
            case HtmlRole.Head:
                Head ??= element;
                break;
        }
    }

    public void Closed(HtmlTreeElement element)
    {
        if (_deepest is not null && element.Depth <= _deepest.Depth)
            _deepest = element.Parent as HtmlTreeElement;
        if (element.Tag.Role == HtmlRole.Table)
            _openTables.Remove(element);
        else if (element.Tag.Role == HtmlRole.Template)
            OpenTemplates--;
    }

    public void PerformMicrotaskCheckpoint()
    {
    }

    public void ProvideStableState()
    {
    }

    public void AddComment(ref StructHtmlToken token)
    {
    }

    public void TrackError(Exception exception)
    {
    }

    public Task WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    public Task FinishLoadingAsync() => Task.CompletedTask;

    public void ApplyManifest()
    {
    }

    public void Clear()
    {
    }
}

/// <summary>Where a start tag stands in the source; indices half-open.</summary>
/// <param name="Name">As the tree builder sees it.</param>
/// <param name="Tag">What the name stands for; null for one that no table has.</param>
internal readonly record struct HtmlTokenPlace(StringOrMemory Name, HtmlTag? Tag, int Start, int End);
