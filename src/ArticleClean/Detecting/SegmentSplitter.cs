using ArticleClean.Segmenting;

namespace ArticleClean.Detecting;

/// <summary>Cuts segments around evidence that may go alone: a prompt glued into a paragraph with no boundary around it.</summary>
internal static class SegmentSplitter
{
    /// <summary>Evidence that leaves fewer words than this of its segment is the segment.</summary>
    private const int MinWordsLeft = 3;

    /// <summary>The document with finer segments and the findings on them; both as they were when there is nothing to cut.</summary>
    public static (Segmented Document, List<Finding> Findings) Split(Segmented document, List<Finding> findings)
    {
        List<Finding> cuts = findings.FindAll(f => f.Cut && f.Weight > 0 && LeavesText(document, f));
        if (cuts.Count == 0)
            return (document, findings);
        cuts.Sort((a, b) => a.Evidence.Start != b.Evidence.Start ? a.Evidence.Start.CompareTo(b.Evidence.Start) : b.Evidence.Length.CompareTo(a.Evidence.Length));

        Rows<Segment> segments = new(document.Segments.Length + (2 * cuts.Count));
        int[] firstPiece = new int[document.Segments.Length + 1];
        int cut = 0;
        for (int s = 0; s < document.Segments.Length; s++)
        {
            firstPiece[s] = segments.Count;
            Segment segment = document.Segments[s];
            int token = segment.FirstToken;
            while (cut < cuts.Count && cuts[cut].Evidence.Start < segment.Span.End)
            {
                TextSpan evidence = cuts[cut++].Evidence;
                int from = token;
                while (from < segment.EndToken && document.Tokens[from].Start < evidence.Start)
                    from++;
                int to = from;
                while (to < segment.EndToken && document.Tokens[to].Start < evidence.End)
                    to++;
                if (from == to || document.Tokens[from].Start != evidence.Start)
                    continue; // inside an earlier cut
                // An arrow or a full stop behind the prompt goes with it.
                while (to < segment.EndToken && document.Tokens[to].Kind == TokenKind.Punctuation && IsTail(document.Document.Text[document.Tokens[to].Start]))
                    to++;
                AddPiece(document, segments, segment, token, from);
                AddPiece(document, segments, segment, from, to);
                token = to;
            }

            AddPiece(document, segments, segment, token, segment.EndToken);
            if (segments.Count == firstPiece[s])
                segments.Add(segment);
        }

        firstPiece[^1] = segments.Count;
        Segment[] all = segments.ToArray();
        return (document with { Segments = all }, Moved(findings, all, firstPiece));
    }

    private static bool IsTail(char c) => c is '→' or '»' or '›' or '.' or '!' or ':' or '…' or '▶' or '►';

    private static bool LeavesText(Segmented document, Finding finding)
    {
        Segment segment = document.Segments[finding.Segment];
        int outside = 0;
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            Token token = document.Tokens[t];
            if (token.Kind != TokenKind.Punctuation && (token.Start < finding.Evidence.Start || token.End > finding.Evidence.End))
                outside++;
        }

        return outside >= MinWordsLeft;
    }

    private static void AddPiece(Segmented document, Rows<Segment> segments, Segment whole, int first, int end)
    {
        if (first >= end)
            return;
        int from = first == whole.FirstToken ? whole.Span.Start : document.Tokens[first].Start;
        int to = end == whole.EndToken ? whole.Span.End : document.Tokens[end - 1].End;
        segments.Add(whole with { Span = TextSpan.FromBounds(from, to), FirstToken = first, EndToken = end });
    }

    private static List<Finding> Moved(List<Finding> findings, Segment[] segments, int[] firstPiece)
    {
        List<Finding> moved = new(findings.Count);
        foreach (Finding finding in findings)
        {
            for (int piece = firstPiece[finding.Segment]; piece < firstPiece[finding.Segment + 1]; piece++)
            {
                TextSpan span = segments[piece].Span;
                int start = Math.Max(span.Start, finding.Evidence.Start);
                int end = Math.Min(span.End, finding.Evidence.End);
                if (end > start)
                    moved.Add(finding with { Segment = piece, Evidence = TextSpan.FromBounds(start, end) });
            }
        }

        return moved;
    }
}
