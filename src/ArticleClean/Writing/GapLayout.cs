using System.Globalization;
using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>
/// What stays of the white space around removed pieces. Between two kept neighbours the longer of the two runs of line
/// ends at the edges of the gap; at the head nothing; at the tail one line end, that of the last kept line; inside a line
/// one blank if both sides need it. Blanks at the edges of kept lines are not touched.
/// </summary>
internal sealed class GapLayout
{
    private readonly string _text;
    private readonly Rows<Piece> _pieces;
    private readonly Func<Piece, Category> _categoryOf;
    private readonly Rows<Change> _changes = new();

    private GapLayout(string text, Rows<Piece> pieces, Func<Piece, Category> categoryOf)
    {
        _text = text;
        _pieces = pieces;
        _categoryOf = categoryOf;
    }

    /// <summary>The removals, adjacent ones of one category and one line as one, and the layout changes around them; in order, disjoint.</summary>
    public static Rows<Change> Resolve(string text, Rows<Piece> pieces, Func<Piece, Category> categoryOf)
    {
        GapLayout layout = new(text, pieces, categoryOf);
        if (pieces.Count == 0 && text.Length > 0)
            layout.AddLayout(new TextSpan(0, text.Length));
        for (int i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].IsRemoved)
                continue;
            int end = i + 1;
            while (end < pieces.Count && pieces[end].IsRemoved)
                end++;
            layout.CloseGap(i, end);
            i = end;
        }

        return layout._changes;
    }

    private void CloseGap(int first, int end)
    {
        TextSpan before = Blank(first), after = Blank(end);
        TextSpan staysFirst = default, staysLast = default;
        if (first == 0)
        {
            // The head, or a document of which nothing stays: no white space is left.
        }
        else if (end == _pieces.Count)
        {
            staysFirst = TailLineEnd(first, end);
        }
        else
        {
            LineEnds endsBefore = LineEnds.In(_text, before), endsAfter = LineEnds.In(_text, after);
            if (endsBefore.Count == 0 && endsAfter.Count == 0)
            {
                staysFirst = LongestInnerLineEnds(first, end) ?? OneBlank(before, after);
                if (staysFirst.Length == 0 && WouldJoinWords(first, end))
                    _changes.Add(new Change(new TextSpan(before.Start, 0), ChangeKind.Layout, " ", 0, 0));
            }
            else if (endsBefore.Count >= endsAfter.Count)
            {
                // A kept neighbour that becomes the first of its line takes over the indentation of what stood before it.
                staysFirst = TextSpan.FromBounds(before.Start, endsAfter.Count > 0 ? endsBefore.End : before.End);
                staysLast = endsAfter.Count > 0 ? TextSpan.FromBounds(endsAfter.End, after.End) : default;
            }
            else
            {
                staysFirst = TextSpan.FromBounds(before.Start, endsBefore.Count > 0 ? endsBefore.Start : before.Start);
                staysLast = TextSpan.FromBounds(endsAfter.Start, after.End);
            }
        }

        Emit(first, end, staysFirst, staysLast);
    }

    private void Emit(int first, int end, TextSpan staysFirst, TextSpan staysLast)
    {
        AddLayoutOutside(Blank(first), staysFirst, staysLast);
        for (int i = first; i < end;)
        {
            int last = i;
            while (last + 1 < end && BelongTogether(last, last + 1))
                last++;
            _changes.Add(new Change(TextSpan.FromBounds(_pieces[i].Span.Start, _pieces[last].Span.End), ChangeKind.Removal, "", i, last + 1));
            i = last + 1;
            AddLayoutOutside(Blank(i), staysFirst, staysLast);
        }
    }

    /// <summary>The white space before a piece, or after the last one.</summary>
    private TextSpan Blank(int piece) => TextSpan.FromBounds(
        piece == 0 ? 0 : _pieces[piece - 1].Span.End,
        piece == _pieces.Count ? _text.Length : _pieces[piece].Span.Start);

    private bool BelongTogether(int piece, int next) =>
        LineEnds.In(_text, Blank(next)).Count == 0 && _categoryOf(_pieces[piece]) == _categoryOf(_pieces[next]);

    private TextSpan TailLineEnd(int first, int end)
    {
        for (int i = first; i <= end; i++)
        {
            LineEnds found = LineEnds.In(_text, Blank(i));
            if (found.Count > 0)
                return TextSpan.FromBounds(i == first ? Blank(i).Start : found.Start, found.FirstEnd);
        }

        return default;
    }

    /// <summary>Where both neighbours share their lines with removed pieces, but stand on different lines: they stay apart.</summary>
    private TextSpan? LongestInnerLineEnds(int first, int end)
    {
        LineEnds longest = default;
        for (int i = first + 1; i < end; i++)
        {
            LineEnds found = LineEnds.In(_text, Blank(i));
            if (found.Count > longest.Count)
                longest = found;
        }

        return longest.Count > 0 ? TextSpan.FromBounds(longest.Start, longest.End) : null;
    }

    private TextSpan OneBlank(TextSpan before, TextSpan after)
    {
        TextSpan blank = before.Length > 0 ? before : after;
        return blank.Length > 0 && NeedsBlankAfter(_text, before.Start - 1) && NeedsBlankBefore(_text, after.End)
            ? blank with { Length = 1 }
            : default;
    }

    /// <summary>Whether the removal of a whole segment between two letters would make one word of two. (A tag inside a word goes without a trace.)</summary>
    private bool WouldJoinWords(int first, int end) =>
        Blank(first).Length == 0 && Blank(end).Length == 0
        && _pieces[first].Rule is null
        && char.IsLetterOrDigit(_text, _pieces[first - 1].Span.End - 1) && char.IsLetterOrDigit(_text, _pieces[end].Span.Start)
        && NeedsBlankAfter(_text, _pieces[first - 1].Span.End - 1) && NeedsBlankBefore(_text, _pieces[end].Span.Start);

    private static bool NeedsBlankAfter(string text, int last) =>
        !UnspacedScript.Contains(text[last])
        && char.GetUnicodeCategory(text[last]) is not (UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation);

    private static bool NeedsBlankBefore(string text, int first) =>
        !UnspacedScript.Contains(text[first])
        && text[first] is not (',' or '.' or ';' or ':' or '!' or '?' or '%' or '…' or '،' or '؛' or '؟' or '।')
        && char.GetUnicodeCategory(text[first]) is not (UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation);

    private void AddLayoutOutside(TextSpan blank, TextSpan staysFirst, TextSpan staysLast)
    {
        int start = AddLayoutBefore(staysFirst, blank.Start, blank.End);
        start = AddLayoutBefore(staysLast, start, blank.End);
        AddLayout(TextSpan.FromBounds(start, blank.End));
    }

    /// <summary>What follows the stretch that stays; the start itself where it does not stand between start and end.</summary>
    private int AddLayoutBefore(TextSpan stays, int start, int end)
    {
        if (stays.Length == 0 || stays.Start < start || stays.End > end)
            return start;
        AddLayout(TextSpan.FromBounds(start, stays.Start));
        return stays.End;
    }

    private void AddLayout(TextSpan span)
    {
        if (span.Length > 0)
            _changes.Add(new Change(span, ChangeKind.Layout, "", 0, 0));
    }
}
