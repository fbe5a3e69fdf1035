using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>Fills the columns on what the phrase and structure engines found in each segment and around it, in hundredths of log-odds. A rule of another language than the document's counts less.</summary>
internal sealed class RuleFeatures
{
    /// <summary>From this a segment counts as found by a rule.</summary>
    private const int Found = 100;

    private const int Around = 4;

    private const int ColumnCount = Feature.RuleKeep - Feature.RulePrompt + 1;

    private readonly FeatureSheet _sheet;

    private RuleFeatures(FeatureSheet sheet) => _sheet = sheet;

    /// <summary>Fills what does not rest on scores.</summary>
    public static RuleFeatures Fill(Segmented document, IReadOnlyList<Finding> findings, FeatureSheet sheet)
    {
        RuleFeatures rules = new(sheet);
        int n = sheet.Rows;
        bool[] heads = new bool[n];
        Span<short> hint = sheet[Feature.RuleHint], hints = sheet[Feature.RuleHints];
        foreach (Finding finding in findings)
        {
            if (finding.Cue != StatusCue.None)
                continue;
            int weight = Math.Abs(finding.Weight) * LanguageFit.Percent(finding.Rule, document.Language) / (10 * 100);
            if (finding.Category != Category.Keep && finding.Evidence.Length > 0)
                weight = weight * Math.Min(finding.Evidence.Length, document.Segments[finding.Segment].Span.Length) / document.Segments[finding.Segment].Span.Length;
            if (finding.Reach == FindingReach.Names)
            {
                // Words of notices and prompts convict nothing, and stand in most of them, whatever the language.
                if (LanguageFit.IsSpoken(finding.Rule, document.Language))
                    (hint[finding.Segment], hints[finding.Segment]) = (FeatureSheet.Clip(Math.Max(hint[finding.Segment], weight)), FeatureSheet.Clip(hints[finding.Segment] + 1));
                continue;
            }

            Span<short> column = sheet[ColumnOf(finding.Category)];
            if (finding.Reach == FindingReach.Weak)
                weight /= 2;
            column[finding.Segment] = FeatureSheet.Clip(Math.Max(column[finding.Segment], weight));
            heads[finding.Segment] |= finding.Reach == FindingReach.Heads;
        }

        rules.FillSums(heads);
        return rules;
    }

    private static Feature ColumnOf(Category category) => category switch
    {
        Category.Keep => Feature.RuleKeep,
        Category.Related or Category.Navigation or Category.Tags => Feature.RuleLinks,
        Category.Headline or Category.Byline or Category.Timestamp => Feature.RuleOpening,
        Category.Caption or Category.Credit => Feature.RuleCaption,
        Category.Syndication or Category.Disclaimer or Category.Copyright or Category.AuthorBio => Feature.RuleNotice,
        Category.Social or Category.Comments => Feature.RuleSocial,
        _ => Feature.RulePrompt,
    };

    private void FillSums(bool[] heads)
    {
        int n = _sheet.Rows;
        Span<short> self = _sheet[Feature.RuleSelf], opening = _sheet[Feature.RuleOpening];
        int[] sums = new int[n + 1];
        for (int i = 0; i < n; i++)
        {
            int sum = 0;
            for (int c = 0; c < ColumnCount; c++)
                sum += (c == ColumnCount - 1 ? -1 : 1) * _sheet[Feature.RulePrompt + c][i];
            self[i] = FeatureSheet.Clip(sum);
            sums[i + 1] = sums[i] + sum;
        }

        Span<short> prev = _sheet[Feature.RulePrev], next = _sheet[Feature.RuleNext], before = _sheet[Feature.RuleBefore], after = _sheet[Feature.RuleAfter];
        Span<short> headSince = _sheet[Feature.RuleHeadSince], openingSince = _sheet[Feature.RuleOpeningSince], openingTill = _sheet[Feature.RuleOpeningTill];
        int head = -1, open = -1;
        for (int i = 0; i < n; i++)
        {
            prev[i] = i > 0 ? self[i - 1] : (short)0;
            next[i] = i + 1 < n ? self[i + 1] : (short)0;
            before[i] = FeatureSheet.Clip((sums[i] - sums[Math.Max(0, i - Around)]) / Around);
            after[i] = FeatureSheet.Clip((sums[Math.Min(n, i + 1 + Around)] - sums[i + 1]) / Around);
            headSince[i] = head < 0 ? (short)-1 : FeatureSheet.Near(i - head);
            openingSince[i] = open < 0 ? (short)-1 : FeatureSheet.Near(i - open);
            head = heads[i] ? i : head;
            open = opening[i] >= Found ? i : open;
        }

        open = -1;
        for (int i = n - 1; i >= 0; i--)
        {
            openingTill[i] = open < 0 ? (short)-1 : FeatureSheet.Near(open - i);
            open = opening[i] >= Found ? i : open;
        }
    }

    /// <summary>Counts what rules found since the first story began: openings of stories, and all that does not belong to one.</summary>
    /// <param name="lead">First segment of the first story.</param>
    public void FillSince(int lead, Feature openings, Feature found)
    {
        Span<short> self = _sheet[Feature.RuleSelf], opening = _sheet[Feature.RuleOpening], openingCount = _sheet[openings], foundCount = _sheet[found];
        int opened = 0, all = 0;
        for (int i = 0; i < self.Length; i++)
        {
            openingCount[i] = i < lead ? (short)-1 : FeatureSheet.Near(opened);
            foundCount[i] = i < lead ? (short)-1 : FeatureSheet.Near(all);
            if (i < lead)
                continue;
            opened += opening[i] >= Found ? 1 : 0;
            all += self[i] >= Found ? 1 : 0;
        }
    }
}
