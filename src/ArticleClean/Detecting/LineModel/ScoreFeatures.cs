namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// Fills the columns that look at one score a segment (hundredths of log-odds, above 0: junk) and at those around it:
/// means by words to both sides, runs, and the stretch of segments that is most article.
/// </summary>
internal sealed class ScoreFeatures
{
    /// <summary>No segment speaks louder, so that one long sentence does not outvote its neighbours.</summary>
    private const int Loudest = 400;

    /// <summary>Words of a segment beyond these add nothing to its weight.</summary>
    private const int HeaviestWords = 40;

    private const int Near = 3;
    private static readonly int[] Windows = [2, 4, 8, 16, 32];

    private readonly FeatureSheet _sheet;
    private readonly int _offset;
    private readonly int[] _scores;
    private readonly int[] _weights;
    private readonly int[] _values;
    private readonly long[] _weightSums;
    private readonly long[] _valueSums;

    /// <summary>A run that has gathered so much is where the first story begins: some hundred words that are clearly prose.</summary>
    private const int LeadValue = 2500;

    /// <summary>Sums are told apart up to some three hundred words that are clearly prose (in sixteenths of them), for the reason that <see cref="FeatureSheet.Near"/> has.</summary>
    private const int MuchValue = 700;

    /// <summary>The lead goes on until its run has gathered so much.</summary>
    private const int WholeLeadValue = 10_000;

    /// <summary>The beginning of the first story, half-open in segments; the whole stretch when no run is long enough.</summary>
    public (int Start, int End) Lead { get; private set; }

    /// <summary>The stretch that is most article, half-open in segments.</summary>
    public (int Start, int End) Stretch { get; private set; }

    /// <summary>What each segment speaks for the article, by its words.</summary>
    public ReadOnlySpan<int> Values => _values;

    /// <summary>What half-open segments speak for the article, by words, and those words' weight.</summary>
    public (long Value, long Weight) SumOf(int from, int to) => (_valueSums[to] - _valueSums[from], _weightSums[to] - _weightSums[from]);

    private ScoreFeatures(FeatureSheet sheet, Feature first, int[] scores, ShapeFeatures shape)
    {
        _sheet = sheet;
        _offset = first - Feature.WordScore;
        int n = sheet.Rows;
        _scores = scores;
        _weights = new int[n];
        _values = new int[n];
        _weightSums = new long[n + 1];
        _valueSums = new long[n + 1];
        for (int i = 0; i < n; i++)
        {
            _weights[i] = 2 + Math.Min(shape.Words[i], HeaviestWords);
            _values[i] = -Math.Clamp(scores[i], -Loudest, Loudest) * _weights[i] / 10;
            _weightSums[i + 1] = _weightSums[i] + _weights[i];
            _valueSums[i + 1] = _valueSums[i] + _values[i];
        }
    }

    /// <summary>Fills all of them.</summary>
    /// <param name="first"><see cref="Feature.WordScore"/> or <see cref="Feature.TreeScore"/>.</param>
    public static ScoreFeatures Fill(FeatureSheet sheet, Feature first, int[] scores, ShapeFeatures shape, PlaceFeatures place)
    {
        ScoreFeatures features = new(sheet, first, scores, shape);
        features.FillNeighbours();
        features.FillGroups(Feature.WordLine, place.LineStart);
        features.FillGroups(Feature.WordGroup, place.GroupStart);
        features.FillRuns();
        features.FillStretch(shape);
        features.FillLead();
        return features;
    }

    private Span<short> Column(Feature feature) => _sheet[feature + _offset];

    // The framework's fill is compiled at each start, for the machine's vectors.
    private static void Set(Span<short> column, short value)
    {
        for (int i = 0; i < column.Length; i++)
            column[i] = value;
    }

    private void FillNeighbours()
    {
        int n = _sheet.Rows;
        Span<short> self = Column(Feature.WordScore);
        for (int i = 0; i < n; i++)
            self[i] = FeatureSheet.Clip(_scores[i]);
        for (int d = 1; d <= Near; d++)
        {
            Span<short> before = Column(Feature.WordPrev + (d - 1)), after = Column(Feature.WordNext + (d - 1));
            for (int i = 0; i < n; i++)
            {
                before[i] = i >= d ? self[i - d] : (short)0;
                after[i] = i + d < n ? self[i + d] : (short)0;
            }
        }

        for (int w = 0; w < Windows.Length; w++)
        {
            Span<short> left = Column(Feature.WordLeft2 + w), right = Column(Feature.WordRight2 + w);
            for (int i = 0; i < n; i++)
            {
                left[i] = NearMean(Math.Max(0, i - Windows[w]), i);
                right[i] = NearMean(i + 1, Math.Min(n, i + 1 + Windows[w]));
            }
        }
    }

    /// <summary>The same as <see cref="Mean"/> for no more segments than a window has, whose sums are small: half as many bits divide faster.</summary>
    private short NearMean(int from, int to) => from >= to ? (short)0
        : FeatureSheet.Clip(-(int)(_valueSums[to] - _valueSums[from]) * 10 / (int)(_weightSums[to] - _weightSums[from]));

