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

    public int Count => _names.Count;

    public uint[] Keys { get; private set; } = [];

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
        }

        WordVocabulary vocabulary = new();
        foreach (LabelledDocument document in documents)
        {
            Namer namer = new(vocabulary, seen, document.Document);
            foreach (ref readonly Segment segment in document.Document.Segments.AsSpan())
                WordFeatures.Collect(document.Document, segment, ref namer);
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

    private readonly struct Namer(WordVocabulary vocabulary, Dictionary<uint, Seen> seen, Segmented document) : IWordFeatureSink
    {
        public void Add(uint key, WordFeature kind, int first, int last, ulong detail)
        {
            if (vocabulary._numbers.ContainsKey(key) || !seen.TryGetValue(key, out Seen entry) || entry.Sites < MinSites || entry.Segments < MinSegments)
                return;
            vocabulary._numbers.Add(key, vocabulary._names.Count);
            string name = first < 0 ? detail.ToString("x", CultureInfo.InvariantCulture)
                : first == last ? Word(first) : Word(first) + " " + Word(last);
            vocabulary._names.Add((char)kind + ":" + name);
        }

        private string Word(int token)
        {
            Token t = document.Tokens[token];
            return t.Kind switch
            {
                TokenKind.Number => t.Length == 4 ? "<year>" : "<number>",
                TokenKind.Currency => "<currency>",
                TokenKind.Url => "<url>",
                TokenKind.Handle => "<handle>",
                _ => Folding.Fold(document.Document.Text.AsSpan(t.Start, t.Length)),
            };
        }
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
