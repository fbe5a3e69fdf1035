namespace ArticleClean;

/// <summary>A half-open range of UTF-16 units in <see cref="Reading.Document.Text"/>.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The unit after the last one.</summary>
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan FromBounds(int start, int end) => new(start, end - start);

    /// <summary>Whether <paramref name="other"/> lies wholly inside this span.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;
}
