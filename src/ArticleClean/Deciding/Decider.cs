using ArticleClean.Detecting;
using ArticleClean.Detecting.LineModel;
using ArticleClean.Detecting.Artifacts;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Detecting.Structure;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>Findings to verdicts: the only place that looks at neighbours.</summary>
internal sealed class Decider(CleanOptions options, RuleSet rules)
{
    /// <summary>What running text has for itself before anything is found.</summary>
    private const int ProsePrior = -3200;

    /// <summary>What a short statement has for itself: "No.", "A vote is expected next week."</summary>
    private const int StatementPrior = -2400;

    /// <summary>What any other line has for itself: an inter-title, an answer, a list item.</summary>
    private const int ShortPrior = -1300;

    /// <summary>From this a segment is convicted by its own evidence, whatever its neighbours.</summary>
    public const int OwnEvidence = 2500;

    /// <summary>What a phrase rule weighs that convicts alone, less what a guard may have taken.</summary>
    private const int SurePhrase = 4500;

    /// <summary>Less evidence of its own than this is none, and the model alone speaks.</summary>
    private const int SomeEvidence = 500;

    /// <summary>A text of fewer segments is no scrape of a whole page.</summary>
    private const int ShortDocumentSegments = 30;

    /// <summary>In a text of fewer segments most lines are its own, those amid running text above all; a longer one holds boxes.</summary>
    private const int BriefTextSegments = 60;

    /// <summary>Evidence that a removal needs there beyond what the stance asks, in thousandths, where no phrase is all that a line says.</summary>
    private const int BriefTextReserve = 600;

    /// <summary>A line of so many words is a statement however it ends: titles are shorter.</summary>
    private const int LongLineWords = 16;

    private const int ShortDocumentStatement = -3000;
    private const int ShortDocumentLine = -300;

    /// <summary>What a line of a short text has for itself right above running text, amid it: most such lines are inter-titles, questions and kickers.</summary>
    private const int AboveText = -2000;

    /// <summary>The same for a line of <see cref="InterTitleWords"/> words: titles of other stories have more, and what is shorter and furniture is known by its words.</summary>
    private const int BriefAboveText = -4200;

    private const int InterTitleWords = 3;

    /// <summary>A tag has no more words.</summary>
    private const int TagWords = 4;

    /// <summary>No title of another story has so few words.</summary>
    private const int NoTitleWords = 2;

    /// <summary>From so many words what ends like a sentence is one of the text.</summary>
    private const int SentenceWords = 5;

    /// <summary>From this the line model's opinion, with all else, is no doubtful one: the cap on removals does not count it.</summary>
    private const int SureModel = 1000;

    /// <summary>What rules say for removal counts so much beside the line model's opinion, which was formed in sight of it: the same words are not two witnesses.</summary>
    private const int BesideModelPercent = 35;

    /// <summary>A text with less than this of its words surely no article has been cleaned before, or never needed it.</summary>
    private const int NearlyCleanPercent = 3;

    /// <summary>What is asked of a line of such a text beyond all else, unless a phrase is all that it says.</summary>
    private const int NearlyCleanReserve = 3000;

    /// <summary>Weak cues of a segment together never weigh more, so that alone they do not convict.</summary>
    private const int WeakCeiling = 2500;

    /// <summary>A heading's word for each short segment below it.</summary>
    private const int HeadedWeight = 3000;

    /// <summary>No headed block is longer, in segments.</summary>
    private const int HeadedReach = 40;

    /// <summary>A longer segment is no title or item of a headed block, in words.</summary>
    private const int HeadedWords = 22;

    /// <summary>A second finding of a category adds this share of its weight, in percent.</summary>
    private const int FurtherPercent = 50;

    /// <summary>Evidence that a stance asks for beyond what balanced asks, in thousandths.</summary>
    private static int Caution(Stance stance) => stance switch { Stance.Careful => 1600, Stance.Eager => -700, _ => 0 };

    /// <summary>Of two rules that name a line differently the one of the document's own language is right, not its neighbour's.</summary>
    private const int KinPercent = 90;

    private readonly MetadataReader _metadata = new(rules);

