using System.Runtime.InteropServices;
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
    private readonly PathWords _paths;
    private readonly ShapeFeatures _shape;
    private readonly FeatureSheet _sheet;
    private readonly int[] _words;
    private readonly int[] _linked;
    private readonly int[] _chars;
    private readonly int[] _paragraphs;
    private readonly int[] _blocks;
    private readonly int[] _depth;
    private readonly int[] _articles;
    private readonly bool[] _hasTitle;
    private int _articleCount;

    private HtmlFeatures(Segmented document, PathWords paths, ShapeFeatures shape, FeatureSheet sheet)
    {
        (_document, _page, _paths, _shape, _sheet) = (document, document.Document.Html!, paths, shape, sheet);
        int nodes = _page.Nodes.Length;
        (_articles, _hasTitle) = (new int[nodes], new bool[nodes]);
        (_words, _linked, _chars, _paragraphs, _blocks, _depth) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
    }

    /// <summary>Fills what rests on the page alone.</summary>
    public static HtmlFeatures Fill(Segmented document, PathWords paths, ShapeFeatures shape, FeatureSheet sheet)
    {
        HtmlFeatures features = new(document, paths, shape, sheet);
        features.Sum();
        features.FillPaths();
        features.FillHeadings();
        return features;
    }

    private int NodeOf(int segment) => _page.Blocks[_document.Segments[segment].Block].Node;

    private int Parent(int node) => _page.Nodes[node].Parent;

    /// <summary>Adds up what stands below each element; children come after their parents in the table.</summary>
    private void Sum()
    {
        int[] blockWords = new int[_page.Blocks.Length];
        for (int i = 0; i < _sheet.Rows; i++)
            blockWords[_document.Segments[i].Block] += _shape.Words[i];
        for (int b = 0; b < _page.Blocks.Length; b++)
        {
            HtmlBlock block = _page.Blocks[b];
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

        for (int n = 1; n < _page.Nodes.Length; n++)
        {
            _depth[n] = Parent(n) >= 0 ? _depth[Parent(n)] + 1 : 0;
            if (_page.Nodes[n].Tag == "article")
                _articles[n] = ++_articleCount;
            if (_page.Nodes[n].Tag != "h1")
                continue;
            for (int above = Parent(n); above >= 0 && !_hasTitle[above]; above = Parent(above))
                _hasTitle[above] = true;
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
            HtmlBlock block = _page.Blocks[b];
            _sheet[Feature.HtmlLinkShare][i] = FeatureSheet.Share(block.LinkLength, block.Span.Length);
            _sheet[Feature.HtmlLinkCount][i] = FeatureSheet.Clip(block.LinkCount);
            _sheet[Feature.HtmlDepth][i] = FeatureSheet.Clip(_depth[block.Node]);
            FillTag(block.Node, i);
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

    private void FillTag(int node, int row)
    {
        string tag = _page.Nodes[node].Tag;
        _sheet[Feature.HtmlTag][row] = tag switch
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
            "div" => 12,
            "section" or "article" or "main" => 13,
            "span" or "a" => 14,
            "button" or "label" or "form" => 15,
            "header" or "footer" or "nav" or "aside" => 16,
            _ => 12,
        };
    }

    private void FillAncestors(int node, int row)
    {
        int distance = 1;
        _sheet[Feature.HtmlArticleCount][row] = FeatureSheet.Clip(_articleCount);
        for (Feature f = Feature.HtmlInArticle; f <= Feature.HtmlLastOfPath; f++)
        {
            if (f != Feature.HtmlArticleCount)
                _sheet[f][row] = 0;
        }

        for (int at = node; at >= 0; at = Parent(at), distance++)
        {
            Feature? column = _page.Nodes[at].Tag switch
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
            if (column is { } f)
                _sheet[f][row] = FeatureSheet.Clip(distance);
            if (column is Feature.HtmlInArticle)
            {
                _sheet[Feature.HtmlArticleWords][row] = FeatureSheet.Share(_words[at], _shape.TotalWords);
                _sheet[Feature.HtmlArticleNumber][row] = FeatureSheet.Clip(_articles[at]);
                _sheet[Feature.HtmlArticleHasTitle][row] = ShapeFeatures.Flag(_hasTitle[at]);
            }
        }
    }

    /// <summary>Distance in segments to the first and to the nearest main heading, and words of the title in each segment.</summary>
    private void FillHeadings()
    {
        int n = _sheet.Rows, first = -1;
        for (int i = 0; i < n && first < 0; i++)
            first = _page.Nodes[NodeOf(i)].Tag == "h1" ? i : -1;
        int since = 0, level = 0, titles = 0, sinceH1 = first < 0 ? -1 : -10_000;
        Declared title = Declared.Of(_page.Declared.Headline ?? _page.Declared.Title), description = Declared.Of(_page.Declared.Description);
        Declared body = Declared.Of(_page.Declared.ArticleBody);
        for (int i = 0; i < n; i++)
        {
            string tag = _page.Nodes[NodeOf(i)].Tag;
            bool heading = tag.Length == 2 && tag[0] == 'h' && char.IsAsciiDigit(tag[1]);
            if (tag == "h1")
            {
                sinceH1 = 0;
                titles += i == 0 || NodeOf(i) != NodeOf(i - 1) ? 1 : 0;
            }

            _sheet[Feature.HtmlTitlesBefore][i] = FeatureSheet.Clip(titles);
            _sheet[Feature.HtmlFromTitle][i] = first < 0 ? short.MinValue : FeatureSheet.Near(i - first);
            _sheet[Feature.HtmlSinceTitle][i] = FeatureSheet.Near(sinceH1);
            _sheet[Feature.HtmlSinceHeading][i] = FeatureSheet.Near(since);
            _sheet[Feature.HtmlHeadingLevel][i] = FeatureSheet.Clip(level);
            since = heading ? 0 : since + 1;
            sinceH1 += sinceH1 >= 0 ? 1 : 0;
            level = heading ? tag[1] - '0' : level;
            ReadOnlySpan<Token> tokens = _document.Tokens.Slice(_document.Segments[i].FirstToken, _document.Segments[i].EndToken);
            _sheet[Feature.HtmlLikeTitle][i] = title.Likeness(tokens, 1);
            _sheet[Feature.HtmlLikeDescription][i] = description.Likeness(tokens, 2);
            _sheet[Feature.HtmlLikeBody][i] = body.Likeness(tokens, 3);
        }
    }

    /// <summary>Fills what rests on a score a segment (hundredths of log-odds, above 0: junk): how good each container is, and which one holds the article.</summary>
    /// <param name="first"><see cref="Feature.WordContainer1"/> or <see cref="Feature.TreeContainer1"/>.</param>
    public void FillScores(int[] scores, Feature first)
    {
        const int loudest = 400;
        long[] values = new long[_page.Nodes.Length], weights = new long[_page.Nodes.Length], direct = new long[_page.Nodes.Length];
        Dictionary<ulong, (long Value, int Weight)> alike = [];
        ulong[] signatures = new ulong[_sheet.Rows];
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

            signatures[i] = parent >= 0 ? (_paths.SignatureOf(node) * 31) ^ _paths.SignatureOf(parent) : _paths.SignatureOf(node);
            ref (long Value, int Weight) group = ref CollectionsMarshal.GetValueRefOrAddDefault(alike, signatures[i], out _);
            group = (group.Value + value, group.Weight + weight);
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
        int last = -1;
        for (int i = 0; i < _sheet.Rows; i++)
        {
            (long value, int weight) = alike[signatures[i]];
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
            int node = NodeOf(i), above = node;
            for (int level = 0; level < Levels; level++)
            {
                above = above >= 0 ? Parent(above) : -1;
                _sheet[first + level][i] = above < 0 ? (short)0 : FeatureSheet.Clip((int)(values[above] / Math.Max(1, weights[above])));
            }

            int up = 0, meeting = node;
            while (meeting >= 0 && !aboveBest[meeting])
                (meeting, up) = (Parent(meeting), up + 1);
            _sheet[first + 6][i] = FeatureSheet.Clip(up);
            _sheet[first + 7][i] = FeatureSheet.Clip(meeting < 0 ? 99 : _depth[best] - _depth[meeting]);
            bool inside = false;
            for (int n = node; n >= 0 && !inside; n = Parent(n))
                inside = n == bestTree;
            _sheet[first + 8][i] = ShapeFeatures.Flag(inside);
            _sheet[first + 9][i] = FeatureSheet.Share(meeting < 0 ? 0 : _words[best], Math.Max(1, meeting < 0 ? 1 : _words[meeting]));
        }
    }
}
