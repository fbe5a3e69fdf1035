using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>Fills the columns that say where each segment stands: in the document, in its line, among runs and copies, and what its neighbours look like.</summary>
internal sealed class PlaceFeatures
{
    /// <summary>A line of fewer words that does not end like a sentence is short.</summary>
    private const int ShortWords = 10;

    private const int Far = 2000;

    /// <summary>Beyond so many words before or after a segment more say nothing: long articles are few, and must not be cut for their length.</summary>
    private const int ManyWords = 400;

    /// <summary>Per segment: first segment of its line.</summary>
    public int[] LineStart { get; }

    /// <summary>Per segment: first segment of its group, lines without a blank line between them.</summary>
    public int[] GroupStart { get; }

    private PlaceFeatures(int segments)
    {
        LineStart = new int[segments];
        GroupStart = new int[segments];
    }

    public static PlaceFeatures Fill(Segmented document, ShapeFeatures shape, FeatureSheet sheet)
    {
        PlaceFeatures place = new(sheet.Rows);
        int[] blanks = BlankLines.Before(document, shape);
        FillDocument(document, shape, sheet, blanks);
        place.FillLines(document, shape, sheet, blanks);
        FillRuns(shape, sheet);
        FillCopies(shape, sheet);
        FillNeighbours(shape, sheet);
        return place;
    }

    private static void FillDocument(Segmented document, ShapeFeatures shape, FeatureSheet sheet, int[] blanks)
    {
        Segment[] segments = document.Segments;
        int n = segments.Length, before = 0, blankLines = 0, filledLines = 0;
        for (int i = 0; i < n; i++)
        {
            if (i == 0 || segments[i].Line != segments[i - 1].Line)
            {
                filledLines++;
                blankLines += blanks[i];
            }
        }

        short words = FeatureSheet.Log(shape.TotalWords), lines = FeatureSheet.Log(filledLines), count = FeatureSheet.Log(n);
        short mean = FeatureSheet.Clip(shape.TotalWords * 4 / Math.Max(n, 1)), blankShare = FeatureSheet.Share(Math.Min(blankLines, filledLines), filledLines);
        for (int i = 0; i < n; i++)
        {
            sheet[Feature.Index][i] = FeatureSheet.Near(i);
            sheet[Feature.IndexFromEnd][i] = FeatureSheet.Near(n - 1 - i);
            sheet[Feature.Place][i] = FeatureSheet.Share(i, n);
            sheet[Feature.PlaceInWords][i] = FeatureSheet.Share(before, shape.TotalWords);
            sheet[Feature.WordsBefore][i] = FeatureSheet.Log(Math.Min(before, ManyWords));
            before += shape.Words[i];
            sheet[Feature.WordsAfter][i] = FeatureSheet.Log(Math.Min(shape.TotalWords - before, ManyWords));
            sheet[Feature.DocumentWords][i] = words;
            sheet[Feature.DocumentLines][i] = lines;
            sheet[Feature.DocumentSegments][i] = count;
            sheet[Feature.MeanWords][i] = mean;
            sheet[Feature.BlankShare][i] = blankShare;
        }
    }

    private void FillLines(Segmented document, ShapeFeatures shape, FeatureSheet sheet, int[] blanks)
    {
        Segment[] segments = document.Segments;
        int n = segments.Length, previousWords = 0, groupStart = 0, groupIndex = 0;
        for (int start = 0; start < n;)
        {
            int end = start, words = 0;
            while (end < n && segments[end].Line == segments[start].Line)
                words += shape.Words[end++];
            int blank = blanks[start];
            if (blank > 0)
            {
                CloseGroup(groupStart, start, groupIndex++, shape, segments, sheet);
                groupStart = start;
            }

            int blankAfter = end < n ? blanks[end] : 0;
            for (int i = start; i < end; i++)
            {
                LineStart[i] = start;
                sheet[Feature.LineWords][i] = FeatureSheet.Clip(words);
                sheet[Feature.LineSegments][i] = FeatureSheet.Clip(end - start);
                sheet[Feature.PlaceInLine][i] = FeatureSheet.Clip(i - start);
                sheet[Feature.PlaceFromLineEnd][i] = FeatureSheet.Clip(end - 1 - i);
                sheet[Feature.BlankBefore][i] = FeatureSheet.Clip(i == start ? blank : -1);
                sheet[Feature.BlankAfter][i] = FeatureSheet.Clip(i == end - 1 ? blankAfter : -1);
                sheet[Feature.LinePrevWords][i] = FeatureSheet.Clip(previousWords);
            }

            if (start > 0)
            {
                for (int i = LineStart[start - 1]; i < start; i++)
                    sheet[Feature.LineNextWords][i] = FeatureSheet.Clip(words);
            }

            previousWords = words;
            start = end;
        }

        CloseGroup(groupStart, n, groupIndex, shape, segments, sheet);
    }

    private void CloseGroup(int start, int end, int number, ShapeFeatures shape, Segment[] segments, FeatureSheet sheet)
    {
        if (start >= end)
            return;
        int words = 0;
        for (int i = start; i < end; i++)
            words += shape.Words[i];
        short log = FeatureSheet.Log(words), lines = FeatureSheet.Clip(segments[end - 1].Line - segments[start].Line + 1), index = FeatureSheet.Near(number);
        for (int i = start; i < end; i++)
        {
            GroupStart[i] = start;
            sheet[Feature.GroupWords][i] = log;
            sheet[Feature.GroupLines][i] = lines;
            sheet[Feature.GroupIndex][i] = index;
        }
    }

