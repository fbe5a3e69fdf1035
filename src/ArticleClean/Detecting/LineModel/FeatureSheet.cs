namespace ArticleClean.Detecting.LineModel;

/// <summary>The columns of one document: for each <see cref="Feature"/> one value a segment.</summary>
internal sealed class FeatureSheet
{
    private readonly short[] _values;

    /// <summary>An empty sheet of so many segments.</summary>
    public FeatureSheet(int rows)
    {
        Rows = rows;
        Stride = (rows + Padding - 1) / Padding * Padding;
        _values = new short[Stride * (int)Feature.Count];
    }

    /// <summary>Columns begin at multiples of this many rows, so that whole vectors can be read.</summary>
    public const int Padding = 32;

    public int Rows { get; }

    public int Stride { get; }

    public Span<short> this[Feature feature] => _values.AsSpan((int)feature * Stride, Rows);

    /// <summary>The column with its padding.</summary>
    public ReadOnlySpan<short> Padded(int column) => _values.AsSpan(column * Stride, Stride);

    /// <summary>The value as a column holds it.</summary>
    public static short Clip(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);

    /// <summary>Logarithm to base 2 of value + 1 in eighths, by table of the leading bits; 0 for 0.</summary>
    public static short Log(int value)
    {
        if (value <= 0)
            return 0;
        uint v = (uint)value + 1;
        int power = 31 - System.Numerics.BitOperations.LeadingZeroCount(v);
        uint fraction = power >= 3 ? (v >> (power - 3)) & 7 : (v << (3 - power)) & 7;
        return (short)((power * 8) + (int)fraction);
    }

    /// <summary>Part of whole in thousandths; 0 when the whole is 0.</summary>
    public static short Share(int part, int whole) => whole <= 0 ? (short)0 : (short)(1000L * part / whole);
}
