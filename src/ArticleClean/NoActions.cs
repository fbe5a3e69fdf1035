using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ArticleClean;

/// <summary>No category has an action of its own. The framework's dictionaries over our enumerations are compiled at each start.</summary>
internal sealed class NoActions : IReadOnlyDictionary<Category, CategoryAction>
{
    private NoActions()
    {
    }

    public static NoActions Instance { get; } = new();

    public int Count => 0;

    public IEnumerable<Category> Keys => [];

    public IEnumerable<CategoryAction> Values => [];

    public CategoryAction this[Category key] => throw new KeyNotFoundException();

    public bool ContainsKey(Category key) => false;

    public bool TryGetValue(Category key, [MaybeNullWhen(false)] out CategoryAction value)
    {
        value = default;
        return false;
    }

    public IEnumerator<KeyValuePair<Category, CategoryAction>> GetEnumerator()
    {
        yield break;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
