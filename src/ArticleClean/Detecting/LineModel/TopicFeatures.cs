using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>Numbers the words of a document and tells how much of each segment is about what a stretch is about.</summary>
internal sealed class TopicFeatures
{
    private readonly Segmented _document;
    private readonly int[] _wordOfToken;
    private readonly int[] _counts;
    private readonly WordNumbers _numbers;

    /// <summary>Per word the last stretch in which it was seen, from 1.</summary>
    private readonly int[] _seenIn;
    private int _stretches;

    private TopicFeatures(Segmented document, WordNumbers numbers) =>
        (_document, _wordOfToken, _counts, _numbers, _seenIn) = (document, numbers.OfToken, numbers.Counts, numbers, new int[numbers.Words]);

    /// <summary>Numbers the words, of the whole document even where segments are left out, and fills the columns on how common a segment's words are in it.</summary>
    public static TopicFeatures Number(Segmented document, FeatureSheet sheet)
    {
        TopicFeatures topics = new(document, document.WordScores?.NumbersOf(document.Tokens) ?? WordNumbers.Of(document.Tokens));
        topics.FillCommon(sheet);
        return topics;
    }

    /// <summary>A word is common when it is at least each 200th of the document and stands there five times.</summary>
    private void FillCommon(FeatureSheet sheet)
    {
        int common = Math.Max(5, _wordOfToken.Length / 200);
        Span<short> commonShare = sheet[Feature.CommonWordShare], rareShare = sheet[Feature.RareWordShare];
        for (int i = 0; i < commonShare.Length; i++)
        {
            ref readonly Segment segment = ref _document.Segments[i];
            int all = 0, often = 0, once = 0;
            for (int t = segment.FirstToken; t < segment.EndToken; t++)
            {
                int word = _wordOfToken[t];
                if (word == -1)
                    continue;
                int count = _counts[word >= 0 ? word : ~(word + 1)];
                all++;
                often += count >= common ? 1 : 0;
                once += count == 1 ? 1 : 0;
            }

            commonShare[i] = FeatureSheet.Share(often, all);
            rareShare[i] = FeatureSheet.Share(once, all);
        }
    }

    /// <summary>Fills the share and number of each segment's topical words that the stretch holds outside the segment.</summary>
    /// <param name="stretch">Half-open, in segments.</param>
    public void Fill((int Start, int End) stretch, FeatureSheet sheet, Feature share, Feature count)
    {
        int[] inside = new int[_numbers.Words];
        for (int i = stretch.Start; i < stretch.End; i++)
            Add(inside, TopicalOf(i), 1);
        Span<short> shares = sheet[share], counts = sheet[count];
        for (int i = 0; i < shares.Length; i++)
        {
            ReadOnlySpan<int> words = TopicalOf(i);
            bool within = i >= stretch.Start && i < stretch.End;
            if (within)
                Add(inside, words, -1);
            int found = 0;
            foreach (int word in words)
                found += inside[word] > 0 ? 1 : 0;
            if (within)
                Add(inside, words, 1);
            shares[i] = words.Length == 0 ? (short)-1 : FeatureSheet.Share(found, words.Length);
            counts[i] = FeatureSheet.Clip(found);
        }
    }

    /// <summary>Which topical words stand in a stretch, half-open in segments.</summary>
    public bool[] WordsOf(int start, int end)
    {
        bool[] known = new bool[_numbers.Words];
        foreach (int word in TopicalOf(start, end))
            known[word] = true;
        return known;
    }

    /// <summary>The share of a stretch's topical words that are known, in thousandths, each word once.</summary>
    public short ShareKnown(int start, int end, bool[] known)
    {
        int stretch = ++_stretches;
        int all = 0, found = 0;
        foreach (int word in TopicalOf(start, end))
        {
            if (_seenIn[word] == stretch)
                continue;
            _seenIn[word] = stretch;
            all++;
            found += known[word] ? 1 : 0;
        }

        return FeatureSheet.Share(found, all);
    }

    private ReadOnlySpan<int> TopicalOf(int segment) => TopicalOf(segment, segment + 1);

    /// <summary>Of all tokens from the first segment's on, those of segments that were left out between them as well.</summary>
    private ReadOnlySpan<int> TopicalOf(int start, int end) =>
        _numbers.TopicalOf(_document.Segments[start].FirstToken, _document.Segments[end - 1].EndToken);

    private static void Add(int[] inside, ReadOnlySpan<int> words, int by)
    {
        foreach (int word in words)
            inside[word] += by;
    }
}
