using System.Text;
using ArticleClean.Deciding;
using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using ArticleClean.Writing;

namespace ArticleClean;

/// <summary>Cleans documents: bytes or text in, the body and an account of the rest out. Immutable and thread-safe.</summary>
public sealed class ArticleCleaner
{
    private readonly CleanOptions _options;
    private readonly RuleSet _rules;
    private readonly PhraseDetector _phrases;
    private readonly IDetector[] _detectors;
    private readonly Decider _decider;

    /// <summary>Makes a cleaner; loads the rules once, so share one among threads. Throws <see cref="RulePackException"/> for own rules that do not load.</summary>
    public ArticleCleaner(CleanOptions? options = null)
    {
        _options = options ?? CleanOptions.Default;
        _rules = BuiltInRules.With(_options.OwnRules);
        _phrases = new PhraseDetector(_rules, _options.RulesOff);
        _detectors = [];
        _decider = new Decider(_options, _rules);
    }

    /// <summary>Cleans a text, or a page when the text is HTML by its content.</summary>
    public CleanResult Clean(string text, SourceHints? hints = null) =>
        Clean(Encoding.UTF8.GetBytes(text), (hints ?? new SourceHints()) with { Encoding = "utf-8" });

    /// <summary>Cleans the bytes of a document. Throws <see cref="UnreadableDocumentException"/> when they are too many, binary, or in no known encoding.</summary>
    public CleanResult Clean(ReadOnlyMemory<byte> bytes, SourceHints? hints = null) =>
        Clean(DocumentReader.Read(bytes, hints ?? new SourceHints(), _options.MaxBytes));

    /// <summary>Cleans a document that is read already, for callers whose options depend on its site.</summary>
    internal CleanResult Clean(Document document)
    {
        Segmented segmented = Segmenter.Segment(document, _rules.Lexicon);
        List<Finding> findings = [];
        _phrases.Detect(segmented, findings);
        (segmented, findings) = SegmentSplitter.Split(segmented, findings);
        foreach (IDetector detector in _detectors)
            detector.Detect(segmented, findings);
        Decision decision = _decider.Decide(segmented, findings);
        return ResultWriter.Write(decision, _options);
    }
}
