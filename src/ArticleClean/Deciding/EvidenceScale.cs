using ArticleClean.Detecting;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>How much of a finding's weight holds for its segment: by how much the evidence covers, and by the guards.</summary>
internal static class EvidenceScale
{
    /// <summary>In a segment up to so long a phrase that covers <see cref="ShortCoverPercent"/> is what the segment says.</summary>
    private const int ShortWords = 15;

    /// <summary>No button says more, in words.</summary>
    private const int ButtonWords = 4;

    private const int ShortCoverPercent = 28;

    /// <summary>In a longer one it has to cover half.</summary>
    private const int LongCoverPercent = 50;

    /// <summary>Evidence that covers so much is not doubted for a reporting verb or a quotation mark beside it.</summary>
    public const int SurePercent = 85;

    /// <summary>"... said", "according to ...": the sentence tells of somebody.</summary>
    private const int ReportingGuard = 3500;

    /// <summary>The evidence stands inside quotation marks: somebody else says it.</summary>
    private const int QuotationGuard = 4500;

    /// <summary>A quotation is looked for so far around a segment in its line, in UTF-16 units.</summary>
    private const int QuotationReach = 600;

    /// <summary>The weight in thousandths that a finding has on its segment.</summary>
    public static int Weigh(Segmented document, Finding finding, SegmentShape shape)
    {
        if (finding.Category == Category.Navigation && shape.Words <= ButtonWords && IsRestOfSentence(document.TextOf(finding.Segment)))
            return 0;
        if (finding.Weight <= 0 || finding.Reach == FindingReach.Whole || finding.Evidence.Length == 0)
            return finding.Weight;
        int covered = CoveredPercent(document, finding);
        int needed = shape.Words <= ShortWords ? ShortCoverPercent : LongCoverPercent;
        int weight = covered >= needed ? finding.Weight : finding.Weight * covered / needed;
        if (covered < SurePercent)
        {
            if (shape.HasReporting && shape.IsProse)
                weight -= ReportingGuard;
            else if (shape.HasReporting)
                weight -= ReportingGuard / 2;
        }

        return weight <= 0 ? 0 : IsQuoted(document, finding) ? Math.Max(0, weight - QuotationGuard) : weight;
    }

    /// <summary>Whether a line is what a break left of a sentence: "options." No button begins with a small letter and ends in a full stop.</summary>
    private static bool IsRestOfSentence(ReadOnlySpan<char> text) =>
        text.Length > 1 && char.IsLower(text[0]) && text[^1] == '.' && text[^2] != '.';

    /// <summary>The part of a segment's words that the evidence covers, in percent.</summary>
    public static int CoveredPercent(Segmented document, Finding finding)
    {
        Segment segment = document.Segments[finding.Segment];
        int words = 0;
        int covered = 0;
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            Token token = document.Tokens[t];
            if (token.Kind == TokenKind.Punctuation)
                continue;
            words++;
            covered += token.Start >= finding.Evidence.Start && token.End <= finding.Evidence.End ? 1 : 0;
        }

        return words == 0 ? 100 : covered * 100 / words;
    }

    /// <summary>Whether the evidence stands in a quotation: one is open in its line where it begins, and closes behind it.</summary>
    private static bool IsQuoted(Segmented document, Finding finding)
    {
        ReadOnlySpan<char> text = document.Document.Text;
        TextSpan line = document.Lines[document.Segments[finding.Segment].Line].Content;
        TextSpan segment = document.Segments[finding.Segment].Span;
        int start = segment.Start - line.Start <= QuotationReach ? Math.Min(line.Start, segment.Start) : segment.Start;
        int end = Math.Min(text.Length, Math.Max(segment.End, Math.Min(line.End, segment.End + QuotationReach)));
        // Evidence that takes the rest of its line along holds the quotation marks at its own edges.
        int from = finding.Evidence.Start;
        while (from < finding.Evidence.End && (IsQuote(text[from]) || char.IsPunctuation(text[from])))
            from++;
        bool opens = CountQuotes(text[start..from]) % 2 == 1;
        return opens && CountQuotes(text[from..end]) > 0;
    }

    private static int CountQuotes(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
            count += c == '"' || (c >= FirstOtherQuote && IsOtherQuote(c)) ? 1 : 0;
        return count;
    }

    /// <summary>The first quotation mark beyond ASCII.</summary>
    private const char FirstOtherQuote = '«';

    /// <summary>Single quotation marks are apostrophes too often to count.</summary>
    private static bool IsOtherQuote(char c) => c is not ('‘' or '‚') && SegmentShape.IsQuote(c);

    private static bool IsQuote(char c) => c == '"' || IsOtherQuote(c);
}
