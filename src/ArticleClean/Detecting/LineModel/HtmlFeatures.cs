using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>Fills the columns that say where each segment stands in the tree of a page, and what its containers hold.</summary>
internal sealed class HtmlFeatures
{
    /// <summary>A block of so many words is a paragraph whatever its tag.</summary>
    private const int ParagraphWords = 15;

    private const int Levels = 4;

    private readonly Segmented _document;
    private readonly HtmlPage _page;
    private readonly PageTree _tree;
    private readonly ShapeFeatures _shape;
    private readonly FeatureSheet _sheet;
    private readonly int[] _words;
    private readonly int[] _linked;
    private readonly int[] _chars;
    private readonly int[] _paragraphs;
    private readonly int[] _blocks;

    private HtmlFeatures(Segmented document, PageTree tree, ShapeFeatures shape, FeatureSheet sheet)
    {
        (_document, _page, _tree, _shape, _sheet) = (document, document.Document.Html!, tree, shape, sheet);
        int nodes = _page.Nodes.Length;
        (_words, _linked, _chars, _paragraphs, _blocks) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
    }

    /// <summary>Fills what rests on the page alone.</summary>
    public static HtmlFeatures Fill(Segmented document, PageTree tree, PageLikeness likeness, ShapeFeatures shape, FeatureSheet sheet)
    {
        HtmlFeatures features = new(document, tree, shape, sheet);
        features.Sum();
        features.FillPaths();
        features.FillHeadings();
        features.FillLikeness(likeness.Of(document));
        return features;
    }

    private int NodeOf(int segment) => _page.Blocks.ItemRef(_document.Segments[segment].Block).Node;

    private int Parent(int node) => _tree.Parents[node];

    /// <summary>Adds up what stands below each element; children come after their parents in the table.</summary>
    private void Sum()
    {
        int[] blockWords = new int[_page.Blocks.Length];
        for (int i = 0; i < _sheet.Rows; i++)
            blockWords[_document.Segments[i].Block] += _shape.Words[i];
        for (int b = 0; b < _page.Blocks.Length; b++)
        {
            ref readonly HtmlBlock block = ref _page.Blocks.ItemRef(b);
            _words[block.Node] += blockWords[b];
            _linked[block.Node] += block.LinkLength;
            _chars[block.Node] += block.Span.Length;
            _paragraphs[block.Node] += blockWords[b] >= ParagraphWords ? blockWords[b] : 0;
            _blocks[block.Node]++;
        }

        for (int n = _page.Nodes.Length - 1; n > 0; n--)
        {
            int parent = Parent(n);
            if (parent < 0)
                continue;
            _words[parent] += _words[n];
            _linked[parent] += _linked[n];
            _chars[parent] += _chars[n];
            _paragraphs[parent] += _paragraphs[n];
            _blocks[parent] += _blocks[n];
        }
    }

    private void FillPaths()
    {
        int last = -1;
        for (int i = 0; i < _sheet.Rows; i++)
        {
            int b = _document.Segments[i].Block;
            if (b == last)
            {
                for (Feature f = Feature.HtmlLinkShare; f <= Feature.HtmlLastOfPath; f++)
                    _sheet[f][i] = _sheet[f][i - 1];
                continue;
            }

            last = b;
            ref readonly HtmlBlock block = ref _page.Blocks.ItemRef(b);
            _sheet[Feature.HtmlLinkShare][i] = FeatureSheet.Share(block.LinkLength, block.Span.Length);
            _sheet[Feature.HtmlLinkCount][i] = FeatureSheet.Clip(block.LinkCount);
            _sheet[Feature.HtmlDepth][i] = FeatureSheet.Clip(_tree.Depths[block.Node]);
            _sheet[Feature.HtmlTag][i] = _tree.Tags[block.Node];
            FillAncestors(block.Node, i);
            int node = block.Node;
            for (int level = 0; level < Levels; level++)
            {
                node = node >= 0 ? Parent(node) : -1;
                Feature at = Feature.HtmlWords1 + (level * LevelColumns);
                _sheet[at][i] = node < 0 ? (short)-1 : FeatureSheet.Log(_words[node]);
                _sheet[at + 1][i] = node < 0 ? (short)-1 : FeatureSheet.Share(_linked[node], _chars[node]);
                _sheet[at + 2][i] = node < 0 ? (short)-1 : FeatureSheet.Share(_paragraphs[node], _words[node]);
                _sheet[at + 3][i] = node < 0 ? (short)-1 : FeatureSheet.Share(_words[node], _shape.TotalWords);
                _sheet[at + 4][i] = node < 0 ? (short)-1 : FeatureSheet.Log(_blocks[node]);
            }
        }
    }

