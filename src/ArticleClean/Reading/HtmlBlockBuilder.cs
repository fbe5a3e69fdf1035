using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;

namespace ArticleClean.Reading;

/// <summary>What stands between two blocks.</summary>
internal enum HtmlBreak : byte
{
    None,
    /// <summary>A line end.</summary>
    Line,
    /// <summary>A blank line.</summary>
    Paragraph,
}

/// <summary>
/// Collects the text of a page with the white space collapsed as a browser does (CSS Text 3, 4.1.1), cut into blocks with
/// their inline marks.
/// </summary>
internal sealed class HtmlBlockBuilder(HtmlNodeTable nodes)
{
    private readonly List<HtmlBlock> _blocks = [];
    private readonly List<InlineMark> _marks = [];
    private readonly List<OpenMark> _open = [];
    private readonly StringBuilder _verbatim = new();

    private char[] _text = new char[16 * 1024];
    private int _length;

    private bool _isInBlock;
    private int _beforeBlock;
    private int _blockStart;
    private int _blockLinks;
    private HtmlBreak _blockBreak;
    private HtmlTreeElement? _blockContainer;

    private HtmlBreak _break;
    private bool _space;
    private bool _lineEnd;

    /// <summary>An open mark; nested ones of its tag are counted, the outermost is recorded.</summary>
    private struct OpenMark
    {
        public string Tag;
        public string? Target;
        public int Nested;
        /// <summary>Index into the block's marks, -1 before its first character in the block.</summary>
        public int Index;
        /// <summary>It has text in an earlier block.</summary>
        public bool IsContinued;
    }

    /// <summary>Characters other than white space.</summary>
    public long VisibleLength { get; private set; }

    /// <summary>The innermost element that makes blocks.</summary>
    public HtmlTreeElement? Container { get; set; }

    public ImmutableArray<HtmlBlock> Blocks => [.. _blocks];

    public string Text => new(_text, 0, _length);

