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

    private readonly HtmlPage _page;
    private readonly int[] _starts;
    private readonly List<ulong> _names = [];
    private readonly List<TextSpan> _places = [];
    private readonly ulong[] _tags;

    public PathWords(HtmlPage page)
    {
        _page = page;
        _starts = new int[page.Nodes.Length + 1];
        _tags = new ulong[page.Nodes.Length];
        for (int n = 0; n < page.Nodes.Length; n++)
        {
            HtmlNode node = page.Nodes[n];
            _tags[n] = Lexer.Hash(node.Tag);
            Split(node.Names);
            _starts[n + 1] = _names.Count;
        }
    }

    /// <summary>Equal for elements with equal tag and names.</summary>
    public ulong SignatureOf(int node)
    {
        ulong signature = _tags[node];
        for (int k = _starts[node]; k < _starts[node + 1]; k++)
            signature = (signature * 0x9E3779B97F4A7C15UL) ^ _names[k];
        return signature;
    }

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
        int parent = _page.Nodes[node].Parent;
        ulong parentTag = parent >= 0 ? _tags[parent] : 0;
        sink.Add(WordFeatures.Key(WordFeature.Tags, _tags[node], parentTag), WordFeature.Tags, node, parent, 0);
        for (int at = node, level = 0; at >= 0; at = _page.Nodes[at].Parent, level++)
        {
            WordFeature kind = level < 2 ? WordFeature.NearName : WordFeature.FarName;
            for (int k = _starts[at]; k < _starts[at + 1]; k++)
                sink.Add(WordFeatures.Key(kind, _names[k], 0), kind, at, k - _starts[at], 0);
            if (level >= 2)
                sink.Add(WordFeatures.Key(WordFeature.FarTag, _tags[at], 0), WordFeature.FarTag, at, at, 0);
        }
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
