namespace ArticleClean.Detecting.LineModel;

/// <summary>The columns of one document: for each <see cref="Feature"/> one value a segment.</summary>
internal sealed class FeatureSheet : IDisposable
{
    /// <summary>A larger sheet is not kept for the next document, only for the next decision on the same one.</summary>
    private const int MostSpareCells = 1 << 20;

    /// <summary>The last sheet of this thread; the framework's pool of such arrays is compiled at each start.</summary>
    [ThreadStatic]
    private static short[]? s_spare;

    private readonly short[] _values;
    private readonly WordScores? _known;

    /// <summary>An empty sheet of so many segments.</summary>
    /// <param name="known">What keeps the memory of a large sheet from one decision to the next; null where one is made.</param>
    public FeatureSheet(int rows, WordScores? known = null)
    {
        _known = known;
        Rows = rows;
        Stride = (rows + Padding - 1) / Padding * Padding;
        int cells = Stride * (int)Feature.Count;
        short[]? spare = known?.SpareSheet ?? s_spare;
        s_spare = null;
        _values = spare is not null && spare.Length >= cells ? spare : new short[cells];
        Array.Clear(_values, 0, cells);
    }

    /// <summary>Gives the memory back; nothing may be read afterwards, and no other sheet may be open meanwhile.</summary>
    public void Dispose()
    {
        bool isSmall = _values.Length <= MostSpareCells;
        s_spare = isSmall ? _values : null;
        if (_known is not null)
            _known.SpareSheet = isSmall ? null : _values;
    }

    /// <summary>Columns begin at multiples of this many rows, so that whole vectors can be read.</summary>
    public const int Padding = 32;

    public int Rows { get; }

    public int Stride { get; }

    public Span<short> this[Feature feature] => _values.AsSpan((int)feature * Stride, Rows);

    /// <summary>All columns one after the other, each <see cref="Stride"/> long.</summary>
    public ReadOnlySpan<short> All => _values.AsSpan(0, Stride * (int)Feature.Count);

    /// <summary>The value as a column holds it.</summary>
    public static short Clip(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);

    /// <summary>A distance in segments; far is far.</summary>
    public static short Near(int distance) => (short)Math.Clamp(distance, -FarSegments, FarSegments);

    /// <summary>A model that has seen few long articles must not learn that nothing good comes after its usual length.</summary>
    private const int FarSegments = 30;

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
