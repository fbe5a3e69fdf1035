namespace ArticleClean.Detecting.LineModel;

/// <summary>
/// The columns that the trees read, one 16-bit integer a segment. Shares are in thousandths, logarithms in eighths of
/// powers of two, scores in hundredths of log-odds (above 0: junk). The names stand in the weights' file.
/// </summary>
internal enum Feature
{
    // How the segment is written.
    Words, Chars, WordLength, Terminal, ClosesQuote, OpensQuote, EndsColon, EndsOpen, Question, StartsLower, StartsUpper, StartsMark,
    StartsDigit, TitleShare, CapsShare, DigitShare, MarkShare, CommaCount, QuoteCount, Currencies, Addresses, PipeCount, Unspaced,
    CommonWordShare, RareWordShare,

    // Where it stands.
    Index, IndexFromEnd, Place, PlaceInWords, WordsBefore, WordsAfter, LineWords, LineSegments, PlaceInLine, PlaceFromLineEnd,
    BlankBefore, BlankAfter, LinePrevWords, LineNextWords, DocumentWords, DocumentLines, DocumentSegments, MeanWords, BlankShare,
    ShortRunBefore, ShortRunAfter, LongRunBefore, LongRunAfter, WordsSinceLong, WordsTillLong, GroupWords, GroupLines, GroupIndex,
    CopiesBefore, CopiesAfter, LineCopies,

    // Its neighbours.
    PrevWords, Prev2Words, Prev3Words, NextWords, Next2Words, Next3Words, PrevTerminal, Prev2Terminal, NextTerminal, Next2Terminal, PrevTitleShare,
    NextTitleShare, PrevDigitShare, NextDigitShare, PrevEndsColon, PrevQuestion, NextQuestion,
    TerminalAround, WordsAround, WordsWide,

    // What words said about what follows a segment and what stands before it, looked up at the neighbours.
    AfterSelf, AfterPrev, AfterMax8, AfterMean8, AfterSince, BeforeSelf, BeforeNext, BeforeMax8, BeforeMean8,

    // What the phrase and structure engines found in it, and around it.
    RulePrompt, RuleLinks, RuleOpening, RuleCaption, RuleNotice, RuleSocial, RuleKeep, RuleHint, RuleHints,
    RuleSelf, RulePrev, RuleNext, RuleBefore, RuleAfter, RuleHeadSince, RuleOpeningSince, RuleOpeningTill, WordOpeningsSinceLead, WordFoundSinceLead,

    // Lines that stand between lines of the same look.
    NearPatternCount, WidePatternCount, WordNearPattern, WordWidePattern,

    // Scores of the linear stage around it.
    WordScore, WordPrev, WordPrev2, WordPrev3, WordNext, WordNext2, WordNext3, WordLeft2, WordLeft4, WordLeft8, WordLeft16, WordLeft32, WordRight2, WordRight4, WordRight8,
    WordRight16, WordRight32, WordLine, WordGroup, WordGoodBefore, WordGoodAfter, WordRunBefore, WordRunAfter, WordJunkBefore, WordJunkAfter,
    WordInStretch, WordToStretch, WordFromStretchStart, WordTillStretchEnd, WordStretchWords, WordStretchShare, WordGoodShare,
    WordTopic, WordTopicCount, WordFromLead, WordJunkSinceLead, WordGoodSinceLead, WordLeadTopic, WordLeadTopicCount,
    WordSectionNumber, WordSectionWords, WordSectionGap, WordSectionWidestGap, WordSectionTopic, WordSectionPart, WordInSection, WordSectionRank, WordSectionOpenings,

    // Pages only: the block, the elements around it, what the nearest four containers hold.
    HtmlLinkShare, HtmlLinkCount, HtmlDepth, HtmlTag,
    HtmlWords1, HtmlLinks1, HtmlParagraphs1, HtmlPart1, HtmlBlocks1, HtmlWords2, HtmlLinks2, HtmlParagraphs2, HtmlPart2, HtmlBlocks2,
    HtmlWords3, HtmlLinks3, HtmlParagraphs3, HtmlPart3, HtmlBlocks3, HtmlWords4, HtmlLinks4, HtmlParagraphs4, HtmlPart4, HtmlBlocks4,
    HtmlInArticle, HtmlInMain, HtmlInAside, HtmlInNav, HtmlInFooter, HtmlInHeader, HtmlInForm, HtmlInFigure, HtmlInList, HtmlInTable, HtmlInQuote,
    HtmlInSection, HtmlArticleWords, HtmlArticleNumber, HtmlArticleCount, HtmlArticleHasTitle, HtmlLastOfPath = HtmlArticleHasTitle,
    HtmlFromTitle, HtmlSinceTitle, HtmlTitlesBefore, HtmlSinceHeading, HtmlHeadingLevel, HtmlLikeTitle, HtmlLikeDescription, HtmlLikeBody,

    // Pages only: what words say about the path, about the containers, about blocks of the same look, and how far the container of the article is.
    PathScore, WordContainer1, WordContainer2, WordContainer3, WordContainer4, WordAlike, WordAlikeWords, WordUp, WordDown, WordInBestTree, WordBestPart,

    // The same of the first trees' scores.
    TreeScore, TreePrev, TreePrev2, TreePrev3, TreeNext, TreeNext2, TreeNext3, TreeLeft2, TreeLeft4, TreeLeft8, TreeLeft16, TreeLeft32, TreeRight2, TreeRight4, TreeRight8,
    TreeRight16, TreeRight32, TreeLine, TreeGroup, TreeGoodBefore, TreeGoodAfter, TreeRunBefore, TreeRunAfter, TreeJunkBefore, TreeJunkAfter,
    TreeInStretch, TreeToStretch, TreeFromStretchStart, TreeTillStretchEnd, TreeStretchWords, TreeStretchShare, TreeGoodShare,
    TreeTopic, TreeTopicCount, TreeFromLead, TreeJunkSinceLead, TreeGoodSinceLead, TreeLeadTopic, TreeLeadTopicCount,
    TreeSectionNumber, TreeSectionWords, TreeSectionGap, TreeSectionWidestGap, TreeSectionTopic, TreeSectionPart, TreeInSection, TreeSectionRank, TreeSectionOpenings,
    TreeOpeningsSinceLead, TreeFoundSinceLead, TreeNearPattern, TreeWidePattern,
    TreeContainer1, TreeContainer2, TreeContainer3, TreeContainer4, TreeAlike, TreeAlikeWords, TreeUp, TreeDown, TreeInBestTree, TreeBestPart,

    /// <summary>Number of columns.</summary>
    Count,
}
