using System.Collections.Immutable;
using System.Text;
using ArticleClean.Deciding;
using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Writing;

/// <summary>A decision to a body and its account.</summary>
internal sealed class ResultWriter
{
    /// <summary>A leftover is what it is: no other reading competes.</summary>
    private const int ArtifactWeight = 8000;

    private readonly Decision _decision;
    private readonly Document _document;
    private readonly string _text;
    private readonly SourceText _source;
    private readonly Rows<Piece> _pieces;

    private ResultWriter(Decision decision)
    {
        _decision = decision;
        _document = decision.Document.Document;
        _text = _document.Text;
        _source = _document.Source;
        if (_document.Format == DocumentFormat.Html)
        {
            // The body of a page is cut out of its visible text, which ends with a line end like every text that is written.
            if (_text.Length > 0 && _text[^1] != '\n')
                _text += "\n";
            _source = new SourceText(Encoding.UTF8.GetBytes(_text), SourceEncoding.Utf8, SourceCodec.Utf8.Name, 0, []);
        }

        _pieces = PieceCutter.Cut(decision);
    }

    /// <summary>Writes the body; for a text it keeps encoding, BOM and line ends, for a page it is UTF-8 with LF.</summary>
    public static CleanResult Write(Decision decision, CleanOptions options) => new ResultWriter(decision).Write(options);

    private CleanResult Write(CleanOptions options)
    {
        Rows<Change> changes = GapLayout.Resolve(_text, _pieces, CategoryOf);
        AddReplacements(changes);
        if (options.Markdown)
            MarkdownWriter.AddMarks(_document, _text, _pieces, changes);
        BuiltBody body = BuiltBody.Of(_source, _text, changes);
        ImmutableArray<Removal> removed = Removals(changes, body);
        return new CleanResult
        {
            Document = _document,
            Body = body.Bytes,
            Text = body.Text,
            Removed = removed,
            Flagged = Flagged(changes, body),
            Edits = _document.Format == DocumentFormat.Html ? [] : Edits(changes, body),
            Status = _decision.Status,
            Metadata = _decision.Metadata,
            Statistics = Count(removed),
        };
    }

    private Category CategoryOf(Piece piece) =>
        piece.Rule is null ? _decision.Verdicts[piece.Segment].Category : Category.Artifact;

