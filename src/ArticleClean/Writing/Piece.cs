using ArticleClean.Deciding;
using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Writing;

/// <summary>A stretch of the text that stays or goes as a whole; white space around it belongs to no piece.</summary>
/// <param name="Span">In <see cref="Document.Text"/>, not empty.</param>
/// <param name="Segment">The segment it belongs to, -1 for none.</param>
/// <param name="IsRemoved">Whether it goes.</param>
/// <param name="Rule">Why it goes though its segment stays: a leftover inside it; else null.</param>
internal readonly record struct Piece(TextSpan Span, int Segment, bool IsRemoved, string? Rule);

/// <summary>Cuts a decided document into pieces: removed segments whole, kept ones around the leftovers inside them.</summary>
internal sealed class PieceCutter
{
    /// <summary>Bytes that are no character of the document's encoding.</summary>
    public const string UndecodableRule = "reading/undecodable";

    /// <summary>NUL characters; a text with many of them is refused as binary.</summary>
    public const string NulRule = "reading/nul";

    private readonly string _text;
    private readonly Document _document;
    private readonly IReadOnlyList<InlineEdit> _edits;
    private readonly Rows<Piece> _pieces = new();
    private readonly Rows<Hole> _holes = new(4);
    private int _edit;

    private PieceCutter(Document document, IReadOnlyList<InlineEdit> edits)
    {
        _document = document;
        _text = document.Text;
        _edits = edits;
    }

    /// <summary>The pieces in order, disjoint; everything between them is white space.</summary>
    public static Rows<Piece> Cut(Decision decision)
    {
        PieceCutter cutter = new(decision.Document.Document, decision.InlineEdits);
        int end = 0;
        Segment[] segments = decision.Document.Segments;
        for (int i = 0; i < segments.Length; i++)
        {
            TextSpan span = segments[i].Span;
            cutter.AddKept(TextSpan.FromBounds(end, span.Start), -1);
            if (decision.Verdicts[i].Fate == Fate.Remove)
                cutter._pieces.Add(new Piece(span, i, true, null));
            else
                cutter.AddKept(span, i);
            end = span.End;
        }

        cutter.AddKept(TextSpan.FromBounds(end, cutter._text.Length), -1);
        return cutter._pieces;
    }

    private void AddKept(TextSpan span, int segment)
    {
        FindHoles(span);
        int start = span.Start;
        foreach ((TextSpan hole, string rule) in _holes)
        {
            AddTrimmed(TextSpan.FromBounds(start, hole.Start), segment);
            _pieces.Add(new Piece(hole, segment, true, rule));
            start = hole.End;
        }

        AddTrimmed(TextSpan.FromBounds(start, span.End), segment);
    }

    private void AddTrimmed(TextSpan span, int segment)
    {
        ReadOnlySpan<char> part = _text.AsSpan(span.Start, span.Length);
        int lead = part.Length - part.TrimStart().Length;
        int length = part.Trim().Length;
        if (length > 0)
            _pieces.Add(new Piece(new TextSpan(span.Start + lead, length), segment, false, null));
    }

    /// <summary>What goes out of a kept span: leftovers that are replaced by nothing, undecodable bytes and NULs; in order, disjoint.</summary>
    private void FindHoles(TextSpan span)
    {
        _holes.Clear();
        for (; _edit < _edits.Count && _edits[_edit].Span.Start < span.End; _edit++)
        {
            InlineEdit edit = _edits[_edit];
            if (edit.Replacement.Length == 0 && edit.Span.Length > 0 && span.Contains(edit.Span))
                _holes.Add(new Hole(edit.Span, edit.Rule));
        }

        if (_document.Format == DocumentFormat.Html)
            return;
        int known = _holes.Count;
        SourceText source = _document.Source;
        for (int i = source.FirstUndecodable(span.Start); i < source.Undecodable.Length && source.Undecodable[i] < span.End; i++)
            AddUnlessCovered(new TextSpan(source.Undecodable[i], 1), UndecodableRule, known);
        for (int at = span.Start; at < span.End; at++)
        {
            int nul = _text.AsSpan(at, span.End - at).IndexOf('\0');
            if (nul < 0)
                break;
            at += nul;
            AddUnlessCovered(new TextSpan(at, 1), NulRule, known);
        }

        if (_holes.Count > known)
            _holes.Sort(static (a, b) => a.Span.Start.CompareTo(b.Span.Start));
    }

    private void AddUnlessCovered(TextSpan span, string rule, int known)
    {
        for (int i = 0; i < known; i++)
        {
            if (_holes[i].Span.Contains(span))
                return;
        }

        // A run of bad bytes is one leftover.
        if (_holes.Count > known && _holes[^1].Rule == rule && _holes[^1].Span.End == span.Start)
            _holes[^1] = new Hole(TextSpan.FromBounds(_holes[^1].Span.Start, span.End), rule);
        else
            _holes.Add(new Hole(span, rule));
    }

    private readonly record struct Hole(TextSpan Span, string Rule);
}
