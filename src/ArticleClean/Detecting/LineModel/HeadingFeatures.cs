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
        for (int i = 0; i < n; i++)
        {
            sheet[Feature.AfterSelf][i] = FeatureSheet.Clip(after[i]);
            sheet[Feature.BeforeSelf][i] = FeatureSheet.Clip(before[i]);
            sheet[Feature.AfterPrev][i] = i > 0 ? FeatureSheet.Clip(after[i - 1]) : (short)0;
            sheet[Feature.BeforeNext][i] = i + 1 < n ? FeatureSheet.Clip(before[i + 1]) : (short)0;
            sheet[Feature.AfterSince][i] = FeatureSheet.Clip(since);
            since = shape.Words[i] <= HeadingWords && Math.Abs(after[i]) >= Math.Abs(since) ? after[i] : since * 7 / 8;
            Look(after, i - 1, -1, sheet[Feature.AfterMax8], sheet[Feature.AfterMean8], i);
            Look(before, i + 1, 1, sheet[Feature.BeforeMax8], sheet[Feature.BeforeMean8], i);
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