    /// <summary>The verdicts with the document's status and what is said about the article.</summary>
    public Decision Conclude(Segmented document, IReadOnlyList<Finding> findings, Verdict[] verdicts, SegmentShape[] shapes, string? language) =>
        new(document, verdicts, ArtifactEdits.Find(document, verdicts), StatusJudge.Judge(document, rules.Lexicon, findings, verdicts, shapes), _metadata.Read(document, verdicts, language));

    /// <summary>What each segment looks like; its neighbours do not matter.</summary>
    public SegmentShape[] Shapes(Segmented document)
    {
        SegmentShape[] shapes = new SegmentShape[document.Segments.Length];
        for (int i = 0; i < shapes.Length; i++)
            shapes[i] = SegmentShape.Of(document, rules.Lexicon, i);
        return shapes;
    }

    /// <summary>Decides on every segment.</summary>
    public Verdict[] Judge(Segmented document, IReadOnlyList<Finding> findings, SegmentShape[] shapes, string? language)
    {
        int n = document.Segments.Length;
        Witnesses witnesses = new(document, n);
        NameClaims[] claims = new NameClaims[n];
        int[] strong = new int[n];
        int[] weak = new int[n];
        int[] model = new int[n];
        bool[] hasModel = new bool[n];
        bool[] note = new bool[n];
        string? spoken = language ?? LanguageFit.MostHeard(findings);
        bool[] isTold = new bool[n];
        bool[] isCut = new bool[n];
        foreach (Finding finding in findings)
        {
            int i = finding.Segment;
            if (finding.Cue != StatusCue.None)
                continue;
            int weight = EvidenceScale.Weigh(document, finding, shapes[i]) * LanguageFit.Percent(finding.Rule, language) / 100;
            if (finding.Reach == FindingReach.Names)
            {
                if (LanguageFit.IsSpoken(finding.Rule, spoken))
                    claims[i].Hints.Add(finding.Category, weight);
                continue;
            }

            if (finding.Category == Category.Keep)
            {
                note[i] |= IsNote(finding.Rule);
                strong[i] += weight;
            }
            else if (IsModel(finding.Rule))
            {
                model[i] += weight;
                hasModel[i] = true;
            }
            else if (finding.Reach == FindingReach.Weak)
            {
                weak[i] = Math.Min(WeakCeiling, weak[i] + weight);
                claims[i].Hints.Add(finding.Category, weight);
            }
            else
            {
                claims[i].Add(finding, LanguageFit.IsKin(finding.Rule, spoken) ? weight * KinPercent / 100 : weight);
                strong[i] = Accumulate(strong[i], weight);
            }

            isCut[i] |= finding.Cut && weight >= SurePhrase;
            isTold[i] |= IsTold(document, finding, weight);
            claims[i].IsTold = isTold[i];
            if (weight != 0)
                witnesses.Add(i, finding, finding.Rule, weight);
        }

        Head(document, findings, shapes, strong, claims, witnesses);
        bool isText = document.Document.Html is null;
        int caution = Caution(options.Stance);
        int reserve = n is > 0 and < BriefTextSegments && SegmentModel.KindOf(document) == ModelKind.Lines ? BriefTextReserve : 0;
        int[] scores = new int[n];
        (int firstBody, int lastBody) = Body(shapes, strong, model);
        for (int i = 0; i < n; i++)
        {
            int prior = !hasModel[i] ? Prior(shapes[i]) : 0;
            if (hasModel[i] && isText && strong[i] < SomeEvidence)
            {
                prior += n < ShortDocumentSegments ? ShortDocumentPrior(shapes[i]) : 0;
                if (n < BriefTextSegments && i > firstBody && i < lastBody && strong[i + 1] < OwnEvidence && IsAboveText(document, shapes, i))
                    prior += shapes[i].Words <= InterTitleWords ? BriefAboveText : AboveText;
            }

            scores[i] = (hasModel[i] && strong[i] > 0 && !isTold[i] ? strong[i] * BesideModelPercent / 100 : strong[i]) + model[i] - caution - (isTold[i] ? 0 : reserve) + prior;
            if (weak[i] > 0 && (strong[i] > 0 || HasCompany(document, strong, i)))
                scores[i] += weak[i];
        }

        if (IsNearlyClean(document, scores))
        {
            for (int i = 0; i < n; i++)
                scores[i] -= hasModel[i] && !isTold[i] ? NearlyCleanReserve : 0;
        }

        bool[] removed = SequenceDecoder.Decode(document, scores, isCut);
        for (int i = 0; i < n; i++)
        {
            if (hasModel[i] && scores[i] >= SureModel)
                strong[i] = Math.Max(strong[i], OwnEvidence);
        }

        return Verdicts(document, shapes, removed, scores, strong, note, claims, witnesses);
    }

