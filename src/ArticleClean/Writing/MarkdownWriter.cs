using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>
/// Adds to the body of a page the marks of Markdown (CommonMark 0.31): headings, lists, quotes, code, emphasis and links of
/// the blocks that stay. The marks are insertions; what they surround is the plain body, character by character.
/// </summary>
internal sealed class MarkdownWriter
{
    private readonly HtmlPage _page;
    private readonly string _text;
    private readonly Rows<Piece> _pieces;
    private readonly Rows<Change> _changes;
    private readonly MarkdownLinks _links;
    private readonly MarkdownLists _lists;
    private readonly List<(int At, Rank Rank, int Order, string Mark)> _marks = [];
    private int _asked;

    private MarkdownWriter(Document document, HtmlPage page, string text, Rows<Piece> pieces, Rows<Change> changes)
    {
        _page = page;
        _text = text;
        _pieces = pieces;
        _changes = changes;
        _links = new MarkdownLinks(document.Url);
        _lists = new MarkdownLists(page.Nodes);
    }

    /// <summary>What comes first of marks at one place.</summary>
    private enum Rank : byte
    {
        Close,
        AfterBlock,
        BeforeBlock,
        Open,
        Escape,
    }

    /// <summary>Adds the marks to the changes of a body, which stay in order and disjoint.</summary>
    public static void AddMarks(Document document, string text, Rows<Piece> pieces, Rows<Change> changes)
    {
        if (document.Html is { } page)
            new MarkdownWriter(document, page, text, pieces, changes).AddMarks();
    }

    private void AddMarks()
    {
        int piece = 0;
        int change = 0;
        int end = 0;
        bool wasItem = false;
        foreach (HtmlBlock block in _page.Blocks)
        {
            List<TextSpan> kept = KeptRuns(block.Span, ref piece);
            if (kept.Count == 0)
                continue;
            MarkdownItem? item = _lists.ItemOf(block.Node);
            bool isItem = item is { IsFirst: true };
            if (end > 0 && !(isItem && wasItem) && CountLineEnds(end, kept[0].Start, ref change) == 1)
                Add(kept[0].Start, Rank.BeforeBlock, "\n");
            AddBlock(block, kept, item);
            (end, wasItem) = (kept[^1].End, isItem);
        }

        Merge();
    }

    private void AddBlock(HtmlBlock block, List<TextSpan> kept, MarkdownItem? item)
    {
        (string tag, int quotes) = KindOf(block.Node);
        string quote = string.Concat(Enumerable.Repeat("> ", quotes));
        string indent = item?.Indent ?? "";
        string head = tag.Length == 2 && tag[0] == 'h' && char.IsAsciiDigit(tag[1]) ? new string('#', tag[1] - '0') + " " : "";
        Add(kept[0].Start, Rank.BeforeBlock, quote + (item?.Marker ?? "") + head);
        if (tag == "pre")
        {
            string fence = FenceFor(kept);
            Add(kept[0].Start, Rank.BeforeBlock, $"{fence}\n{quote}{indent}");
            Add(kept[^1].End, Rank.AfterBlock, $"\n{quote}{indent}{fence}");
        }

        foreach (TextSpan run in kept)
        {
            AddLineStarts(run, quote + indent, tag is not "pre" && head.Length == 0);
            if (tag == "pre")
                continue;
            AddInline(block, run);
            AddEscapes(block, run, startsLine: run == kept[0] && head.Length == 0);
        }
    }

    /// <summary>The runs of a block that stay, between its removed pieces.</summary>
    private List<TextSpan> KeptRuns(TextSpan block, ref int piece)
    {
        List<TextSpan> runs = [];
        bool isOpen = false;
        while (piece < _pieces.Count && _pieces[piece].Span.End <= block.Start)
            piece++;
        for (int i = piece; i < _pieces.Count && _pieces[i].Span.Start < block.End; i++)
        {
            if (_pieces[i].IsRemoved)
            {
                // What stands around a leftover is one run: its marks go on.
                isOpen &= _pieces[i].Rule is not null;
                continue;
            }

            if (isOpen)
                runs[^1] = TextSpan.FromBounds(runs[^1].Start, _pieces[i].Span.End);
            else
                runs.Add(_pieces[i].Span);
            isOpen = true;
        }

        return runs;
    }

    /// <summary>Line ends that the body will have in a gap of the text.</summary>
    private int CountLineEnds(int start, int end, ref int change)
    {
        int count = 0;
        int at = start;
        while (change < _changes.Count && _changes[change].Span.End <= start && _changes[change].Span.Start < start)
            change++;
        for (int i = change; i < _changes.Count && _changes[i].Span.Start < end; i++)
        {
            if (_changes[i].Span.Start > at)
                count += _text.AsSpan(at, _changes[i].Span.Start - at).Count('\n');
            at = Math.Max(at, _changes[i].Span.End);
        }

        return at < end ? count + _text.AsSpan(at, end - at).Count('\n') : count;
    }

