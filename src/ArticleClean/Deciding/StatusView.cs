using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>What the judges of the status look at: running text, signs, and where the article ends.</summary>
internal sealed class StatusView
{
    /// <summary>A line without a full stop of so many words may be a sentence that was cut.</summary>
    private const int FragmentWords = 6;

    /// <summary>A shorter sentence may be a button's or an answer.</summary>
    private const int ShortSentenceWords = 4;

    /// <summary>A title has 4 words at least, and a headline of more than this is a teaser.</summary>
    private const int MostTitleWords = 24;

    /// <summary>Sentences behind a prompt of the wall that together are no longer than this, in words, do not continue the article.</summary>
    private const int StrayWords = 40;

    private readonly Verdict[] _verdicts;

    public StatusView(Segmented document, IReadOnlyList<Finding> findings, Verdict[] verdicts, SegmentShape[] shapes, Lexicon lexicon)
    {
        _verdicts = verdicts;
        Document = document;
        Shapes = shapes;
        Signs = SignReader.Read(document, findings, shapes);
        for (int i = 0; i < shapes.Length; i++)
        {
            Words += shapes[i].Words;
            BodyWords += IsKept(i) ? shapes[i].Words : 0;
            ArticleWords += IsArticleText(i) ? shapes[i].Words : 0;
            SentenceWords += IsSentence(i) ? shapes[i].Words : 0;
            OverCap |= verdicts[i].Fate == Fate.FlagOverCap;
        }

        End = FindEnd(lexicon);
    }

    public Segmented Document { get; }
    public SegmentShape[] Shapes { get; }
    public Signs[] Signs { get; }
    public int Count => Shapes.Length;

    /// <summary>Of the whole document.</summary>
    public int Words { get; }

    /// <summary>Of what is kept.</summary>
    public int BodyWords { get; }

    /// <summary>Of running text that nothing speaks against.</summary>
    public int ArticleWords { get; }

    /// <summary>Of all sentences, short ones too, that nothing speaks against.</summary>
    public int SentenceWords { get; }

    public bool OverCap { get; }

    /// <summary>The last segment of the article, -1 when it has none.</summary>
    public int End { get; }

    public bool IsKept(int segment) => _verdicts[segment].Fate != Fate.Remove;

    /// <summary>The 1-based line that a segment begins in, of the text as it stands.</summary>
    public int LineOf(int segment) => LineSplitter.CountEnds(Document.Document.Text.AsSpan(0, Document.Segments[segment].Span.Start)) + 1;

    public bool Has(int segment, Signs sign) => (Signs[segment] & sign) != 0;

    public int CountOf(Signs sign, out int first)
    {
        int count = 0;
        first = -1;
        for (int i = 0; i < Count; i++)
        {
            if (!Has(i, sign))
                continue;
            count++;
            first = first < 0 ? i : first;
        }

        return count;
    }

    /// <summary>Running text without a sign that does not merely speak to the reader.</summary>
    public bool IsArticleText(int segment) => IsText(segment) && !IsAddressed(segment);

    /// <summary>A line that could be the title of a story: no sentence, no prompt, no time. Rules of other boilerplate err on titles.</summary>
    public bool IsTitle(int segment)
    {
        SegmentShape shape = Shapes[segment];
        return shape.Words is >= 4 and <= MostTitleWords && !Has(segment, Deciding.Signs.Prompt | Deciding.Signs.AnyWall | Deciding.Signs.Timestamp | Deciding.Signs.Listing)
            && (!shape.EndsSentence || Document.TextOf(segment)[^1] is '?' or '？' or '!' or '！');
    }

    private bool IsText(int segment) => Shapes[segment].IsProse && IsKept(segment) && Signs[segment] == Deciding.Signs.None;

    private bool IsSentence(int segment) =>
        Shapes[segment] is { EndsSentence: true, Words: >= ShortSentenceWords } && IsKept(segment) && Signs[segment] == Deciding.Signs.None && !IsAddressed(segment);

    private bool IsAddressed(int segment) => Shapes[segment] is { HasYou: true, HasReporting: false, HasQuotes: false };

    private int FindEnd(Lexicon lexicon)
    {
        int wall = FindWall(lexicon);
        int end = -1;
        for (int i = 0; i < (wall < 0 ? Count : wall); i++)
            end = IsText(i) ? i : end;
        if (end < 0)
            end = LastLine(wall);
        while (end >= 0 && end + 1 < Count && BrokenEndReader.Of(Document, lexicon, Shapes, end) != BrokenEnd.Yes && Continues(end, end + 1))
            end++;
        return end;
    }

    /// <summary>The first prompt of a wall behind which the article does not go on, or what follows a cut sentence there; -1 for none.</summary>
    private int FindWall(Lexicon lexicon)
    {
        int behind = ArticleWords;
        int before = 0;
        for (int i = 0; i < Count; i++)
        {
            if (Has(i, Deciding.Signs.Withheld | Deciding.Signs.Remaining | Deciding.Signs.Paywall) && behind <= StrayWords && behind < ArticleWords - behind)
                return i;
            behind -= IsArticleText(i) ? Shapes[i].Words : 0;
            before += IsKept(i) && Signs[i] == Deciding.Signs.None ? Shapes[i].Words : 0;
            if (behind <= StrayWords && behind < before && IsCut(i, lexicon))
                return i + 1;
        }

        return -1;
    }

    /// <summary>Whether a line ends here without ending its sentence, and others follow.</summary>
    private bool IsCut(int segment, Lexicon lexicon) =>
        segment + 1 < Count && Document.Segments[segment + 1].Line != Document.Segments[segment].Line
        && Signs[segment] == Deciding.Signs.None && IsKept(segment) && BrokenEndReader.Of(Document, lexicon, Shapes, segment) == BrokenEnd.Yes;

    /// <summary>Where nothing is running text: the last kept line of some words before the wall.</summary>
    private int LastLine(int wall)
    {
        for (int i = (wall < 0 ? Count : wall) - 1; i >= 0; i--)
        {
            if (IsKept(i) && Signs[i] == Deciding.Signs.None && Shapes[i].Words >= FragmentWords)
                return i;
        }

        return -1;
    }

    /// <summary>The rest of the line, or a cut or short sentence in the lines behind it.</summary>
    private bool Continues(int end, int next)
    {
        if (Signs[next] != Deciding.Signs.None || !IsKept(next))
            return false;
        bool sameLine = Document.Segments[next].Line == Document.Segments[end].Line;
        return sameLine || Shapes[next].Words >= FragmentWords || Shapes[next].EndsSentence;
    }
}
