namespace ArticleClean.Writing;

/// <summary>Log-odds to a probability, both in thousandths, by a table: floating-point functions differ between machines.</summary>
internal static class Confidence
{
    /// <summary>Nothing is certain.</summary>
    private const int Highest = 999;

    private const int Step = 250;
    private const int Scale = 1000;

    /// <summary>The logistic function at 0, 0.25, 0.5 ... 8, in millionths.</summary>
    private static readonly int[] Millionths =
    [
        500000, 562177, 622459, 679179, 731059, 777300, 817574, 851953, 880797, 904651, 924142, 939913, 952574, 962673,
        970688, 977023, 982014, 985936, 989013, 991423, 993307, 994780, 995930, 996827, 997527, 998073, 998499, 998830,
        999089, 999290, 999447, 999569, 999665,
    ];

    /// <summary>The probability, 1 to 999, that belongs to log-odds in thousandths.</summary>
    public static int OfLogOdds(int logOdds)
    {
        long distance = Math.Abs((long)logOdds);
        int index = (int)Math.Min(distance / Step, Millionths.Length - 1);
        int value = Millionths[index];
        if (index + 1 < Millionths.Length)
            value += (int)((Millionths[index + 1] - value) * (distance % Step) / Step);
        int thousandths = Math.Min((value + (Scale / 2)) / Scale, Highest);
        return logOdds < 0 ? Scale - thousandths : thousandths;
    }
}
