namespace ArticleClean.Reading;

/// <summary>
/// Walks a page's tree as a browser lays it out, in one pass with a stack of its own, and hands text and breaks to an
/// <see cref="HtmlBlockBuilder"/>.
/// </summary>
internal sealed class HtmlLayout(HtmlTreeDocument document, HtmlBlockBuilder blocks, bool showsHidden)
{
    private Frame[] _path = new Frame[64];
    private int _depth;
    private Measure _shown;
    private Measure _hidden;

    private enum Mode : byte
    {
        Shown,
        /// <summary>Not shown, and measured.</summary>
        Hidden,
        /// <summary>Looked through for declarations only.</summary>
        Skimmed,
    }

    /// <summary>An element on the path, the next of its children to visit, and what holds inside it.</summary>
    private struct Frame
    {
        public HtmlTreeElement Element;
        public int Next;
        public Mode Mode;
        public bool IsVerbatim;
    }

    /// <summary>Text in characters other than white space, so that scripts without spaces count alike.</summary>
    private record struct Measure(long All, long Prose)
    {
        /// <summary>A run of text without markup inside is prose from a dozen words on; labels and titles are mostly shorter.</summary>
        private const int MinProseLength = 60;

        public void Add(long length)
        {
            All += length;
            Prose += length >= MinProseLength ? length : 0;
        }
    }

    /// <summary>Scripts, <c>meta</c>, <c>link</c> and <c>title</c> elements in document order.</summary>
    public List<HtmlTreeElement> Declarations { get; } = [];

    /// <summary>
    /// Whether elements hidden by <c>hidden</c> or <c>display:none</c> held more running text than was shown: beside a hidden
    /// article, menus can be the larger part of what is shown. Where no running text is shown, all of the text counts.
    /// </summary>
    public bool IsMostlyHidden => _hidden.Prose > _shown.Prose || (_shown.Prose == 0 && _hidden.All > _shown.All);

    public void Walk()
    {
        if (document.Root is null)
            return;
        Enter(document.Root, Mode.Shown, false);
        while (_depth > 0)
        {
            ref Frame top = ref _path[_depth - 1];
            if (top.Next == top.Element.Count)
            {
                Leave(top.Element, top.Mode);
                _depth--;
                continue;
            }

            HtmlTreeNode child = top.Element[top.Next++];
            if (child is HtmlTreeText text)
                Read(text.Text, top.Mode, top.IsVerbatim);
            else
                Enter((HtmlTreeElement)child, top.Mode, top.IsVerbatim);
        }

        blocks.Break(HtmlBreak.Paragraph);
    }

    private void Read(ReadOnlySpan<char> text, Mode mode, bool isVerbatim)
    {
        if (mode == Mode.Hidden)
        {
            _hidden.Add(HtmlBlockBuilder.CountVisible(text));
        }
        else if (mode == Mode.Shown)
        {
            long before = blocks.VisibleLength;
            if (isVerbatim)
                blocks.AppendVerbatim(text);
            else
                blocks.Append(text);
            _shown.Add(blocks.VisibleLength - before);
        }
    }

    private void Enter(HtmlTreeElement element, Mode mode, bool isVerbatim)
    {
        HtmlTag tag = element.Tag;
        if (tag.Display == HtmlDisplay.None)
        {
            if (tag.Role == HtmlRole.Head)
                Push(element, Mode.Skimmed, false);
            else if (tag.Role is HtmlRole.Script or HtmlRole.Meta or HtmlRole.Link or HtmlRole.Title)
                Declarations.Add(element);
            return;
        }

        if (tag.Role == HtmlRole.Fallback && element.Has("data"))
            return;
        if (mode == Mode.Shown && !showsHidden && element.MayBeHidden && IsHidden(element))
            mode = Mode.Hidden;
        if (mode == Mode.Shown)
        {
            switch (tag.Display)
            {
                case HtmlDisplay.Break:
                    blocks.LineBreak();
                    return;
                case HtmlDisplay.Block:
                    blocks.Break(HtmlBreak.Line);
                    blocks.Container = element;
                    break;
                case HtmlDisplay.Paragraph or HtmlDisplay.Preformatted:
                    blocks.Break(MarginOf(element, blocks.Container));
                    blocks.Container = element;
                    break;
                case HtmlDisplay.Cell:
                    blocks.Cell(element);
                    break;
                default:
                    if (tag.Display == HtmlDisplay.Apart)
                        blocks.SetApart();
                    if (IsMarked(element))
                        blocks.BeginMark(tag.Mark!, element.TryGet("href", out ReadOnlySpan<char> target) ? target.ToString() : null);
                    break;
            }
        }

        Push(element, mode, isVerbatim || tag.Display is HtmlDisplay.Preformatted or HtmlDisplay.Verbatim);
    }

