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
    private readonly Lexicon _lexicon;
    private readonly IDetector[] _detectors;

    /// <summary>Makes a cleaner; loads the rules once, so share one among threads.</summary>
    public ArticleCleaner(CleanOptions? options = null)
    {
        _options = options ?? CleanOptions.Default;
        RuleSet rules = BuiltInRules.With(_options.OwnRules);
        _lexicon = rules.Lexicon;
        _detectors = [new PhraseDetector(rules, _options.RulesOff)];
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
        Segmented segmented = Segmenter.Segment(document, _lexicon);
        List<Finding> findings = [];
        foreach (IDetector detector in _detectors)
            detector.Detect(segmented, findings);
        Decision decision = Decider.Decide(segmented, findings, _options);
        return ResultWriter.Write(decision, _options);
    }
}
