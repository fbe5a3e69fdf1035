using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>What runs of segments look like, whatever their language: each shape is one file, and all see one layout.</summary>
internal sealed class StructureDetector(RuleSet rules) : IDetector
{
    private static readonly Action<Layout, List<Finding>>[] Shapes =
    [
        Headline.Find,
        Byline.Find,
        Timestamp.Find,
        Breadcrumb.Find,
        Menu.Find,
        ShareBar.Find,
        PriceTable.Find,
        CreditLine.Find,
        TagList.Find,
        TitleRun.Find,
        PlayerDebris.Find,
        Copies.Find,
        MachineLine.Find,
        LiveStamps.Find,
        SpeakerLines.Find,
        Verse.Find,
        Steps.Find,
        ListItems.Find,
        TableRows.Find,
        DataRows.Find,
        Kickers.Find,
        InterTitles.Find,
        Statements.Find,
        BrokenEnd.Find,
        Openings.Find,
        Captions.Find,
        Initials.Find,
        AuthorLine.Find,
        CommentThread.Find,
        StampedList.Find,
        TeaserRun.Find,
        LabelledList.Find,
        BoxParagraphs.Find,
        BoxLines.Find,
    ];

    /// <summary>Whether a shape tells what its segments are whatever they read like, so that no opinion is asked on how much it counts.</summary>
    public static bool IsSure(string rule) => rule is CommentThread.Rule or StampedList.Rule or TeaserRun.Rule or CopiedText.Rule;

    public void Detect(Segmented document, List<Finding> findings)
    {
        if (document.Segments.Length == 0)
            return;
        Layout layout = Layout.Of(document, rules, findings);
        foreach (Action<Layout, List<Finding>> find in Shapes)
            find(layout, findings);
    }
}