    /// <summary>
    /// Adds the leftovers that are replaced. A page's visible text is accounted for by body and removals alone, so there
    /// leftovers go or stay and nothing is replaced; nor is what the source's encoding cannot say.
    /// </summary>
    private void AddReplacements(Rows<Change> changes)
    {
        if (_document.Format == DocumentFormat.Html)
            return;
        int count = changes.Count, piece = 0, end = 0;
        foreach (InlineEdit edit in _decision.InlineEdits)
        {
            if (edit.Replacement.Length == 0 || edit.Span.Start < end)
                continue;
            while (piece < _pieces.Count && _pieces[piece].Span.End <= edit.Span.Start)
                piece++;
            if (piece == _pieces.Count || _pieces[piece].IsRemoved || !_pieces[piece].Span.Contains(edit.Span))
                continue;
            if (_source.Encode(edit.Replacement) is null)
                continue;
            changes.Add(new Change(edit.Span, ChangeKind.Replacement, edit.Replacement, 0, 0));
            end = edit.Span.End;
        }

        if (changes.Count > count)
            changes.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : a.Span.End.CompareTo(b.Span.End));
    }

    private ImmutableArray<Removal> Removals(Rows<Change> changes, BuiltBody body)
    {
        ImmutableArray<Removal>.Builder removed = ImmutableArray.CreateBuilder<Removal>();
        for (int i = 0; i < changes.Count; i++)
        {
            if (changes[i].Kind != ChangeKind.Removal)
                continue;
            (int first, int end) = (changes[i].FirstPiece, changes[i].EndPiece);
            int confidence = int.MaxValue;
            List<Reason> because = [];
            for (int p = first; p < end; p++)
            {
                Piece piece = _pieces[p];
                if (piece.Rule is { } rule)
                    because.Add(new Reason(rule, _text.Substring(piece.Span.Start, piece.Span.Length), ArtifactWeight));
                else
                    because.AddRange(_decision.Verdicts[piece.Segment].Because);
                int logOdds = piece.Rule is null ? _decision.Verdicts[piece.Segment].LogOdds : ArtifactWeight;
                confidence = Math.Min(confidence, Confidence.OfLogOdds(logOdds));
            }

            removed.Add(NewRemoval(CategoryOf(_pieces[first]), changes[i].Span, _pieces[first].Segment, body.Places[i], confidence, because));
        }

        return removed.DrainToImmutable();
    }

    private ImmutableArray<Edit> Edits(Rows<Change> changes, BuiltBody body)
    {
        ImmutableArray<Edit>.Builder edits = ImmutableArray.CreateBuilder<Edit>();
        for (int i = 0; i < changes.Count; i++)
        {
            Change change = changes[i];
            if (change.Kind == ChangeKind.Removal)
                continue;
            ChangePlace place = body.Places[i];
            string original = _text.Substring(change.Span.Start, change.Span.Length);
            edits.Add(new Edit(
                change.Kind == ChangeKind.Layout ? EditKind.Layout : EditKind.Artifact, place.ByteStart, place.ByteEnd, place.At, original, change.Replacement)
            {
                Bytes = BytesUnlessEncodable(original, place),
            });
        }

        return edits.DrainToImmutable();
    }

    /// <summary>Kept segments that are listed; neighbours of one category, one reason and one line as one.</summary>
    private ImmutableArray<Removal> Flagged(Rows<Change> changes, BuiltBody body)
    {
        ImmutableArray<Removal>.Builder flagged = ImmutableArray.CreateBuilder<Removal>();
        Segment[] segments = _decision.Document.Segments;
        Verdict[] verdicts = _decision.Verdicts;
        SourceCursor? cursor = null;
        int passed = 0;
        for (int i = 0; i < segments.Length;)
        {
            Verdict verdict = verdicts[i];
            int first = i++;
            if (verdict.Fate is Fate.Keep or Fate.Remove)
                continue;
            List<Reason> because = [.. verdict.Because];
            int confidence = Confidence.OfLogOdds(verdict.LogOdds);
            for (; i < segments.Length && segments[i].Line == segments[first].Line && segments[i].Block == segments[first].Block; i++)
            {
                if (verdicts[i].Fate != verdict.Fate || verdicts[i].Category != verdict.Category)
                    break;
                because.AddRange(verdicts[i].Because);
                confidence = Math.Min(confidence, Confidence.OfLogOdds(verdicts[i].LogOdds));
            }

            TextSpan span = TextSpan.FromBounds(segments[first].Span.Start, segments[i - 1].Span.End);
            cursor ??= _source.CursorOver(_text);
            int start = cursor.ByteAt(span.Start);
            (int line, int column) = cursor.PositionAt(span.Start);
            while (passed < changes.Count && changes[passed].Span.End <= span.Start)
                passed++;
            int delta = passed == 0 ? 0 : body.Places[passed - 1].DeltaAfter;
            ChangePlace place = new(start, cursor.ByteAt(span.End), start + delta, line, column, delta);
            flagged.Add(NewRemoval(verdict.Category, span, first, place, confidence, because) with { Flag = FlagOf(verdict.Fate) });
        }

        return flagged.DrainToImmutable();
    }

    private static string FlagOf(Fate fate) => fate switch
    {
        Fate.FlagOverCap => Removal.FlaggedByCap,
        Fate.Note => Removal.FlaggedAsNote,
        _ => Removal.FlaggedByAction,
    };

    private Removal NewRemoval(Category category, TextSpan span, int segment, ChangePlace place, int confidence, List<Reason> because)
    {
        string text = _text.Substring(span.Start, span.Length);
        ImmutableArray<Reason> reasons = Strongest(because);
        if (_document.Html is { } page)
        {
            int block = segment < 0 ? -1 : _decision.Document.Segments[segment].Block;
            SourcePlace tag = page.Nodes[block < 0 ? 0 : page.Blocks[block].Node].Place;
            return new Removal(category, tag.Start, tag.End, tag.Line, tag.Column, place.At, text) { Confidence = confidence, Because = reasons };
        }

        return new Removal(category, place.ByteStart, place.ByteEnd, place.Line, place.Column, place.At, text)
        {
            Bytes = BytesUnlessEncodable(text, place),
            Confidence = confidence,
            Because = reasons,
        };
    }

    /// <summary>Each reason once, the strongest first, equals in the order in which they came.</summary>
    private static ImmutableArray<Reason> Strongest(List<Reason> reasons)
    {
        if (reasons.Count == 1)
            return [reasons[0]];
        List<Reason> sorted = new(reasons.Count);
        foreach (Reason reason in reasons)
        {
            if (sorted.Contains(reason))
                continue;
            int at = sorted.Count;
            while (at > 0 && sorted[at - 1].Weight < reason.Weight)
                at--;
            sorted.Insert(at, reason);
        }

        return [.. sorted];
    }

    private ReadOnlyMemory<byte> BytesUnlessEncodable(string text, ChangePlace place)
    {
        ReadOnlyMemory<byte> bytes = _source.Bytes[place.ByteStart..place.ByteEnd];
        bool isExact = _source.Encoding switch
        {
            SourceEncoding.Windows1252 => true,
            SourceEncoding.Named => _source.Encode(text) is { } encoded && bytes.Span.SequenceEqual(encoded),
            _ => _source.Undecodable.IsEmpty || (_source.Encode(text) is { } encoded && bytes.Span.SequenceEqual(encoded)),
        };
        return isExact ? default : bytes;
    }

    private CleanStatistics Count(ImmutableArray<Removal> removed)
    {
        Dictionary<string, int> counts = [];
        int wordsRemoved = 0;
        foreach (Removal removal in removed)
        {
            int words = WordCounter.Count(removal.Text);
            wordsRemoved += words;
            string id = removal.Category.Id();
            counts[id] = counts.TryGetValue(id, out int earlier) ? earlier + words : words;
        }

        // A dictionary that is only added to keeps the order of its keys; a sorted one would be compiled at each start.
        string[] ids = [.. counts.Keys];
        Array.Sort(ids, StringComparer.Ordinal);
        Dictionary<string, int> byCategory = [];
        foreach (string id in ids)
            byCategory.Add(id, counts[id]);
        return new CleanStatistics(WordCounter.Count(_text), wordsRemoved, byCategory);
    }
}
