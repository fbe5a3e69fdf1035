namespace ArticleClean.Segmenting;

/// <summary>
/// Words with a number each, asked by spans. The framework's tables that can be asked so are compiled at each start,
/// method by method; this one is compiled ahead with the library.
/// </summary>
internal sealed class WordTable(StringComparison comparison)
{
    private string?[] _words = new string?[256];
    private int[] _values = new int[256];
    private int _count;

    /// <summary>The words of lists with blanks between them, all with the number 0.</summary>
    public static WordTable Of(StringComparison comparison, params string[] lists)
    {
        WordTable table = new(comparison);
        foreach (string list in lists)
            table.AddAll(list, 0);
        return table;
    }

    /// <summary>Adds the words of a list with blanks between them; those that are there keep their number.</summary>
    public void AddAll(string list, int value)
    {
        for (int start = 0; start < list.Length;)
        {
            int end = list.IndexOf(' ', start);
            end = end < 0 ? list.Length : end;
            if (end > start)
                Add(list.AsSpan(start, end - start), value);
            start = end + 1;
        }
    }

    /// <summary>Adds a word unless it is there.</summary>
    public void Add(ReadOnlySpan<char> word, int value)
    {
        if (2 * (_count + 1) > _words.Length)
            Grow();
        int slot = Slot(word);
        if (_words[slot] is not null)
            return;
        (_words[slot], _values[slot]) = (word.ToString(), value);
        _count++;
    }

    public bool Contains(ReadOnlySpan<char> word) => _words[Slot(word)] is not null;

    public bool TryGetValue(ReadOnlySpan<char> word, out int value)
    {
        int slot = Slot(word);
        value = _values[slot];
        return _words[slot] is not null;
    }

    /// <summary>Where a word stands, or the free place where it would.</summary>
    private int Slot(ReadOnlySpan<char> word)
    {
        int mask = _words.Length - 1;
        int slot = string.GetHashCode(word, comparison) & mask;
        while (_words[slot] is { } there && !word.Equals(there, comparison))
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        (string?[] words, int[] values) = (_words, _values);
        (_words, _values) = (new string?[words.Length * 2], new int[words.Length * 2]);
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i] is not { } word)
                continue;
            int slot = Slot(word);
            (_words[slot], _values[slot]) = (word, values[i]);
        }
    }
}
