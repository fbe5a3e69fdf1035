using System.Collections.Immutable;
using System.Text.Json;

namespace ArticleClean.Writing;

/// <summary>A value in a JSON document with its path, so that an error names the place.</summary>
internal readonly record struct JsonField(string Path, JsonElement Element)
{
    private const decimal ThousandthsInOne = 1000m;

    /// <summary>A field that must be there.</summary>
    public JsonField Get(string name) =>
        Find(name) ?? throw new SidecarException($"The sidecar has no field {Path}.{name}.");

    /// <summary>A field that may be missing or null.</summary>
    public JsonField? Find(string name)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Wrong("an object");
        return Element.TryGetProperty(name, out JsonElement field) && field.ValueKind != JsonValueKind.Null
            ? new JsonField($"{Path}.{name}", field)
            : null;
    }

    public string String()
    {
        if (Element.ValueKind != JsonValueKind.String)
            throw Wrong("a string");
        try
        {
            return Element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Wrong("a string of whole characters (it holds a lone surrogate)");
        }
    }

    public long Number() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetInt64(out long number) ? number : throw Wrong("a whole number");

    /// <summary>A fraction as thousandths.</summary>
    public int Thousandths() =>
        Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out decimal number) && number is >= -1 and <= 1
            ? (int)decimal.Round(number * ThousandthsInOne)
            : throw Wrong("a fraction");

    public byte[] Base64() =>
        Element.ValueKind == JsonValueKind.String && Element.TryGetBytesFromBase64(out byte[]? bytes) ? bytes : throw Wrong("base64");

    public ImmutableArray<T> Items<T>(Func<JsonField, T> read)
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Wrong("an array");
        ImmutableArray<T>.Builder items = ImmutableArray.CreateBuilder<T>(Element.GetArrayLength());
        foreach (JsonElement item in Element.EnumerateArray())
            items.Add(read(new JsonField($"{Path}[{items.Count}]", item)));
        return items.MoveToImmutable();
    }

    public ImmutableSortedDictionary<string, T> Fields<T>(Func<JsonField, T> read)
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Wrong("an object");
        ImmutableSortedDictionary<string, T>.Builder fields = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (JsonProperty property in Element.EnumerateObject())
            fields[property.Name] = read(new JsonField($"{Path}.{property.Name}", property.Value));
        return fields.ToImmutable();
    }

    public SidecarException Wrong(string wanted) => new($"The sidecar's {Path} should be {wanted}.");
}
