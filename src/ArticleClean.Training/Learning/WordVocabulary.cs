using System.Globalization;
using ArticleClean.Detecting.LineModel;
using ArticleClean.Segmenting;
using ArticleClean.Training.Corpora;

namespace ArticleClean.Training.Learning;

/// <summary>The sparse features that stand on enough sites, numbered, and every segment as a list of such numbers.</summary>
internal sealed class WordVocabulary
{
    /// <summary>A word of fewer sites may be one site's name.</summary>
    private const int MinSites = 4;

    private const int MinSegments = 8;

    private readonly Dictionary<uint, int> _numbers = [];
    private readonly List<string> _names = [];

    private readonly List<int> _segments = [];

    public int Count => _names.Count;

    public uint[] Keys { get; private set; } = [];

    /// <summary>So many segments have the feature.</summary>
    public int Segments(int feature) => _segments[feature];

    /// <summary>Readable name of a feature: its kind's letter and its tokens.</summary>
    public string NameOf(int feature) => _names[feature];

    public static WordVocabulary Collect(IReadOnlyList<LabelledDocument> documents)
    {
        Dictionary<uint, Seen> seen = [];
        string[] sites = [.. documents.Select(d => d.Site).Distinct(StringComparer.Ordinal)];
        Dictionary<string, int> siteNumbers = sites.Select((s, i) => (s, i)).ToDictionary(p => p.s, p => p.i, StringComparer.Ordinal);
        foreach (LabelledDocument document in documents.OrderBy(d => siteNumbers[d.Site]))
        {
            Counter counter = new(seen, siteNumbers[document.Site]);
            foreach (ref readonly Segment segment in document.Document.Segments.AsSpan())
                WordFeatures.Collect(document.Document, segment, ref counter);
            PathWords? paths = PathsOf(document);
            for (int b = 0; b < (paths is null ? 0 : document.Document.Document.Html!.Blocks.Length); b++)
                paths!.Collect(b, ref counter);
        }

        WordVocabulary vocabulary = new();
        foreach (LabelledDocument document in documents)
        {
            PathWords? paths = PathsOf(document);
            Namer namer = new(vocabulary, seen, document.Document, paths);
            foreach (ref readonly Segment segment in document.Document.Segments.AsSpan())
                WordFeatures.Collect(document.Document, segment, ref namer);
            for (int b = 0; b < (paths is null ? 0 : document.Document.Document.Html!.Blocks.Length); b++)
                paths!.Collect(b, ref namer);
        }

        vocabulary.Keys = new uint[vocabulary.Count];
        foreach ((uint key, int number) in vocabulary._numbers)
            vocabulary.Keys[number] = key;
        return vocabulary;
    }

    /// <summary>Numbers of a segment's features that are in the vocabulary; <paramref name="all"/> counts also those that are not.</summary>
    public void Number(Segmented document, in Segment segment, List<int> numbers, out int all)
    {
        Lister lister = new(_numbers, numbers);
        WordFeatures.Collect(document, segment, ref lister);
        all = lister.All;
    }

    /// <summary>Numbers of the features of a block's path, as <see cref="Number"/> gives them for words.</summary>
    public void NumberPath(PathWords paths, int block, List<int> numbers, out int all)
    {
        Lister lister = new(_numbers, numbers);
        paths.Collect(block, ref lister);
        all = lister.All;
    }

    public static PathWords? PathsOf(LabelledDocument document) =>
        document.Document.Document.Html is { } page ? new PathWords(page) : null;

    private struct Seen
    {
        public int Segments, Sites, LastSite;
    }

    private readonly struct Counter(Dictionary<uint, Seen> seen, int site) : IWordFeatureSink
    {
        public void Add(uint key, WordFeature kind, int first, int last, ulong detail)
        {
            ref Seen entry = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, key, out bool there);
            if (!there || entry.LastSite != site)
                (entry.LastSite, entry.Sites) = (site, entry.Sites + 1);
            entry.Segments++;
        }
    }

    private readonly struct Namer(WordVocabulary vocabulary, Dictionary<uint, Seen> seen, Segmented document, PathWords? paths) : IWordFeatureSink
    {
        public void Add(uint key, WordFeature kind, int first, int last, ulong detail)
        {
            if (vocabulary._numbers.ContainsKey(key) || !seen.TryGetValue(key, out Seen entry) || entry.Sites < MinSites || entry.Segments < MinSegments)
                return;
            string name = kind is WordFeature.NearName or WordFeature.FarName ? paths!.NameAt(first, last)
                : kind is WordFeature.Tags ? Tag(first) + " " + Tag(last)
                : kind is WordFeature.FarTag ? Tag(first)
                : first < 0 ? detail.ToString("x", CultureInfo.InvariantCulture)
                : first == last ? WordFeatureNames.WordOf(document, first) : WordFeatureNames.WordOf(document, first) + " " + WordFeatureNames.WordOf(document, last);
            name = (char)kind + ":" + name;
            if (!WordFeatureNames.TryKey(name, out uint same) || same != key)
                return; // its name would not stand for it: a character that folds to nothing
            vocabulary._numbers.Add(key, vocabulary._names.Count);
            vocabulary._segments.Add(entry.Segments);
            vocabulary._names.Add(name);
        }

        private string Tag(int node) => node < 0 ? "-" : document.Document.Html!.Nodes[node].Tag;
    }

    private struct Lister(Dictionary<uint, int> known, List<int> numbers) : IWordFeatureSink
    {
        public int All;

        public void Add(uint key, WordFeature kind, int first, int last, ulong detail)
        {
            All++;
            if (known.TryGetValue(key, out int number))
                numbers.Add(number);
        }
    }
}
