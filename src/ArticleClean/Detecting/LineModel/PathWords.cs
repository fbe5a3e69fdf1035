using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>The class, id and role words of a page's elements, split at everything but letters, and the sparse features of a block's path.</summary>
internal sealed class PathWords
{
    /// <summary>A letter or two inside a generated name says nothing.</summary>
    private const int MinLetters = 3;

    /// <summary>Names of one element beyond these are not looked at.</summary>
    private const int MaxNames = 24;

    /// <summary>The element of a block and its parent say more than those above.</summary>
    private const int NearLevels = 2;

    private readonly HtmlPage _page;
    private readonly int[] _starts;
    private readonly List<ulong> _names = [];
    private readonly List<TextSpan> _places = [];
    private readonly ulong[] _tags;
    private readonly ulong[] _signatures;

    public PathWords(HtmlPage page)
    {
        _page = page;
        _starts = new int[page.Nodes.Length + 1];
        _tags = new ulong[page.Nodes.Length];
        _signatures = new ulong[page.Nodes.Length];
        for (int n = 0; n < page.Nodes.Length; n++)
        {
            ref readonly HtmlNode node = ref page.Nodes.ItemRef(n);
            _tags[n] = Lexer.Hash(node.Tag);
            Split(node.Names);
            _starts[n + 1] = _names.Count;
            ulong signature = _tags[n];
            for (int k = _starts[n]; k < _names.Count; k++)
                signature = (signature * 0x9E3779B97F4A7C15UL) ^ _names[k];
            _signatures[n] = signature;
        }
    }

    /// <summary>Elements of the page.</summary>
    public int Count => _tags.Length;

    /// <summary>The element above, -1 for the root.</summary>
    public int ParentOf(int node) => _page.Nodes.ItemRef(node).Parent;

    /// <summary>Equal for elements with equal tag and names.</summary>
    public ulong SignatureOf(int node) => _signatures[node];

    /// <summary>The letters of a name word, for the readable weights.</summary>
    public string NameAt(int node, int index)
    {
        TextSpan place = _places[_starts[node] + index];
        return _page.Nodes[node].Names.Substring(place.Start, place.Length);
    }

    /// <summary>Gives the features of a block's path to the sink; the tokens of a feature are its element and the word's number there.</summary>
    public void Collect<TSink>(int block, ref TSink sink)
        where TSink : struct, IWordFeatureSink
    {
        int node = _page.Blocks[block].Node;
        CollectTags(node, ref sink);
        for (int at = node, level = 0; at >= 0; at = ParentOf(at), level++)
        {
            if (level < NearLevels)
                CollectNear(at, ref sink);
            else
                CollectFar(at, ref sink);
        }
    }

    /// <summary>What the tags of an element and of its parent say of a block in it.</summary>
    public void CollectTags<TSink>(int node, ref TSink sink)
        where TSink : struct, IWordFeatureSink
    {
        int parent = ParentOf(node);
        sink.Add(WordFeatures.Key(WordFeature.Tags, _tags[node], parent >= 0 ? _tags[parent] : 0), WordFeature.Tags, node, parent, 0);
    }

    /// <summary>What an element says of a block in it or in a child of it.</summary>
    public void CollectNear<TSink>(int node, ref TSink sink)
        where TSink : struct, IWordFeatureSink => CollectNames(node, WordFeature.NearName, ref sink);

    /// <summary>What an element says of a block further down.</summary>
    public void CollectFar<TSink>(int node, ref TSink sink)
        where TSink : struct, IWordFeatureSink
    {
        CollectNames(node, WordFeature.FarName, ref sink);
        sink.Add(WordFeatures.Key(WordFeature.FarTag, _tags[node], 0), WordFeature.FarTag, node, node, 0);
    }

    private void CollectNames<TSink>(int node, WordFeature kind, ref TSink sink)
        where TSink : struct, IWordFeatureSink
    {
        for (int k = _starts[node]; k < _starts[node + 1]; k++)
            sink.Add(WordFeatures.Key(kind, _names[k], 0), kind, node, k - _starts[node], 0);
    }

    private void Split(string names)
    {
        int first = _names.Count;
        for (int i = 0; i < names.Length && _names.Count - first < MaxNames;)
        {
            int start = i;
            while (i < names.Length && char.IsLetter(names[i]))
                i++;
            if (i - start >= MinLetters)
            {
                _names.Add(Lexer.Hash(names.AsSpan(start, i - start)));
                _places.Add(new TextSpan(start, i - start));
            }

            i = Math.Max(i, start + 1);
        }
    }
}
