using ArticleClean.Reading;

namespace ArticleClean.Detecting.LineModel;

/// <summary>What the model asks of a page's elements and what no decision changes: worked out once for a page, element by element.</summary>
internal sealed class PageTree
{
    /// <summary>Columns from <see cref="Feature.HtmlInArticle"/> on that say how far out an element of a kind stands.</summary>
    public const int EnclosingKinds = Feature.HtmlInSection - Feature.HtmlInArticle + 1;

    private const short OtherTag = 12;

    private readonly int[] _enclosing;

    public PageTree(HtmlPage page)
    {
        int nodes = page.Nodes.Length;
        Paths = new PathWords(page);
        (Parents, Depths, Articles, Looks, HasTitle) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes], new bool[nodes]);
        (Tags, HeadingLevels, _enclosing) = (new short[nodes], new byte[nodes], new int[nodes * EnclosingKinds]);
        Dictionary<ulong, int> looks = [];
        for (int n = 0; n < nodes; n++)
        {
            ref readonly HtmlNode node = ref page.Nodes.ItemRef(n);
            int parent = Parents[n] = node.Parent;
            Tags[n] = ClassOf(node.Tag);
            HeadingLevels[n] = LevelOf(node.Tag);
            Enclose(n, node.Tag);
            ulong signature = parent >= 0 ? (Paths.SignatureOf(n) * 31) ^ Paths.SignatureOf(parent) : Paths.SignatureOf(n);
            if (!looks.TryGetValue(signature, out Looks[n]))
                looks.Add(signature, Looks[n] = looks.Count);
            if (n == 0)
                continue;
            Depths[n] = parent >= 0 ? Depths[parent] + 1 : 0;
            if (node.Tag == "article")
                Articles[n] = ++ArticleCount;
            if (HeadingLevels[n] != 1)
                continue;
            for (int above = parent; above >= 0 && !HasTitle[above]; above = Parents[above])
                HasTitle[above] = true;
        }

        LookCount = looks.Count;
    }

    public PathWords Paths { get; }

    /// <summary>The element above each, -1 for the root.</summary>
    public int[] Parents { get; }

    public int[] Depths { get; }

    /// <summary>The number of an <c>article</c> among those of the page, from 1 on; 0 for other elements.</summary>
    public int[] Articles { get; }

    public int ArticleCount { get; }

    /// <summary>Whether a main heading stands below each.</summary>
    public bool[] HasTitle { get; }

    /// <summary>Classes of tags, as <see cref="Feature.HtmlTag"/> holds them.</summary>
    public short[] Tags { get; }

    /// <summary>1 to 6 for a heading (a digit of a made-up one likewise), 0 for other elements; <c>h0</c> counts as <see cref="NoLevel"/>.</summary>
    public byte[] HeadingLevels { get; }

    /// <summary>The level of an element that is called <c>h0</c>: a heading of level 0.</summary>
    public const byte NoLevel = byte.MaxValue;

    /// <summary>Numbers below <see cref="LookCount"/>, equal for elements that look alike: in tag and names, their own and their parent's.</summary>
    public int[] Looks { get; }

    public int LookCount { get; }

    /// <summary>For each kind of enclosing element the outermost one around an element or itself; -1 where there is none.</summary>
    public ReadOnlySpan<int> EnclosingOf(int node) => _enclosing.AsSpan(node * EnclosingKinds, EnclosingKinds);

    private void Enclose(int node, string tag)
    {
        Span<int> own = _enclosing.AsSpan(node * EnclosingKinds, EnclosingKinds);
        if (Parents[node] >= 0)
            EnclosingOf(Parents[node]).CopyTo(own);
        else
            own.Fill(-1);
        if (KindOf(tag) is { } kind && own[kind - Feature.HtmlInArticle] < 0)
            own[kind - Feature.HtmlInArticle] = node;
    }

    private static byte LevelOf(string tag)
    {
        if (tag.Length != 2 || tag[0] != 'h' || !char.IsAsciiDigit(tag[1]))
            return 0;
        return tag[1] == '0' ? NoLevel : (byte)(tag[1] - '0');
    }

    private static Feature? KindOf(string tag) => tag switch
    {
        "article" => Feature.HtmlInArticle,
        "main" => Feature.HtmlInMain,
        "aside" => Feature.HtmlInAside,
        "nav" => Feature.HtmlInNav,
        "footer" => Feature.HtmlInFooter,
        "header" => Feature.HtmlInHeader,
        "form" or "button" or "label" => Feature.HtmlInForm,
        "figure" or "figcaption" => Feature.HtmlInFigure,
        "ul" or "ol" or "dl" => Feature.HtmlInList,
        "table" => Feature.HtmlInTable,
        "blockquote" => Feature.HtmlInQuote,
        "section" => Feature.HtmlInSection,
        _ => null,
    };

    private static short ClassOf(string tag) => tag switch
    {
        "p" => 0,
        "blockquote" => 1,
        "pre" => 2,
        "h1" => 3,
        "h2" => 4,
        "h3" => 5,
        "h4" or "h5" or "h6" => 6,
        "dt" or "dd" => 7,
        "li" => 8,
        "td" or "th" or "tr" => 9,
        "figcaption" => 10,
        "figure" => 11,
        "div" => OtherTag,
        "section" or "article" or "main" => 13,
        "span" or "a" => 14,
        "button" or "label" or "form" => 15,
        "header" or "footer" or "nav" or "aside" => 16,
        _ => OtherTag,
    };
}