    private const int LevelColumns = 5;

    private void FillAncestors(int node, int row)
    {
        _sheet[Feature.HtmlArticleCount][row] = FeatureSheet.Clip(_tree.ArticleCount);
        ReadOnlySpan<int> enclosing = _tree.EnclosingOf(node);
        for (int kind = 0; kind < enclosing.Length; kind++)
        {
            int outermost = enclosing[kind];
            _sheet[Feature.HtmlInArticle + kind][row] = outermost < 0 ? (short)0 : FeatureSheet.Clip(_tree.Depths[node] - _tree.Depths[outermost] + 1);
        }

        int article = enclosing[0];
        _sheet[Feature.HtmlArticleWords][row] = article < 0 ? (short)0 : FeatureSheet.Share(_words[article], _shape.TotalWords);
        _sheet[Feature.HtmlArticleNumber][row] = article < 0 ? (short)0 : FeatureSheet.Clip(_tree.Articles[article]);
        _sheet[Feature.HtmlArticleHasTitle][row] = ShapeFeatures.Flag(article >= 0 && _tree.HasTitle[article]);
    }

    /// <summary>Distance in segments to the first and to the nearest main heading.</summary>
    private void FillHeadings()
    {
        int n = _sheet.Rows, first = -1;
        for (int i = 0; i < n && first < 0; i++)
            first = _tree.HeadingLevels[NodeOf(i)] == 1 ? i : -1;
        int since = 0, level = 0, titles = 0, sinceH1 = first < 0 ? -1 : -10_000;
        for (int i = 0; i < n; i++)
        {
            int heading = _tree.HeadingLevels[NodeOf(i)];
            if (heading == 1)
            {
                sinceH1 = 0;
                titles += i == 0 || NodeOf(i) != NodeOf(i - 1) ? 1 : 0;
            }

            _sheet[Feature.HtmlTitlesBefore][i] = FeatureSheet.Clip(titles);
            _sheet[Feature.HtmlFromTitle][i] = first < 0 ? short.MinValue : FeatureSheet.Near(i - first);
            _sheet[Feature.HtmlSinceTitle][i] = FeatureSheet.Near(sinceH1);
            _sheet[Feature.HtmlSinceHeading][i] = FeatureSheet.Near(since);
            _sheet[Feature.HtmlHeadingLevel][i] = FeatureSheet.Clip(level);
            since = heading > 0 ? 0 : since + 1;
            sinceH1 += sinceH1 >= 0 ? 1 : 0;
            if (heading > 0)
                level = heading == PageTree.NoLevel ? 0 : heading;
        }
    }

    private void FillLikeness(PageLikeness.Likeness[] likeness)
    {
        Span<short> title = _sheet[Feature.HtmlLikeTitle], description = _sheet[Feature.HtmlLikeDescription], body = _sheet[Feature.HtmlLikeBody];
        for (int i = 0; i < likeness.Length; i++)
            (title[i], description[i], body[i]) = (likeness[i].Title, likeness[i].Description, likeness[i].Body);
    }