    /// <summary>Mean score by words over half-open segments, in hundredths of log-odds.</summary>
    private short Mean(int from, int to)
    {
        if (from >= to)
            return 0;
        return FeatureSheet.Clip((int)(-(_valueSums[to] - _valueSums[from]) * 10 / (_weightSums[to] - _weightSums[from])));
    }

    private void FillGroups(Feature feature, int[] starts)
    {
        Span<short> column = Column(feature);
        for (int start = 0; start < column.Length;)
        {
            int end = start + 1;
            while (end < column.Length && starts[end] == start)
                end++;
            Set(column[start..end], Mean(start, end));
            start = end;
        }
    }

    /// <summary>Sums of runs that end just before and begin just after each segment, of article and of junk, and all that is good before and after.</summary>
    private void FillRuns()
    {
        int n = _sheet.Rows;
        Span<short> goodBefore = Column(Feature.WordGoodBefore), runBefore = Column(Feature.WordRunBefore), junkBefore = Column(Feature.WordJunkBefore);
        long good = 0, run = 0, junk = 0;
        for (int i = 0; i < n; i++)
        {
            goodBefore[i] = Squeezed(good);
            runBefore[i] = Squeezed(run);
            junkBefore[i] = Squeezed(junk);
            Advance(_values[i], ref good, ref run, ref junk);
        }

        Span<short> goodAfter = Column(Feature.WordGoodAfter), runAfter = Column(Feature.WordRunAfter), junkAfter = Column(Feature.WordJunkAfter);
        (good, run, junk) = (0, 0, 0);
        for (int i = n - 1; i >= 0; i--)
        {
            goodAfter[i] = Squeezed(good);
            runAfter[i] = Squeezed(run);
            junkAfter[i] = Squeezed(junk);
            Advance(_values[i], ref good, ref run, ref junk);
        }
    }

    private static void Advance(int value, ref long good, ref long run, ref long junk)
    {
        good += Math.Max(value, 0);
        run = Math.Max(run + value, 0);
        junk = Math.Max(junk - value, 0);
    }

    private static short Squeezed(long sum) => FeatureSheet.Log((int)Math.Min(sum / 16, MuchValue));

    private void FillLead()
    {
        int n = _sheet.Rows, start = 0;
        long run = 0;
        Lead = Stretch;
        for (int i = 0; i < n; i++)
        {
            if (run <= 0)
                (run, start) = (0, i);
            run += _values[i];
            if (run < LeadValue)
                continue;
            int end = i + 1;
            for (; end < n && run > 0 && run < WholeLeadValue; end++)
                run += _values[end];
            Lead = (start, end);
            break;
        }

        Span<short> from = Column(Feature.WordFromLead), junkSince = Column(Feature.WordJunkSinceLead), goodSince = Column(Feature.WordGoodSinceLead);
        long good = 0, junk = 0;
        for (int i = 0; i < n; i++)
        {
            from[i] = FeatureSheet.Near(i - Lead.Start);
            junkSince[i] = i < Lead.Start ? (short)-1 : Squeezed(junk);
            goodSince[i] = i < Lead.Start ? (short)-1 : Squeezed(good);
            if (i >= Lead.Start)
            {
                good += Math.Max(_values[i], 0);
                junk += Math.Max(-_values[i], 0);
            }
        }
    }

    private void FillStretch(ShapeFeatures shape)
    {
        int n = _sheet.Rows;
        long best = 0, run = 0;
        int runStart = 0;
        (int Start, int End) stretch = (0, 0);
        for (int i = 0; i < n; i++)
        {
            if (run <= 0)
                (run, runStart) = (0, i);
            run += _values[i];
            if (run > best)
                (best, stretch) = (run, (runStart, i + 1));
        }

        Stretch = stretch;
        long good = 0;
        int goodWords = 0, words = 0;
        for (int i = 0; i < n; i++)
        {
            good += Math.Max(_values[i], 0);
            goodWords += _values[i] > 0 ? shape.Words[i] : 0;
            words += i >= stretch.Start && i < stretch.End ? shape.Words[i] : 0;
        }

        short stretchWords = FeatureSheet.Log(words), share = good == 0 ? (short)0 : (short)(1000 * best / good), goodShare = FeatureSheet.Share(goodWords, shape.TotalWords);
        Span<short> inside = Column(Feature.WordInStretch), to = Column(Feature.WordToStretch), fromStart = Column(Feature.WordFromStretchStart);
        Span<short> tillEnd = Column(Feature.WordTillStretchEnd);
        Set(Column(Feature.WordStretchWords), stretchWords);
        Set(Column(Feature.WordStretchShare), share);
        Set(Column(Feature.WordGoodShare), goodShare);
        for (int i = 0; i < n; i++)
        {
            inside[i] = (short)(i < stretch.Start ? -1 : i < stretch.End ? 0 : 1);
            to[i] = FeatureSheet.Clip((int)((i < stretch.Start ? -(_weightSums[stretch.Start] - _weightSums[i]) : i < stretch.End ? 0 : _weightSums[i] - _weightSums[stretch.End]) / 2));
            fromStart[i] = FeatureSheet.Near(i - stretch.Start);
            tillEnd[i] = FeatureSheet.Near(stretch.End - 1 - i);
        }
    }
}