    /// <summary>Whether nearly nothing in a text is surely no article: then the odd doubtful line is the article's own.</summary>
    private static bool IsNearlyClean(Segmented document, int[] scores)
    {
        long sure = 0, all = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            all += document.Segments[i].TokenCount;
            sure += scores[i] >= SureModel ? document.Segments[i].TokenCount : 0;
        }

        return document.Document.Html is null && sure * 100 < all * NearlyCleanPercent;
    }

    /// <summary>Running text, or a sentence of it.</summary>
    private static bool IsText(SegmentShape shape) => shape.IsProse || (shape.EndsSentence && shape.Words >= SentenceWords && !shape.HasYou);

    /// <summary>Whether a line that begins with a segment is running text, be it a short sentence and more.</summary>
    private static bool IsTextLine(Segmented document, SegmentShape[] shapes, int first)
    {
        int words = 0;
        for (int i = first; i < shapes.Length && document.Segments[i].Line == document.Segments[first].Line; i++)
        {
            if (IsText(shapes[i]))
                return true;
            words += shapes[i].EndsSentence && !shapes[i].HasYou ? shapes[i].Words : 0;
        }

        return words >= SentenceWords;
    }

    /// <summary>Whether a segment is all of a line that speaks to nobody, or is said by somebody, right above running text.</summary>
    private static bool IsAboveText(Segmented document, SegmentShape[] shapes, int i) =>
        (!shapes[i].HasYou || shapes[i].OpensQuote || document.TextOf(i) is ['\'' or '‘', .., '\'' or '’']) && IsTextLine(document, shapes, i + 1) && document.Segments[i].Line != document.Segments[i + 1].Line && document.Segments[i].Line != document.Segments[i - 1].Line;

    /// <summary>The first and the last segment of running text that the line model takes for the article's and no rule for something else.</summary>
    private static (int First, int Last) Body(SegmentShape[] shapes, int[] strong, int[] model)
    {
        int first = shapes.Length, last = -1;
        for (int i = 0; i < shapes.Length; i++)
        {
            if (shapes[i].IsProse && strong[i] < OwnEvidence && model[i] < 0)
                (first, last) = (Math.Min(first, i), i);
        }

        return (first, last);
    }

    private static int Prior(SegmentShape shape) =>
        shape.IsProse || (shape.OpensQuote && shape.EndsSentence) || (shape.HasReporting && shape.HasQuotes) ? ProsePrior
        : shape.EndsSentence && !shape.HasYou ? StatementPrior : ShortPrior;

    /// <summary>
    /// What a segment of a short text has for itself beyond the model's opinion. The model learned from whole pages, where
    /// most short lines are furniture; in a text of a few dozen lines most are the article's own.
    /// </summary>
    private static int ShortDocumentPrior(SegmentShape shape) =>
        shape.IsProse || (shape.EndsSentence && !shape.HasYou) || (shape.Words >= LongLineWords && !shape.HasYou) ? ShortDocumentStatement : shape.HasYou ? 0 : ShortDocumentLine;

    /// <summary>Whether a phrase convicts alone and is all that the segment says, or may be cut out of it: then no opinion is asked on how much it counts.</summary>
    private static bool IsTold(Segmented document, Finding finding, int weight) =>
        weight >= SurePhrase && finding.Reach != FindingReach.Weak && finding.Evidence.Length > 0 && (!IsStructure(finding.Rule) || StructureDetector.IsSure(finding.Rule))
        && (finding.Cut || EvidenceScale.CoveredPercent(document, finding) >= EvidenceScale.SurePercent);

    private static bool IsStructure(string rule) => rule.StartsWith("structure/", StringComparison.Ordinal);

    private static bool IsModel(string rule) => rule.StartsWith("model/", StringComparison.Ordinal);

    private static bool IsNote(string rule) => rule.EndsWith("/keep.editors-note", StringComparison.Ordinal);

    /// <summary>The stronger of two claims with part of the weaker: two rules that see the same words are not two witnesses.</summary>
    private static int Accumulate(int sum, int weight) =>
        sum < 0 || weight < 0 ? sum + weight : Math.Max(sum, weight) + (Math.Min(sum, weight) * FurtherPercent / 100);

    /// <summary>Whether a neighbour within two segments is convicted by its own evidence.</summary>
    private static bool HasCompany(Segmented document, int[] strong, int i)
    {
        for (int j = Math.Max(0, i - 2); j <= Math.Min(strong.Length - 1, i + 2); j++)
        {
            if (j != i && strong[j] >= OwnEvidence && Math.Abs(document.Segments[j].Line - document.Segments[i].Line) <= 4)
                return true;
        }

        return false;
    }

    /// <summary>Headed blocks: what a heading says holds for the short segments below it, up to the next running text.</summary>
    private static void Head(
        Segmented document, IReadOnlyList<Finding> findings, SegmentShape[] shapes, int[] strong, NameClaims[] claims, Witnesses witnesses)
    {
        foreach (Finding head in findings)
        {
            if (head.Reach != FindingReach.Heads || strong[head.Segment] < OwnEvidence)
                continue;
            if (head.Category == Category.Tags && HeadsTitles(shapes, claims[head.Segment], head.Segment))
            {
                claims[head.Segment].Own.Add(Category.Related, OwnEvidence);
                continue;
            }

            int line = document.Segments[head.Segment].Line;
            for (int j = head.Segment + 1; j < shapes.Length && j <= head.Segment + HeadedReach; j++)
            {
                if (shapes[j].Words > HeadedWords || EndsStatement(document, shapes, j) || strong[j] < 0 || IsAmid(document, shapes, j, head.Category)
                    || document.Segments[j].Line - line > 6)
                    break;
                line = document.Segments[j].Line;
                claims[j].Head = head.Category;
                strong[j] = Accumulate(strong[j], HeadedWeight);
                witnesses.Add(j, head, EngineRules.HeadedBlock, HeadedWeight);
            }
        }
    }

    /// <summary>"More on badgers" heads tags or titles: what stands below it tells.</summary>
    private static bool HeadsTitles(SegmentShape[] shapes, NameClaims claims, int head) =>
        head + 1 < shapes.Length && shapes[head + 1].Words > TagWords && Category.Related == (claims.Own.Best == Category.Tags ? claims.Own.Second : claims.Own.Best);

    /// <summary>Whether what stands below a heading of titles is an inter-title or a question of the article: too short for a title and right above running text, or said by somebody.</summary>
    private static bool IsAmid(Segmented document, SegmentShape[] shapes, int index, Category head) =>
        head is Category.Related or Category.Advertisement
        && ((shapes[index].Words <= NoTitleWords && index + 1 < shapes.Length && IsText(shapes[index + 1])) || document.TextOf(index) is ['—', ' ', ..]);

    /// <summary>Titles end in a question at most; what ends in a full stop is a statement of the article until something else says so.</summary>
    private static bool EndsStatement(Segmented document, SegmentShape[] shapes, int index) =>
        shapes[index].EndsSentence && document.TextOf(index)[^1] is not ('?' or '？' or '!' or '！' or '…');

    private Verdict[] Verdicts(
        Segmented document, SegmentShape[] shapes, bool[] removed, int[] scores, int[] strong, bool[] note, NameClaims[] claims, Witnesses witnesses)
    {
        int n = removed.Length;
        Verdict[] verdicts = new Verdict[n];
        Category[] names = RunCategories.Name(document, removed, claims, shapes, rules.Lexicon);
        bool overCap = RemovalCap.IsExceeded(document, shapes, removed, strong, OwnEvidence);
        for (int i = 0; i < n; i++)
        {
            if (!removed[i])
            {
                verdicts[i] = note[i] ? new Verdict(Fate.Note, Category.Keep, scores[i], witnesses.Of(i, scores[i])) : new Verdict(Fate.Keep, Category.Keep, scores[i], []);
                continue;
            }

            Fate fate = options.ActionOf(names[i]) switch
            {
                CategoryAction.Keep => Fate.Keep,
                CategoryAction.Flag => Fate.Flag,
                _ => overCap && strong[i] < OwnEvidence ? Fate.FlagOverCap : Fate.Remove,
            };
            verdicts[i] = new Verdict(fate, names[i], Math.Max(scores[i], 0), witnesses.Of(i, scores[i]));
        }

        return verdicts;
    }
}
