using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// Fills the columns on lines that stand between lines of the same look: in a list titles, teasers and dates take turns,
/// and what one of them is the others are as well. Pages have their elements for that; texts have only this.
/// </summary>
internal sealed class PatternFeatures
{
    /// <summary>A line of so many words without a full stop is a label.</summary>
    private const int LabelWords = 5;

    /// <summary>A line of so many words with a number and without a full stop is a date, a score or a price.</summary>
    private const int DatedWords = 12;

    /// <summary>A line of so many words is a teaser at most; longer ones are paragraphs.</summary>
    private const int TeaserWords = 30;

    /// <summary>From so many hundredths a rule knows a line as a byline, a date or a headline.</summary>
    private const int Found = 100;

    private enum Look { Edge, Label, Dated, Title, Teaser, Paragraph, Count }

    private readonly FeatureSheet _sheet;
    private readonly int[] _lineStarts;
    private readonly Groups _near;
    private readonly Groups _wide;

    private PatternFeatures(FeatureSheet sheet, int[] lineStarts, Groups near, Groups wide) =>
        (_sheet, _lineStarts, _near, _wide) = (sheet, lineStarts, near, wide);

    /// <summary>Fills what does not rest on scores; the columns of shapes, places and rules must be filled.</summary>
    public static PatternFeatures Fill(ShapeFeatures shape, PlaceFeatures place, FeatureSheet sheet)
    {
        int[] starts = StartsOf(place);
        int lines = starts.Length - 1;
        Look[] looks = new Look[lines + 4];
        for (int l = 0; l < lines; l++)
            looks[l + 2] = LookOf(shape, sheet, starts[l], starts[l + 1]);
        int[] near = new int[lines], wide = new int[lines];
        const int kinds = (int)Look.Count;
        for (int l = 0; l < lines; l++)
        {
            near[l] = (((((int)looks[l + 1] * kinds) + (int)looks[l + 2]) * kinds) + (int)looks[l + 3]);
            wide[l] = (((near[l] * kinds) + (int)looks[l]) * kinds) + (int)looks[l + 4];
        }

        PatternFeatures patterns = new(sheet, starts, Groups.Of(near), Groups.Of(wide));
        patterns.FillCount(patterns._near, Feature.NearPatternCount);
        patterns.FillCount(patterns._wide, Feature.WidePatternCount);
        return patterns;
    }

    /// <summary>The first segment of each line, and the number of segments.</summary>
    private static int[] StartsOf(PlaceFeatures place)
    {
        int lines = 0;
        for (int i = 0; i < place.LineStart.Length; i++)
            lines += place.LineStart[i] == i ? 1 : 0;
        int[] starts = new int[lines + 1];
        lines = 0;
        for (int i = 0; i < place.LineStart.Length; i++)
        {
            if (place.LineStart[i] == i)
                starts[lines++] = i;
        }

        starts[lines] = place.LineStart.Length;
        return starts;
    }

    private static Look LookOf(ShapeFeatures shape, FeatureSheet sheet, int from, int to)
    {
        int words = 0;
        bool digits = false, opening = false;
        for (int i = from; i < to; i++)
        {
            words += shape.Words[i];
            digits |= sheet[Feature.DigitShare][i] > 0;
            opening |= sheet[Feature.RuleOpening][i] >= Found;
        }

        if (words > TeaserWords)
            return Look.Paragraph;
        if (shape.Terminal[to - 1])
            return Look.Teaser;
        return words <= DatedWords && (digits || opening) ? Look.Dated : words <= LabelWords ? Look.Label : Look.Title;
    }

    private void FillCount(Groups groups, Feature feature)
    {
        Span<short> column = _sheet[feature];
        for (int l = 0; l < groups.OfLine.Length; l++)
        {
            short others = FeatureSheet.Near(groups.Lines[groups.OfLine[l]] - 1);
            for (int i = _lineStarts[l]; i < _lineStarts[l + 1]; i++)
                column[i] = others;
        }
    }

    /// <summary>Fills the mean score, by words, of the other lines of the same pattern; 0 where there is none.</summary>
    /// <param name="scores">Those of the words or of the first trees.</param>
    public void FillScores(ScoreFeatures scores, Feature near, Feature wide)
    {
        FillMean(scores, _near, near);
        FillMean(scores, _wide, wide);
    }

    private void FillMean(ScoreFeatures scores, Groups groups, Feature feature)
    {
        long[] values = new long[groups.Lines.Length], weights = new long[groups.Lines.Length];
        for (int l = 0; l < groups.OfLine.Length; l++)
        {
            (long value, long weight) = scores.SumOf(_lineStarts[l], _lineStarts[l + 1]);
            values[groups.OfLine[l]] += value;
            weights[groups.OfLine[l]] += weight;
        }

        Span<short> column = _sheet[feature];
        for (int l = 0; l < groups.OfLine.Length; l++)
        {
            (long value, long weight) = scores.SumOf(_lineStarts[l], _lineStarts[l + 1]);
            long others = weights[groups.OfLine[l]] - weight;
            short mean = others == 0 ? (short)0 : FeatureSheet.Clip((int)((value - values[groups.OfLine[l]]) * 10 / others));
            for (int i = _lineStarts[l]; i < _lineStarts[l + 1]; i++)
                column[i] = mean;
        }
    }

    /// <summary>Which lines have the same pattern.</summary>
    /// <param name="OfLine">Per line: its group.</param>
    /// <param name="Lines">Per group: how many lines.</param>
    private sealed record Groups(int[] OfLine, int[] Lines)
    {
        public static Groups Of(int[] keys)
        {
            KeyTable numbers = new(keys.Length);
            int[] ofLine = new int[keys.Length];
            int groups = 0;
            for (int l = 0; l < keys.Length; l++)
            {
                ref int number = ref numbers.Find((ulong)keys[l], out bool isNew);
                if (isNew)
                    number = groups++;
                ofLine[l] = number;
            }

            int[] lines = new int[groups];
            foreach (int group in ofLine)
                lines[group]++;
            return new Groups(ofLine, lines);
        }
    }
}
