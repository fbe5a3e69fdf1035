using System.Buffers;

namespace ArticleClean.Writing;

/// <summary>Addresses of links as Markdown writes them.</summary>
internal sealed class MarkdownLinks(string? pageAddress)
{
    private static readonly SearchValues<char> Unwritable = SearchValues.Create(" ()<>\r\n");
    private static readonly SearchValues<char> AfterScheme = SearchValues.Create("/?#");

    private readonly Uri? _page = Uri.TryCreate(pageAddress, UriKind.Absolute, out Uri? page) ? page : null;

    /// <summary>The address, absolute where the page's own is known; null for what leads nowhere outside a browser.</summary>
    public string? Resolve(string? target)
    {
        string address = target?.Trim() ?? "";
        if (address.Length == 0 || address[0] == '#')
            return null;
        int colon = address.IndexOf(':', StringComparison.Ordinal);
        bool hasScheme = colon > 0 && address.AsSpan(0, colon).IndexOfAny(AfterScheme) < 0;
        if (hasScheme && !IsReadable(address.AsSpan(0, colon)))
            return null;
        if (!hasScheme && _page is not null && Uri.TryCreate(_page, address, out Uri? absolute))
            address = absolute.AbsoluteUri;
        return address.AsSpan().IndexOfAny(Unwritable) < 0 ? address : "<" + Encode(address) + ">";
    }

    private static bool IsReadable(ReadOnlySpan<char> scheme) =>
        scheme.Equals("http", StringComparison.OrdinalIgnoreCase) || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("mailto", StringComparison.OrdinalIgnoreCase) || scheme.Equals("tel", StringComparison.OrdinalIgnoreCase);

    private static string Encode(string address) => address
        .Replace("<", "%3C", StringComparison.Ordinal)
        .Replace(">", "%3E", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "", StringComparison.Ordinal);
}
