using System.Collections.Immutable;
using System.Globalization;
using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>The verdict on the document: never from one cue alone.</summary>
internal static class StatusJudge
{
    /// <summary>A wall has hardly any running text beside its own words.</summary>
    private const int WallProseWords = 45;

    /// <summary>A page of no more words than this is a wall from one cue, when nothing in it reads as an article.</summary>
    private const int SmallPageWords = 220;

    /// <summary>So many words of such text are a stray line on a wall and no article.</summary>
    private const int StrayProseWords = 12;

    /// <summary>A listing has so many titles at least.</summary>
    private const int ListingTitles = 5;

    /// <summary>A line of so many words without a full stop may be a sentence that was cut.</summary>
    private const int BrokenWords = 7;

    /// <summary>Less body than this beside this many times as much boilerplate is too little to call it an article, in words.</summary>
    private const int LittleBodyWords = 8;

    public static DocumentStatus Judge(Segmented document, IReadOnlyList<Finding> findings, Verdict[] verdicts, SegmentShape[] shapes)
    {
        if (document.Segments.Length == 0)
            return NotArticle(NotArticleKind.Empty, 1000, "the document holds no text");
        View view = new(document, findings, verdicts, shapes);
        return Wall(view) ?? Listing(view) ?? Truncated(view) ?? Suspect(view)
            ?? new DocumentStatus(StatusValue.Complete, null, view.BodyWords >= 100 ? 970 : 900, CompleteReasons(view));
    }

    private static DocumentStatus NotArticle(NotArticleKind kind, int confidence, params ReadOnlySpan<string> reasons) =>
        new(StatusValue.NotArticle, kind, confidence, [.. reasons]);

    private static readonly (StatusCue Cue, NotArticleKind Kind, string Says)[] Walls =
    [
        (StatusCue.BotWall, NotArticleKind.BotWall, "asks for a proof that the reader is no robot"),
        (StatusCue.ErrorPage, NotArticleKind.ErrorPage, "reports an error"),
        (StatusCue.ScriptRequired, NotArticleKind.ScriptRequired, "asks for scripts to be switched on"),
        (StatusCue.ConsentWall, NotArticleKind.ConsentWall, "asks for consent to cookies"),
        (StatusCue.LoginWall, NotArticleKind.LoginWall, "asks the reader to log in"),
    ];

    private static DocumentStatus? Wall(View view)
    {
        DocumentStatus? best = null;
        int bestCues = 0;
        foreach ((StatusCue cue, NotArticleKind kind, string says) in Walls)
        {
            int cues = view.SegmentsWith(cue, out int first);
            if (cues == 0 || view.ProseOutside(cue) > WallProseWords)
                continue;
            bool fills = view.Words <= SmallPageWords && view.ProseOutside(cue) <= StrayProseWords;
            if ((cues >= 2 || fills) && cues > bestCues)
            {
                bestCues = cues;
                best = NotArticle(kind, Math.Min(990, 800 + (60 * cues)),
                    string.Create(CultureInfo.InvariantCulture, $"{cues} lines, the first at line {view.LineOf(first)}, {says}, and there is no article beside them"));
            }
        }

        return best;
    }

    private static DocumentStatus? Listing(View view)
    {
        if (view.BodyProse > 0 || view.Titles < ListingTitles)
            return null;
        bool cue = view.SegmentsWith(StatusCue.Listing, out _) > 0;
        return cue || view.Titles >= 2 * ListingTitles
            ? NotArticle(NotArticleKind.Listing, cue ? 900 : 750, string.Create(CultureInfo.InvariantCulture, $"{view.Titles} titles and no running text"))
            : null;
    }

