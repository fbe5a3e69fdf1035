using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ArticleClean.Reading;

/// <summary>Numbers the elements on the paths of blocks, parents before children.</summary>
internal sealed class HtmlNodeTable
{
    /// <summary>Longest list of names, in UTF-16 units; generated class lists run to a few hundred.</summary>
    private const int MaxNamesLength = 1024;

    private static readonly string[] NameAttributes = ["class", "id", "role", "itemprop"];

    private readonly List<HtmlTreeElement> _elements = [];
    private readonly List<HtmlTreeElement> _pending = [];
    private readonly char[] _names = new char[MaxNamesLength];

    /// <summary>The element's index; it and the elements above it get one when they have none.</summary>
    public int IndexOf(HtmlTreeElement element)
    {
        if (element.Node >= 0)
            return element.Node;
        for (HtmlTreeElement? above = element; above is { Node: < 0 }; above = above.Parent as HtmlTreeElement)
            _pending.Add(above);
        for (int i = _pending.Count - 1; i >= 0; i--)
        {
            _pending[i].Node = _elements.Count;
            _elements.Add(_pending[i]);
        }

        _pending.Clear();
        return element.Node;
    }

    /// <summary>The table; a page without blocks has its root alone.</summary>
    public ImmutableArray<HtmlNode> Build(HtmlTreeDocument document, SourceCursor cursor)
    {
        if (document.Root is not null)
            IndexOf(document.Root);
        SourcePlace[] found = HtmlPlaces.Find(_elements, cursor);
        HtmlNode[] table = new HtmlNode[Math.Max(1, _elements.Count)];
        table[0] = new HtmlNode(-1, "html", "", HtmlPlaces.FileStart);
        for (int i = 0; i < _elements.Count; i++)
        {
            HtmlTreeElement element = _elements[i];
            int parent = (element.Parent as HtmlTreeElement)?.Node ?? -1;
            SourcePlace place = element.Start >= 0 ? found[i] : parent >= 0 ? table[parent].Place : HtmlPlaces.FileStart;
            table[i] = new HtmlNode(parent, element.Tag.Name, NamesOf(element), place);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(table);
    }

    private string NamesOf(HtmlTreeElement element)
    {
        if (!element.HasAttributes)
            return "";
        Span<char> names = _names;
        int length = 0;
        foreach (string attribute in NameAttributes)
        {
            if (!element.TryGet(attribute, out ReadOnlySpan<char> value))
                continue;
            foreach (Range range in value.SplitAny(" \t\n\f\r"))
            {
                ReadOnlySpan<char> word = value[range];
                if (word.IsEmpty || length + word.Length + 1 > names.Length)
                    continue;
                if (length > 0)
                    names[length++] = ' ';
                length += word.ToLowerInvariant(names[length..]);
            }
        }

        return length == 0 ? "" : names[..length].ToString();
    }
}