    /// <summary>Characters other than those that a browser collapses.</summary>
    public static int CountVisible(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
            count += IsCollapsible(c) ? 0 : 1;
        return count;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length;)
        {
            if (IsCollapsible(text[i]))
            {
                _space = true;
                i++;
                continue;
            }

            // A run ends before white space that is not a single blank between two words.
            int end = i + 1;
            int blanks = 0;
            for (; end < text.Length; end++)
            {
                if (!IsCollapsible(text[end]))
                    continue;
                if (text[end] != ' ' || end + 1 == text.Length || IsCollapsible(text[end + 1]))
                    break;
                blanks++;
            }

            Place(text[i..end], blanks);
            i = end;
        }
    }

    /// <summary>Text whose white space counts; at the edges of a block it goes nevertheless.</summary>
    public void AppendVerbatim(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length;)
        {
            int end = i;
            while (end < text.Length && !IsCollapsible(text[end]))
                end++;
            if (end > i)
                Place(text[i..end], 0);
            for (i = end; i < text.Length && IsCollapsible(text[i]); i++)
            {
                if (_isInBlock)
                    _verbatim.Append(text[i] is '\r' or '\f' ? '\n' : text[i]);
            }
        }
    }

    /// <summary>A blank between what came and what comes, if no white space stands there.</summary>
    public void SetApart() => _space = true;

    public void LineBreak()
    {
        if (_isInBlock && !_lineEnd)
            _lineEnd = true;
        else
            Break(HtmlBreak.Paragraph);
    }

    /// <summary>Ends the block, if one is there, and sets how far the next one stands off.</summary>
    public void Break(HtmlBreak kind)
    {
        if (_isInBlock)
            EndBlock();
        if (kind > _break)
            _break = kind;
    }

    /// <summary>Begins a table cell: on the line of the cell before it, as long as neither holds blocks.</summary>
    public void Cell(HtmlTreeElement cell)
    {
        if (_isInBlock)
        {
            ForgetWhiteSpace();
            _space = true;
            _blockContainer = cell.Parent as HtmlTreeElement ?? cell;
        }

        Container = cell;
    }

    public void BeginMark(string tag, string? target)
    {
        foreach (ref OpenMark open in CollectionsMarshal.AsSpan(_open))
        {
            if (open.Tag == tag)
            {
                open.Nested++;
                return;
            }
        }

        _open.Add(new OpenMark { Tag = tag, Target = target, Index = -1 });
    }

    public void FinishMark(string tag)
    {
        Span<OpenMark> open = CollectionsMarshal.AsSpan(_open);
        for (int i = open.Length - 1; i >= 0; i--)
        {
            if (open[i].Tag != tag)
                continue;
            if (open[i].Nested > 0)
            {
                open[i].Nested--;
                return;
            }

            EndMark(ref open[i]);
            _open.RemoveAt(i);
            return;
        }
    }

    // Carriage returns come from character references only: the tokenizer turns those of the source into line feeds.
    private static bool IsCollapsible(char c) => c is ' ' or '\n' or '\t' or '\r' or '\f';

    private void Place(ReadOnlySpan<char> run, int blanks)
    {
        int needed = _length + run.Length + _verbatim.Length + 2;
        if (needed > _text.Length)
            Array.Resize(ref _text, Math.Max(needed, _text.Length * 2));
        if (!_isInBlock)
            BeginBlock();
        else if (_lineEnd)
            _text[_length++] = '\n';
        else if (_verbatim.Length > 0)
            PlaceVerbatim();
        else if (_space)
            _text[_length++] = ' ';
        ForgetWhiteSpace();
        if (_open.Count > 0)
            BeginMarks();
        run.CopyTo(_text.AsSpan(_length));
        _length += run.Length;
        VisibleLength += run.Length - blanks;
    }

    private void PlaceVerbatim()
    {
        _verbatim.CopyTo(0, _text.AsSpan(_length), _verbatim.Length);
        _length += _verbatim.Length;
    }

    private void ForgetWhiteSpace()
    {
        _space = false;
        _lineEnd = false;
        _verbatim.Clear();
    }

    private void BeginBlock()
    {
        _beforeBlock = _length;
        if (_length > 0)
        {
            _text[_length++] = '\n';
            if (_break == HtmlBreak.Paragraph)
                _text[_length++] = '\n';
        }

        _isInBlock = true;
        _blockStart = _length;
        _blockLinks = 0;
        _blockBreak = _break;
        _blockContainer = Container;
        _break = HtmlBreak.None;
    }

    private void EndBlock()
    {
        foreach (ref OpenMark open in CollectionsMarshal.AsSpan(_open))
            EndMark(ref open);
        ForgetWhiteSpace();
        _isInBlock = false;

        // No-break spaces alone hold a place on the page and nothing else.
        if (_text.AsSpan(_blockStart, _length - _blockStart).IsWhiteSpace())
        {
            _length = _beforeBlock;
            _break = _blockBreak;
        }
        else
        {
            int linked = 0;
            foreach (InlineMark mark in _marks)
                linked += mark.Tag == "a" ? mark.Span.Length : 0;
            _blocks.Add(new HtmlBlock(
                TextSpan.FromBounds(_blockStart, _length), nodes.IndexOf(_blockContainer!), linked, _blockLinks, [.. _marks]));
        }

        _marks.Clear();
    }

    private void BeginMarks()
    {
        foreach (ref OpenMark open in CollectionsMarshal.AsSpan(_open))
        {
            if (open.Index >= 0)
                continue;
            open.Index = _marks.Count;
            _marks.Add(new InlineMark(new TextSpan(_length, 0), open.Tag, open.Target));
            if (open.Tag == "a" && !open.IsContinued)
                _blockLinks++;
        }
    }

    private void EndMark(ref OpenMark open)
    {
        if (open.Index < 0)
            return;
        InlineMark mark = _marks[open.Index];
        _marks[open.Index] = mark with { Span = TextSpan.FromBounds(mark.Span.Start, _length) };
        open.Index = -1;
        open.IsContinued = true;
    }
}