    private static DocumentStatus? Truncated(View view)
    {
        int last = view.LastBody;
        if (last < 0)
        {
            return view.SegmentsWith(StatusCue.WithheldRest, out int only) > 0
                ? new DocumentStatus(StatusValue.Truncated, null, 800, [$"nothing of the article stands beside the prompt at line {view.LineOf(only)}"])
                : null;
        }

        int remaining = view.CueNear(StatusCue.Remaining, last);
        if (remaining >= 0)
            return new DocumentStatus(StatusValue.Truncated, null, 960, [$"line {view.LineOf(remaining)} says how much of the text remains"]);

        int prompt = view.PromptAfter(last, out bool closed, out bool unrendered);
        bool broken = view.StopsInMidSentence(last);
        if (prompt >= 0 && broken && !unrendered)
            return new DocumentStatus(StatusValue.Truncated, null, 970, [$"the text stops in mid-sentence at line {view.LineOf(last)}, and the prompt at line {view.LineOf(prompt)} follows"]);
        if (prompt >= 0 && !closed && !unrendered && view.Withholds(prompt))
            return new DocumentStatus(StatusValue.Truncated, null, 900, [$"the text stops where the prompt at line {view.LineOf(prompt)} withholds the rest"]);
        if (view.DeclaredPaid && (broken || prompt >= 0 || view.BodyIsShorterThanDeclared))
            return new DocumentStatus(StatusValue.Truncated, null, 880, ["the page declares isAccessibleForFree: false, and the rest of the text is missing"]);
        return null;
    }

    private static DocumentStatus? Suspect(View view)
    {
        if (view.OverCap)
            return new DocumentStatus(StatusValue.Suspect, null, 500, ["more would go than the cap allows without strong evidence; what is doubtful stays, under flagged"]);
        return view.BodyWords < LittleBodyWords && view.Words > 20 * LittleBodyWords
            ? new DocumentStatus(StatusValue.Suspect, null, 600, [string.Create(CultureInfo.InvariantCulture, $"only {view.BodyWords} of {view.Words} words are left")])
            : null;
    }

    private static ImmutableArray<string> CompleteReasons(View view)
    {
        int prompt = view.LastBody < 0 ? -1 : view.PromptAfter(view.LastBody, out bool closed, out bool unrendered);
        if (prompt < 0)
            return ["the text reads to its end"];
        view.PromptAfter(view.LastBody, out closed, out unrendered);
        string why = unrendered && closed ? "it is unrendered, and the story's closing notice stands before it"
            : unrendered ? "it is unrendered" : closed ? "the story's closing notice stands before it" : "it counts, and the text is whole";
        return [$"the prompt at line {view.LineOf(prompt)} withholds nothing: {why}"];
    }

    /// <summary>What the judge looks at.</summary>
    private sealed class View
    {
        private readonly Segmented _document;
        private readonly IReadOnlyList<Finding> _findings;
        private readonly Verdict[] _verdicts;
        private readonly SegmentShape[] _shapes;

        public View(Segmented document, IReadOnlyList<Finding> findings, Verdict[] verdicts, SegmentShape[] shapes)
        {
            (_document, _findings, _verdicts, _shapes) = (document, findings, verdicts, shapes);
            LastBody = -1;
            for (int i = 0; i < verdicts.Length; i++)
            {
                Words += shapes[i].Words;
                if (verdicts[i].Fate == Fate.FlagOverCap)
                    OverCap = true;
                if (verdicts[i].Fate == Fate.Remove)
                {
                    Titles += verdicts[i].Category is Category.Related or Category.Headline && shapes[i].Words is >= 4 and <= 25 ? 1 : 0;
                    continue;
                }

                BodyWords += shapes[i].Words;
                BodyProse += shapes[i].IsProse ? 1 : 0;
                Titles += !shapes[i].IsProse && shapes[i].Words is >= 4 and <= 20 && !shapes[i].EndsSentence ? 1 : 0;
            }

            LastBody = EndOfBody();
        }

        /// <summary>The end of the article: its last running text, with what follows it unbroken; lines left over among boilerplate are no end.</summary>
        private int EndOfBody()
        {
            int last = Array.FindLastIndex(_verdicts, v => v.Fate != Fate.Remove);
            int prose = -1;
            for (int i = 0; i <= last; i++)
            {
                bool isText = _shapes[i].IsProse || (prose < 0 && _shapes[i].Words >= BrokenWords);
                if (_verdicts[i].Fate != Fate.Remove && isText)
                    prose = i;
            }

            if (prose < 0)
                return last;
            while (prose < last && _verdicts[prose + 1].Fate != Fate.Remove)
                prose++;
            return prose;
        }

