namespace ArticleClean;

/// <summary>
/// A growing list of values. The framework's own list over a value type of ours is compiled at each start, method by
/// method; this one is compiled ahead with the library. Not thread-safe.
/// </summary>
internal sealed class Rows<T>(int capacity = 16)
    where T : struct
{
    private T[] _items = new T[Math.Max(capacity, 4)];

    public int Count { get; private set; }

    public T this[int index]
    {
        get => index < Count ? _items[index] : throw new ArgumentOutOfRangeException(nameof(index));
        set => _items[index < Count ? index : throw new ArgumentOutOfRangeException(nameof(index))] = value;
    }

    public void Add(T item)
    {
        if (Count == _items.Length)
            _items = Copy(_items, Count * 2);
        _items[Count++] = item;
    }

    public void Clear() => Count = 0;

    public void Sort(Comparison<T> comparison) => _items.AsSpan(0, Count).Sort(comparison);

    public T[] ToArray() => Copy(_items, Count);

    public Enumerator GetEnumerator() => new(this);

    // Array.Copy is no generic method, so nothing of it is compiled at a start.
    private T[] Copy(T[] items, int length)
    {
        T[] copy = new T[length];
        Array.Copy(items, copy, Count);
        return copy;
    }

    /// <summary>Goes over the values that are there when each is reached.</summary>
    public struct Enumerator(Rows<T> rows)
    {
        private int _next;

        public readonly T Current => rows[_next - 1];

        public bool MoveNext() => _next++ < rows.Count;
    }
}