    private static void FillRuns(ShapeFeatures shape, FeatureSheet sheet)
    {
        int n = sheet.Rows, shortRun = 0, longRun = 0, since = Far;
        for (int i = 0; i < n; i++)
        {
            sheet[Feature.ShortRunBefore][i] = FeatureSheet.Clip(shortRun);
            sheet[Feature.LongRunBefore][i] = FeatureSheet.Clip(longRun);
            sheet[Feature.WordsSinceLong][i] = FeatureSheet.Clip(since);
            Advance(shape, i, ref shortRun, ref longRun, ref since);
        }

        (shortRun, longRun, since) = (0, 0, Far);
        for (int i = n - 1; i >= 0; i--)
        {
            sheet[Feature.ShortRunAfter][i] = FeatureSheet.Clip(shortRun);
            sheet[Feature.LongRunAfter][i] = FeatureSheet.Clip(longRun);
            sheet[Feature.WordsTillLong][i] = FeatureSheet.Clip(since);
            Advance(shape, i, ref shortRun, ref longRun, ref since);
        }
    }

    private static void Advance(ShapeFeatures shape, int i, ref int shortRun, ref int longRun, ref int since)
    {
        bool isShort = shape.Words[i] < ShortWords && !shape.Terminal[i];
        shortRun = isShort ? shortRun + 1 : 0;
        longRun = shape.Prose[i] ? longRun + 1 : 0;
        since = shape.Prose[i] ? 0 : Math.Min(Far, since + shape.Words[i]);
    }

    private static void FillCopies(ShapeFeatures shape, FeatureSheet sheet)
    {
        KeyTable seen = new(sheet.Rows);
        for (int i = 0; i < sheet.Rows; i++)
        {
            sheet[Feature.CopiesBefore][i] = FeatureSheet.Clip(seen[shape.Hashes[i]]++);
        }

        for (int i = 0; i < sheet.Rows; i++)
        {
            int all = seen[shape.Hashes[i]];
            sheet[Feature.CopiesAfter][i] = FeatureSheet.Clip(all - 1 - sheet[Feature.CopiesBefore][i]);
        }
    }

    private static void FillNeighbours(ShapeFeatures shape, FeatureSheet sheet)
    {
        Shift(sheet, Feature.Words, Feature.PrevWords, -1);
        Shift(sheet, Feature.Words, Feature.Prev2Words, -2);
        Shift(sheet, Feature.Words, Feature.Prev3Words, -3);
        Shift(sheet, Feature.Words, Feature.NextWords, 1);
        Shift(sheet, Feature.Words, Feature.Next2Words, 2);
        Shift(sheet, Feature.Words, Feature.Next3Words, 3);
        Shift(sheet, Feature.Terminal, Feature.PrevTerminal, -1);
        Shift(sheet, Feature.Terminal, Feature.Prev2Terminal, -2);
        Shift(sheet, Feature.Terminal, Feature.NextTerminal, 1);
        Shift(sheet, Feature.Terminal, Feature.Next2Terminal, 2);
        Shift(sheet, Feature.TitleShare, Feature.PrevTitleShare, -1);
        Shift(sheet, Feature.TitleShare, Feature.NextTitleShare, 1);
        Shift(sheet, Feature.DigitShare, Feature.PrevDigitShare, -1);
        Shift(sheet, Feature.DigitShare, Feature.NextDigitShare, 1);
        Shift(sheet, Feature.EndsColon, Feature.PrevEndsColon, -1);
        Shift(sheet, Feature.Question, Feature.PrevQuestion, -1);
        Shift(sheet, Feature.Question, Feature.NextQuestion, 1);
        const int Near = 4, Wide = 16;
        int n = sheet.Rows;
        int[] terminal = new int[n + 1], words = new int[n + 1];
        for (int i = 0; i < n; i++)
        {
            terminal[i + 1] = terminal[i] + (shape.Terminal[i] ? 1 : 0);
            words[i + 1] = words[i] + shape.Words[i];
        }

        for (int i = 0; i < n; i++)
        {
            int from = Math.Max(0, i - Near), to = Math.Min(n, i + Near + 1);
            sheet[Feature.TerminalAround][i] = FeatureSheet.Share(terminal[to] - terminal[from], to - from);
            sheet[Feature.WordsAround][i] = FeatureSheet.Clip((words[to] - words[from]) * 4 / (to - from));
            from = Math.Max(0, i - Wide);
            to = Math.Min(n, i + Wide + 1);
            sheet[Feature.WordsWide][i] = FeatureSheet.Clip((words[to] - words[from]) * 4 / (to - from));
        }
    }

    /// <summary>What stands so many rows further on, -1 where there is none.</summary>
    private static void Shift(FeatureSheet sheet, Feature from, Feature to, int by)
    {
        Span<short> source = sheet[from], target = sheet[to];
        for (int i = 0; i < target.Length; i++)
            target[i] = (uint)(i + by) < (uint)source.Length ? source[i + by] : (short)-1;
    }
}