        public int Words { get; }
        public int BodyWords { get; }
        public int BodyProse { get; }
        public int Titles { get; }
        public int LastBody { get; }
        public bool OverCap { get; }

        public bool DeclaredPaid => _document.Document.Html?.Declared.IsAccessibleForFree == false;

        /// <summary>The page's own data holds half as much again as its visible body.</summary>
        public bool BodyIsShorterThanDeclared
        {
            get
            {
                string? declared = _document.Document.Html?.Declared.ArticleBody;
                return declared is not null && declared.AsSpan().Count(' ') > BodyWords * 3 / 2;
            }
        }

        public int LineOf(int segment) => _document.Segments[segment].Line + 1;

        public int SegmentsWith(StatusCue cue, out int first)
        {
            HashSet<int> segments = [];
            first = int.MaxValue;
            foreach (Finding finding in _findings)
            {
                if (finding.Cue != cue || IsTold(finding) || !segments.Add(finding.Segment))
                    continue;
                first = Math.Min(first, finding.Segment);
            }

            return segments.Count;
        }

        /// <summary>A sentence with a reporting verb tells of a wall and is none.</summary>
        private bool IsTold(Finding finding) => _shapes[finding.Segment] is { HasReporting: true, IsProse: true } or { OpensQuote: true, HasReporting: true };

        /// <summary>Words of running text in the body that are no cue and do not speak to the reader.</summary>
        public int ProseOutside(StatusCue cue)
        {
            HashSet<int> segments = [.. _findings.Where(f => f.Cue == cue).Select(f => f.Segment)];
            int words = 0;
            for (int i = 0; i < _verdicts.Length; i++)
            {
                if (_verdicts[i].Fate != Fate.Remove && _shapes[i] is { IsProse: true } shape && (!shape.HasYou || shape.HasReporting) && !segments.Contains(i))
                    words += _shapes[i].Words;
            }

            return words;
        }

        /// <summary>A cue outside the body or behind its last sentence, -1 for none.</summary>
        public int CueNear(StatusCue cue, int last)
        {
            foreach (Finding finding in _findings)
            {
                if (finding.Cue == cue && !IsTold(finding) && (_verdicts[finding.Segment].Fate == Fate.Remove || finding.Segment >= last))
                    return finding.Segment;
            }

            return -1;
        }

        /// <summary>The first prompt behind the body, -1 for none; whether a closing notice stands before it; whether it is an unrendered template.</summary>
        public int PromptAfter(int last, out bool closed, out bool unrendered)
        {
            closed = false;
            unrendered = false;
            int found = -1;
            for (int i = last + 1; i < _verdicts.Length; i++)
            {
                if (_verdicts[i].Category == Category.Syndication && found < 0)
                    closed = true;
                if (_verdicts[i].Category is Category.Paywall or Category.SubscriptionOffer or Category.Registration || HasCue(i, StatusCue.WithheldRest))
                {
                    if (_document.TextOf(i).Contains("{{", StringComparison.Ordinal))
                        unrendered = true;
                    if (found < 0 || (!Withholds(found) && Withholds(i)))
                        found = i;
                }
            }

            closed &= found >= 0 && _shapes[last].EndsSentence;
            return found;
        }

        /// <summary>A counter above or below a whole article withholds nothing; any other wall does.</summary>
        public bool Withholds(int prompt) => HasCue(prompt, StatusCue.WithheldRest)
            || (_verdicts[prompt].Category == Category.Paywall && !_verdicts[prompt].Because[0].Rule.Contains(".counter", StringComparison.Ordinal));

        public bool StopsInMidSentence(int last) => _shapes[last].Words >= BrokenWords && !_shapes[last].EndsSentence
            || _document.TextOf(last).TrimEnd("\"”»' ").EndsWith("…", StringComparison.Ordinal) || _document.TextOf(last).EndsWith("...", StringComparison.Ordinal);

        private bool HasCue(int segment, StatusCue cue)
        {
            foreach (Finding finding in _findings)
            {
                if (finding.Segment == segment && finding.Cue == cue && !IsTold(finding))
                    return true;
            }

            return false;
        }
    }
}