    /// <summary>Fills what rests on a score a segment (hundredths of log-odds, above 0: junk): how good each container is, and which one holds the article.</summary>
    /// <param name="first"><see cref="Feature.WordContainer1"/> or <see cref="Feature.TreeContainer1"/>.</param>
    public void FillScores(int[] scores, Feature first)
    {
        const int loudest = 400;
        long[] values = new long[_page.Nodes.Length], weights = new long[_page.Nodes.Length], direct = new long[_page.Nodes.Length];
        long[] alikeValues = new long[_tree.LookCount];
        int[] alikeWeights = new int[_tree.LookCount];
        for (int i = 0; i < _sheet.Rows; i++)
        {
            int node = NodeOf(i), weight = 2 + Math.Min(_shape.Words[i], 40), value = Math.Clamp(scores[i], -loudest, loudest) * weight;
            values[node] += value;
            weights[node] += weight;
            int parent = Parent(node);
            if (parent >= 0)
            {
                direct[parent] -= value;
                if (Parent(parent) >= 0)
                    direct[Parent(parent)] -= value / 2;
            }

            alikeValues[_tree.Looks[node]] += value;
            alikeWeights[_tree.Looks[node]] += weight;
        }

        for (int n = _page.Nodes.Length - 1; n > 0; n--)
        {
            if (Parent(n) < 0)
                continue;
            values[Parent(n)] += values[n];
            weights[Parent(n)] += weights[n];
        }

        int best = 0, bestTree = 0;
        for (int n = 1; n < direct.Length; n++)
        {
            best = direct[n] > direct[best] ? n : best;
            bestTree = values[n] < values[bestTree] ? n : bestTree;
        }

        bool[] aboveBest = new bool[_page.Nodes.Length];
        for (int n = best; n >= 0; n = Parent(n))
            aboveBest[n] = true;

        // For each element where its path meets that of the best one, how far up that is, and whether it stands in the best tree.
        int[] meetings = new int[aboveBest.Length], ups = new int[aboveBest.Length];
        bool[] inside = new bool[aboveBest.Length];
        for (int n = 0; n < aboveBest.Length; n++)
        {
            int parent = Parent(n);
            (meetings[n], ups[n]) = aboveBest[n] ? (n, 0) : parent < 0 ? (-1, 1) : (meetings[parent], ups[parent] + 1);
            inside[n] = n == bestTree || (parent >= 0 && inside[parent]);
        }

        int last = -1;
        for (int i = 0; i < _sheet.Rows; i++)
        {
            int node = NodeOf(i), look = _tree.Looks[node];
            (long value, int weight) = (alikeValues[look], alikeWeights[look]);
            _sheet[first + 4][i] = FeatureSheet.Clip((int)(value / Math.Max(1, weight)));
            _sheet[first + 5][i] = FeatureSheet.Log(weight);
            int b = _document.Segments[i].Block;
            if (b == last)
            {
                for (int c = 0; c < 10; c++)
                {
                    if (c is not (4 or 5))
                        _sheet[first + c][i] = _sheet[first + c][i - 1];
                }

                continue;
            }

            last = b;
            int above = node;
            for (int level = 0; level < Levels; level++)
            {
                above = above >= 0 ? Parent(above) : -1;
                _sheet[first + level][i] = above < 0 ? (short)0 : FeatureSheet.Clip((int)(values[above] / Math.Max(1, weights[above])));
            }

            int meeting = meetings[node];
            _sheet[first + 6][i] = FeatureSheet.Clip(ups[node]);
            _sheet[first + 7][i] = FeatureSheet.Clip(meeting < 0 ? 99 : _tree.Depths[best] - _tree.Depths[meeting]);
            _sheet[first + 8][i] = ShapeFeatures.Flag(inside[node]);
            _sheet[first + 9][i] = FeatureSheet.Share(meeting < 0 ? 0 : _words[best], Math.Max(1, meeting < 0 ? 1 : _words[meeting]));
        }
    }
}
