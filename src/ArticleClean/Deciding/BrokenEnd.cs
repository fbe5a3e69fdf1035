using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Whether the article's last sentence was cut.</summary>
internal enum BrokenEnd : byte
{
    /// <summary>It is whole.</summary>
    No,
    /// <summary>A line without a full stop: a cut sentence, or an inter-title, a result, an item.</summary>
    Maybe,
    /// <summary>Open dots, a function word or a comma at the end, or a fragment behind whole sentences of its line.</summary>
    Yes,
}

/// <summary>Judges the last sentence by its end, in any language.</summary>
internal static class BrokenEndReader
{
    /// <summary>A single word behind a whole sentence is a sign-off.</summary>
    private const int FragmentWords = 2;

    /// <summary>A shorter line without a full stop that stands alone is an inter-title as likely as a sentence.</summary>
    private const int LineWords = 6;

    /// <summary>No inter-title or caption is so long.</summary>
    private const int SentenceWords = 16;

    /// <summary>A bracket of so many characters at most may follow the full stop: an agency's sign-off.</summary>
    private const int MostSignOffLength = 24;

    public static BrokenEnd Of(Segmented document, Lexicon lexicon, SegmentShape[] shapes, int end)
    {
        ReadOnlySpan<char> text = document.TextOf(end).TrimEnd("\"”»«“’' )]");
        if (text.EndsWith("…", StringComparison.Ordinal) || text.EndsWith("...", StringComparison.Ordinal))
            return BrokenEnd.Yes;
        SegmentShape shape = shapes[end];
        if (shape.EndsSentence || SegmentShape.EndsLikeSentence(WithoutSignOff(document.TextOf(end))))
            return BrokenEnd.No;
        Segment segment = document.Segments[end];
        if (segment.TokenCount == 0)
            return BrokenEnd.No;
        Token last = document.Tokens[segment.EndToken - 1];
        WordClasses classes = lexicon.ClassesOf(last.Symbol);
        if ((classes & (WordClasses.Agency | WordClasses.AgencyStart)) != 0)
            return BrokenEnd.No;
        bool followsSentence = end > 0 && document.Segments[end - 1].Line == segment.Line && shapes[end - 1].EndsSentence;
        bool open = (classes & WordClasses.Stop) != 0 || document.Document.Text[last.Start] is ',' or '、' or '，' or '،' or '–' or '—';
        if (shape.Words >= SentenceWords || (followsSentence && shape.Words >= FragmentWords) || (open && shape.Words >= LineWords))
            return BrokenEnd.Yes;
        return shape.Words >= LineWords ? BrokenEnd.Maybe : BrokenEnd.No;
    }

    /// <summary>"... the council said. (PAP)" without its bracket.</summary>
    private static ReadOnlySpan<char> WithoutSignOff(ReadOnlySpan<char> text)
    {
        if (text.Length == 0 || text[^1] is not (')' or ']' or '）' or '】'))
            return text;
        int open = text.LastIndexOfAny("([（【");
        return open > 0 && text.Length - open <= MostSignOffLength ? text[..open].TrimEnd() : text;
    }
}
