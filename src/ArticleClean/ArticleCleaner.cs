using System.Text;
using ArticleClean.Deciding;
using ArticleClean.Detecting;
using ArticleClean.Detecting.LineModel;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Detecting.Structure;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using ArticleClean.Writing;

namespace ArticleClean;

/// <summary>Cleans documents: bytes or text in, the body and an account of the rest out. Immutable and thread-safe.</summary>
public sealed class ArticleCleaner
{
    /// <summary>Decisions on one document; nearly all have settled after the second.</summary>
    private const int MaxPasses = 4;

    private readonly CleanOptions _options;
    private readonly RuleSet _rules;
    private readonly RulesOff _off;
    private readonly PhraseDetector _phrases;
    private readonly IDetector[] _detectors;
    private readonly Decider _decider;

    /// <summary>Makes a cleaner; loads the rules once, so share one among threads. Throws <see cref="RulePackException"/> for own rules that do not load.</summary>
    public ArticleCleaner(CleanOptions? options = null) : this(options, LineModelDetector.BuiltIn)
    {
    }

    /// <summary>Makes a cleaner with another line model, as cross-validation needs.</summary>
    internal ArticleCleaner(CleanOptions? options, SegmentModel model)
    {
        _options = options ?? CleanOptions.Default;
        _rules = BuiltInRules.With(_options.OwnRules);
        _off = new RulesOff(_options.RulesOff);
        _phrases = new PhraseDetector(_rules, _off);
        _detectors = [new StructureDetector(_rules), new LineModelDetector(model)];
        _decider = new Decider(_options, _rules);
    }

    /// <summary>Whether there is a rule that an id, or a beginning of ids with <c>*</c> behind it, means.</summary>
    internal bool HasRule(string pattern)
    {
        foreach (CompiledRule rule in _rules.Rules)
        {
            if (RulesOff.Matches(rule.Id, pattern))
                return true;
        }

        foreach (string id in EngineRules.Ids)
        {
            if (RulesOff.Matches(id, pattern))
                return true;
        }

        return false;
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
        Perceived perceived = Perceive(document);
        Segmented segmented = perceived.Document;
        string? language = perceived.Language;
        SegmentShape[] shapes = _decider.Shapes(segmented);
        (Verdict[] verdicts, List<Finding> findings) = Judge(segmented, perceived.Phrases, shapes, language);
        Decision decision = _decider.Conclude(segmented, findings, verdicts, shapes, language);

        // Tokens are the most that a long text takes, and what is written needs none: they go before it is made.
        decision = decision with { Document = decision.Document with { Tokens = TokenList.Empty, WordScores = null } };
        return ResultWriter.Write(decision, _options) with { Language = language };
    }

    /// <summary>What the rules find in a document, before anything is decided.</summary>
    internal Perceived Perceive(Document document)
    {
        Segmented segmented = Segmenter.Segment(document, _rules.Lexicon);
        List<Finding> phrases = [];
        _phrases.Detect(segmented, phrases);
        (segmented, phrases) = SegmentSplitter.Split(segmented, phrases);
        string? language = DocumentLanguage.Of(segmented, _rules);
        return new Perceived(segmented with { Language = language }, phrases, language, _rules.Lexicon);
    }

    /// <summary>What the rules and the structure engine find in a document, as training needs it: all that the line model is shown.</summary>
    internal List<Finding> Observe(Segmented document)
    {
        List<Finding> findings = [];
        _phrases.Detect(document, findings);
        foreach (IDetector detector in _detectors)
        {
            if (detector is not LineModelDetector)
                detector.Detect(document, findings);
        }

        return findings;
    }

    /// <summary>The verdict on each segment of a document.</summary>
    internal Verdict[] Judge(Perceived perceived) =>
        Judge(perceived.Document, perceived.Phrases, _decider.Shapes(perceived.Document), perceived.Language).Verdicts;

    /// <summary>
    /// Decides, and decides again on what was kept until nothing more goes, so that cleaning the body changes nothing.
    /// Gives the findings of the first pass, which saw the whole document.
    /// </summary>
    private (Verdict[] Verdicts, List<Finding> Findings) Judge(
        Segmented whole, List<Finding> phrases, SegmentShape[] shapes, string? language)
    {
        whole = whole with { WordScores = new WordScores() };
        List<Finding> findings = Detect(whole, phrases);
        Verdict[] verdicts = _decider.Judge(whole, findings, shapes, language);
        for (int pass = 1; pass < MaxPasses && HasRemoval(verdicts); pass++)
        {
            Reduction left = Reduction.Of(whole, i => verdicts[i].Fate != Fate.Remove);
            SegmentShape[] leftShapes = new SegmentShape[left.Origin.Length];
            for (int i = 0; i < leftShapes.Length; i++)
                leftShapes[i] = shapes[left.Origin[i]];
            List<Finding> leftFindings = Detect(left.Document, Moved(phrases, left.Origin, whole.Segments.Length));
            Verdict[] again = _decider.Judge(left.Document, leftFindings, leftShapes, language);
            bool more = false;
            for (int i = 0; i < again.Length; i++)
            {
                if (again[i].Fate != Fate.Remove)
                    continue;
                verdicts[left.Origin[i]] = again[i];
                more = true;
            }

            if (!more)
                break;
        }

        return (verdicts, findings);
    }

    private List<Finding> Detect(Segmented document, List<Finding> phrases)
    {
        List<Finding> findings = [.. phrases];
        foreach (IDetector detector in _detectors)
        {
            detector.Detect(document, findings);
            if (!_off.IsEmpty)
                findings.RemoveAll(finding => _off.Contains(finding.Rule));
        }

        return findings;
    }

    private static bool HasRemoval(Verdict[] verdicts)
    {
        foreach (Verdict verdict in verdicts)
        {
            if (verdict.Fate == Fate.Remove)
                return true;
        }

        return false;
    }

    private static List<Finding> Moved(List<Finding> findings, int[] origin, int count)
    {
        int[] place = new int[count];
        for (int i = 0; i < place.Length; i++)
            place[i] = -1;
        for (int i = 0; i < origin.Length; i++)
            place[origin[i]] = i;
        List<Finding> moved = [];
        foreach (Finding finding in findings)
        {
            if (place[finding.Segment] >= 0)
                moved.Add(finding with { Segment = place[finding.Segment] });
        }

        return moved;
    }
}
