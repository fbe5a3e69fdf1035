namespace ArticleClean.Segmenting;

/// <summary>
/// A set of UTF-16 units as a bit each. The framework's search values are compiled at each start, for the machine's
/// vectors; for marks that stand at every few words a loop is no slower.
/// </summary>
internal sealed class CharSet
{
    private readonly ulong[] _bits = new ulong[(char.MaxValue + 1) / 64];

    public CharSet(string characters)
    {
        foreach (char c in characters)
            _bits[c >> 6] |= 1UL << (c & 63);
    }

    public bool Contains(char c) => (_bits[c >> 6] >> (c & 63) & 1) != 0;

    /// <summary>The first place where one of the set stands, -1 when there is none.</summary>
    public int IndexIn(ReadOnlySpan<char> text)
    {
        ulong[] bits = _bits;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if ((bits[c >> 6] >> (c & 63) & 1) != 0)
                return i;
        }

        return -1;
    }
}
