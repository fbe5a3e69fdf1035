namespace ArticleClean.Detecting.LineModel;

/// <summary>Fills the columns on what nearby segments announce: a heading above says what follows it, a line below what stands before it.</summary>
internal static class HeadingFeatures
{
    private const int Reach = 8;

    /// <summary>Prose announces nothing; only shorter segments are asked by the decaying column.</summary>
    private const int HeadingWords = 10;

    public static void Fill(FeatureSheet sheet, int[] after, int[] before, ShapeFeatures shape)
    {
        int n = sheet.Rows, since = 0;
        Span<short> afterSelf = sheet[Feature.AfterSelf], beforeSelf = sheet[Feature.BeforeSelf], afterPrev = sheet[Feature.AfterPrev];
        Span<short> beforeNext = sheet[Feature.BeforeNext], afterSince = sheet[Feature.AfterSince];
        Span<short> afterMax = sheet[Feature.AfterMax8], afterMean = sheet[Feature.AfterMean8], beforeMax = sheet[Feature.BeforeMax8], beforeMean = sheet[Feature.BeforeMean8];
        for (int i = 0; i < n; i++)
        {
            afterSelf[i] = FeatureSheet.Clip(after[i]);
            beforeSelf[i] = FeatureSheet.Clip(before[i]);
            afterPrev[i] = i > 0 ? FeatureSheet.Clip(after[i - 1]) : (short)0;
            beforeNext[i] = i + 1 < n ? FeatureSheet.Clip(before[i + 1]) : (short)0;
            afterSince[i] = FeatureSheet.Clip(since);
            since = shape.Words[i] <= HeadingWords && Math.Abs(after[i]) >= Math.Abs(since) ? after[i] : since * 7 / 8;
            Look(after, i - 1, -1, afterMax, afterMean, i);
            Look(before, i + 1, 1, beforeMax, beforeMean, i);
        }
    }

    private static void Look(int[] scores, int from, int step, Span<short> loudest, Span<short> mean, int row)
    {
        int sum = 0, count = 0, extreme = 0;
        for (int j = from, k = 0; k < Reach && (uint)j < (uint)scores.Length; k++, j += step)
        {
            sum += scores[j];
            count++;
            extreme = Math.Abs(scores[j]) > Math.Abs(extreme) ? scores[j] : extreme;
        }

        loudest[row] = FeatureSheet.Clip(extreme);
        mean[row] = count == 0 ? (short)0 : FeatureSheet.Clip(sum / count);
    }
}