    /// <summary>The block's own kind: the nearest heading, list item or preformatted element above its text; and the quotes around it.</summary>
    private (string Tag, int Quotes) KindOf(int node)
    {
        string tag = "";
        int quotes = 0;
        for (int i = node; i >= 0; i = _page.Nodes[i].Parent)
        {
            string name = _page.Nodes[i].Tag;
            if (tag.Length == 0 && name is "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "pre")
                tag = name;
            quotes += name == "blockquote" ? 1 : 0;
        }

        return (tag, Math.Min(quotes, MarkdownLists.MaxDepth));
    }

    /// <summary>Lines inside a block: quoted and indented like its first one, and broken for good.</summary>
    private void AddLineStarts(TextSpan run, string start, bool isBroken)
    {
        for (int i = run.Start; i < run.End; i++)
        {
            int found = _text.AsSpan(i, run.End - i).IndexOf('\n');
            if (found < 0)
                return;
            i += found;
            if (IsLeftOut(i))
                continue;
            if (isBroken)
                Add(i, Rank.AfterBlock, "\\");
            if (start.Length > 0)
                Add(i + 1, Rank.BeforeBlock, start);
        }
    }

    private void AddInline(HtmlBlock block, TextSpan run)
    {
        foreach (InlineMark mark in block.Marks)
        {
            TextSpan span = TextSpan.FromBounds(Math.Max(mark.Span.Start, run.Start), Math.Min(mark.Span.End, run.End));
            (string open, string close) = mark.Tag switch
            {
                "em" => ("*", "*"),
                "strong" => ("**", "**"),
                "code" => ("`", "`"),
                "a" when _links.Resolve(mark.Target) is { } target => ("[", $"]({target})"),
                _ => ("", ""),
            };
            if (open.Length == 0 || span.Length <= 0)
                continue;
            string inside = _text.Substring(span.Start, span.Length);
            if (mark.Tag == "code" && inside.Contains('`', StringComparison.Ordinal))
                (open, close) = ("`` ", " ``");
            Add(span.Start, Rank.Open, open);
            Add(span.End, Rank.Close, close);
        }
    }

    /// <summary>Characters that would be marks and are not.</summary>
    private void AddEscapes(HtmlBlock block, TextSpan run, bool startsLine)
    {
        int code = 0;
        for (int i = run.Start; i < run.End; i++)
        {
            while (code < block.Marks.Length && (block.Marks[code].Tag != "code" || block.Marks[code].Span.End <= i))
                code++;
            if (code < block.Marks.Length && block.Marks[code].Span.Start <= i)
            {
                i = Math.Min(block.Marks[code].Span.End, run.End) - 1;
                continue;
            }

            if (!IsLeftOut(i) && MarkdownEscapes.IsNeeded(_text.AsSpan(run.Start, run.Length), i - run.Start, startsLine))
                Add(i, Rank.Escape, "\\");
        }
    }

    /// <summary>Whether a character goes with a leftover. Quick where the characters are asked for in order.</summary>
    private bool IsLeftOut(int at)
    {
        while (_asked < _pieces.Count && _pieces[_asked].Span.End <= at)
            _asked++;
        while (_asked > 0 && _pieces[_asked - 1].Span.End > at)
            _asked--;
        return _asked < _pieces.Count && _pieces[_asked].IsRemoved && _pieces[_asked].Span.Start <= at;
    }

    private string FenceFor(List<TextSpan> kept)
    {
        string fence = "```";
        while (kept.Exists(run => _text.AsSpan(run.Start, run.Length).Contains(fence, StringComparison.Ordinal)))
            fence += "`";
        return fence;
    }

    /// <summary>Adds a mark; of those that close at one place the innermost, which came last, closes first.</summary>
    private void Add(int at, Rank rank, string mark)
    {
        if (mark.Length > 0)
            _marks.Add((at, rank, rank == Rank.Close ? -_marks.Count : _marks.Count, mark));
    }

    private void Merge()
    {
        List<(Change Change, int Rank, int Order)> all = [];
        foreach (Change change in _changes)
            all.Add((change, change.Span.Length > 0 ? int.MaxValue : (int)Rank.AfterBlock, 0));
        foreach ((int at, Rank rank, int order, string mark) in _marks)
            all.Add((new Change(new TextSpan(at, 0), ChangeKind.Replacement, mark, 0, 0), (int)rank, order));
        all.Sort(static (a, b) => (a.Change.Span.Start, a.Rank, a.Order).CompareTo((b.Change.Span.Start, b.Rank, b.Order)));
        _changes.Clear();
        foreach ((Change change, _, _) in all)
            _changes.Add(change);
    }
}