    private void Leave(HtmlTreeElement element, Mode mode)
    {
        if (mode != Mode.Shown)
            return;
        switch (element.Tag.Display)
        {
            case HtmlDisplay.Block:
                blocks.Break(HtmlBreak.Line);
                blocks.Container = ContainerAbove();
                break;
            case HtmlDisplay.Paragraph or HtmlDisplay.Preformatted:
                blocks.Container = ContainerAbove();
                blocks.Break(MarginOf(element, blocks.Container));
                break;
            case HtmlDisplay.Cell:
                blocks.SetApart();
                blocks.Container = ContainerAbove();
                break;
            default:
                if (IsMarked(element))
                    blocks.FinishMark(element.Tag.Mark!);
                if (element.Tag.Display == HtmlDisplay.Apart)
                    blocks.SetApart();
                break;
        }
    }

    private void Push(HtmlTreeElement element, Mode mode, bool isVerbatim)
    {
        if (_depth == _path.Length)
            Array.Resize(ref _path, _depth * 2);
        _path[_depth++] = new Frame { Element = element, Mode = mode, IsVerbatim = isVerbatim };
    }

    /// <summary>The innermost element above the top of the path that makes blocks.</summary>
    private HtmlTreeElement ContainerAbove()
    {
        int i = _depth - 2;
        while (i > 0 && _path[i].Element.Tag.Display is HtmlDisplay.Inline or HtmlDisplay.Apart or HtmlDisplay.Verbatim)
            i--;
        return _path[Math.Max(i, 0)].Element;
    }

    /// <summary>A list in an item of another has no margin (WHATWG HTML, 15.3.7).</summary>
    private static HtmlBreak MarginOf(HtmlTreeElement element, HtmlTreeElement? container) =>
        container?.Tag.Name == "li" && element.Tag.Name is "ul" or "ol"
            ? HtmlBreak.Line : HtmlBreak.Paragraph;

    /// <summary>Inline markup; an anchor that leads nowhere is none.</summary>
    private static bool IsMarked(HtmlTreeElement element) =>
        element.Tag.Mark is string mark && (mark != "a" || element.Has("href"));

    private static bool IsHidden(HtmlTreeElement element) =>
        element.Has("hidden") || (element.TryGet("style", out ReadOnlySpan<char> style) && IsDisplayNone(style));

    /// <summary>Whether the last <c>display</c> among a style's declarations is <c>none</c>.</summary>
    private static bool IsDisplayNone(ReadOnlySpan<char> style)
    {
        if (!style.Contains("none", StringComparison.OrdinalIgnoreCase))
            return false;
        bool isNone = false;
        foreach (Range range in style.Split(';'))
        {
            ReadOnlySpan<char> declaration = style[range];
            int colon = declaration.IndexOf(':');
            if (colon < 0 || !declaration[..colon].Trim().Equals("display", StringComparison.OrdinalIgnoreCase))
                continue;
            ReadOnlySpan<char> value = declaration[(colon + 1)..];
            int important = value.IndexOf('!');
            if (important >= 0)
                value = value[..important];
            isNone = value.Trim().Equals("none", StringComparison.OrdinalIgnoreCase);
        }

        return isNone;
    }
}
