using System.Collections.Immutable;
using System.Globalization;
using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>A block's place in a list: what stands before its first line and before the others.</summary>
internal readonly record struct MarkdownItem(string Marker, string Indent, bool IsFirst);

/// <summary>Numbers the items of a page's lists as they come.</summary>
internal sealed class MarkdownLists(ImmutableArray<HtmlNode> nodes)
{
    /// <summary>Deepest nesting that is written; a page that has more is not read by anyone.</summary>
    public const int MaxDepth = 8;

    private readonly Dictionary<int, int> _count = [];
    private readonly HashSet<int> _begun = [];

    /// <summary>The item that a block of the node belongs to; null outside lists. Ask once for each block, in order.</summary>
    public MarkdownItem? ItemOf(int node)
    {
        int item = node;
        while (item >= 0 && nodes[item].Tag != "li")
            item = nodes[item].Parent;
        if (item < 0)
            return null;
        string outer = new(' ', OuterWidth(item));
        int list = nodes[item].Parent;
        bool isOrdered = list >= 0 && nodes[list].Tag == "ol";
        bool isFirst = _begun.Add(item);
        if (isFirst)
            _count[list] = _count.GetValueOrDefault(list) + 1;
        string marker = isOrdered ? _count[list].ToString(CultureInfo.InvariantCulture) + ". " : "- ";
        string indent = outer + new string(' ', marker.Length);
        return new MarkdownItem(isFirst ? outer + marker : indent, indent, isFirst);
    }

    /// <summary>Blanks before an item: the widths of the markers around it.</summary>
    private int OuterWidth(int item)
    {
        int width = 0;
        int depth = 0;
        for (int i = nodes[item].Parent; i >= 0 && depth < MaxDepth; i = nodes[i].Parent)
        {
            if (nodes[i].Tag != "li")
                continue;
            depth++;
            int list = nodes[i].Parent;
            width += list >= 0 && nodes[list].Tag == "ol" ? "1. ".Length : "- ".Length;
        }

        return width;
    }
}
