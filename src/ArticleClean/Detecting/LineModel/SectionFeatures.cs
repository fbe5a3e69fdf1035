using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// Fills the columns on sections: stretches that are mostly article, parted by runs of junk. The first of some length holds the main
/// story; of each other they say how far it is from that one, what stands in between, and how much of its vocabulary the main one has.
/// </summary>
internal sealed class SectionFeatures
{
    /// <summary>A section ends where its sum has fallen by so much: some four short lines that are clearly junk.</summary>
    private const int Gap = 700;

    /// <summary>A smaller stretch is no section: some twenty words that are clearly prose.</summary>
    private const int LeastValue = 600;

    private const int MuchValue = 700;

    private readonly Rows<Section> _sections = new();

    /// <summary>Half-open in segments, with what it gathered.</summary>
    private readonly record struct Section(int Start, int End, long Value);

    /// <summary>Fills them, from <see cref="Feature.WordSectionNumber"/> or <see cref="Feature.TreeSectionNumber"/> on.</summary>
    public static void Fill(ReadOnlySpan<int> values, (int Start, int End) lead, ShapeFeatures shape, TopicFeatures topics, FeatureSheet sheet, Feature first)
    {
        SectionFeatures features = new();
        features.Divide(values);
        features.FillColumns(values, lead, shape, topics, sheet, first);
    }

    private void Divide(ReadOnlySpan<int> values)
    {
        long sum = 0, best = 0;
        int start = 0, end = 0;
        for (int i = 0; i <= values.Length; i++)
        {
            if (i == values.Length || best - sum > Gap || sum < 0)
            {
                if (best >= LeastValue)
                    _sections.Add(new Section(start, end, best));
                if (i == values.Length)
                    break;
                (sum, best, start) = (0, 0, i);
            }

            sum += values[i];
            if (sum > best)
                (best, end) = (sum, i + 1);
        }
    }

    private void FillColumns(ReadOnlySpan<int> values, (int Start, int End) lead, ShapeFeatures shape, TopicFeatures topics, FeatureSheet sheet, Feature first)
    {
        Span<short> number = sheet[first], words = sheet[first + 1], gap = sheet[first + 2], widest = sheet[first + 3], topic = sheet[first + 4];
        Span<short> part = sheet[first + 5], inside = sheet[first + 6], rank = sheet[first + 7], openings = sheet[first + 8];
        Span<short> opening = sheet[Feature.RuleOpening];
        int main = 0;
        while (main < _sections.Count - 1 && _sections[main].End <= lead.Start)
            main++;
        int mainWords = _sections.Count == 0 ? 0 : Words(_sections[main], shape);
        short[] likeness = _sections.Count == 0 ? [] : Likeness(main, topics);
        int at = 0, sinceOpenings = 0;
        long junk = 0, widestGap = 0;
        for (int s = 0; s <= _sections.Count; s++)
        {
            // The gap before the section, then the section itself; after the last one there is a gap only.
            int from = at, start = s < _sections.Count ? _sections[s].Start : values.Length, end = s < _sections.Count ? _sections[s].End : values.Length;
            junk = 0;
            for (int i = from; i < start; i++)
                junk += Math.Max(-values[i], 0);
            int opened = 0;
            for (int i = from; i < start; i++)
                opened += opening[i] >= 100 ? 1 : 0;
            bool afterMain = s > main;
            if (afterMain)
                (widestGap, sinceOpenings) = (Math.Max(widestGap, junk), sinceOpenings + opened);
            int sectionWords = s < _sections.Count ? Words(_sections[s], shape) : 0;
            int larger = 0;
            for (int k = 0; k < _sections.Count && s < _sections.Count; k++)
                larger += _sections[k].Value > _sections[s].Value ? 1 : 0;
            for (int i = from; i < end; i++)
            {
                number[i] = FeatureSheet.Near(s - main);
                words[i] = FeatureSheet.Log(sectionWords);
                gap[i] = Squeezed(junk);
                widest[i] = afterMain ? Squeezed(widestGap) : (short)-1;
                topic[i] = s < _sections.Count ? likeness[s] : (short)-1;
                part[i] = FeatureSheet.Clip(mainWords == 0 ? 0 : (int)Math.Min(8000, 1000L * sectionWords / mainWords));
                inside[i] = ShapeFeatures.Flag(i >= start);
                rank[i] = s < _sections.Count ? FeatureSheet.Near(larger) : (short)-1;
                openings[i] = afterMain ? FeatureSheet.Near(sinceOpenings) : (short)-1;
            }

            at = end;
        }
    }

    private static int Words(Section section, ShapeFeatures shape)
    {
        int words = 0;
        for (int i = section.Start; i < section.End; i++)
            words += shape.Words[i];
        return words;
    }

    /// <summary>For each section the share of its topical words that the main one has, in thousandths; the main one's own is 1000.</summary>
    private short[] Likeness(int main, TopicFeatures topics)
    {
        short[] likeness = new short[_sections.Count];
        bool[] known = topics.WordsOf(_sections[main].Start, _sections[main].End);
        for (int s = 0; s < likeness.Length; s++)
            likeness[s] = topics.ShareKnown(_sections[s].Start, _sections[s].End, known);
        return likeness;
    }

    private static short Squeezed(long sum) => FeatureSheet.Log((int)Math.Min(sum / 16, MuchValue));
}
