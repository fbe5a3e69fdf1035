using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>
/// The best labelling of the sequence by dynamic programming (Viterbi, 1967), in integers. What is not article stands
/// before it, in boxes inside it, or after it: an article goes on behind a short box more often than behind a long
/// one, and behind a long stretch of something else hardly ever.
/// </summary>
internal static class SequenceDecoder
{
    /// <summary>Changing sides inside a line: a paragraph is mostly all article or all not.</summary>
    private const int SwitchInLine = 1500;

    /// <summary>Changing sides from one line to the next.</summary>
    private const int SwitchBetweenLines = 400;

    /// <summary>Changing sides across a blank line, where blocks end.</summary>
    private const int SwitchAtGap = 200;

    /// <summary>Changing sides at a phrase that may stand in the middle of a sentence: it says nothing of what is around it.</summary>
    private const int SwitchAtCut = 150;

    /// <summary>Each word of a box inside the article; together with <see cref="Return"/> about what the corpora say of how often articles go on.</summary>
    private const int BoxWord = 20;

    /// <summary>Coming back to the article from after it, however long that was.</summary>
    private const int Return = 5000;

    /// <summary>No path comes so far down.</summary>
    private const long Never = long.MinValue / 4;

    /// <summary>Where a segment stands.</summary>
    private enum Part : byte
    {
        Before,
        Article,
        Box,
        After,
    }

    /// <summary>Whether each segment goes. <paramref name="scores"/>: thousandths of log-odds, above 0 speaks for removal.</summary>
    /// <param name="cut">Segments that were cut out of the middle of others.</param>
    public static bool[] Decode(Segmented document, ReadOnlySpan<int> scores, ReadOnlySpan<bool> cut)
    {
        int n = scores.Length;
        bool[] removed = new bool[n];
        if (n == 0)
            return removed;
        Part[] toArticle = new Part[n], toBox = new Part[n], toAfter = new Part[n];
        long before = scores[0], article = 0, box = Never, after = Never;
        for (int i = 1; i < n; i++)
        {
            int cost = cut[i - 1] || cut[i] ? SwitchAtCut : Cost(document.Segments[i - 1].Line, document.Segments[i].Line);
            long leave = article - cost;
            (article, toArticle[i]) = Best((article, Part.Article), (before - cost, Part.Before), (box - cost, Part.Box), (after - cost - Return, Part.After));
            (box, toBox[i]) = Best((box, Part.Box), (leave, Part.Article));
            (after, toAfter[i]) = Best((after, Part.After), (leave, Part.Article));
            before += scores[i];
            box += scores[i] - (cut[i] ? 0 : BoxWord * Words(document, i));
            after += scores[i];
        }

        (_, Part part) = Best((before, Part.Before), (article, Part.Article), (after, Part.After), (box, Part.Box));
        for (int i = n - 1; i >= 0; i--)
        {
            removed[i] = part != Part.Article;
            part = part switch { Part.Article => toArticle[i], Part.Box => toBox[i], Part.After => toAfter[i], _ => Part.Before };
        }

        return removed;
    }

    /// <summary>The way with the highest sum; of equal ones the first.</summary>
    private static (long Sum, Part From) Best(params ReadOnlySpan<(long Sum, Part From)> ways)
    {
        (long Sum, Part From) best = ways[0];
        foreach ((long Sum, Part From) way in ways[1..])
        {
            if (way.Sum > best.Sum)
                best = way;
        }

        return best;
    }

    private static int Cost(int before, int line) => line == before ? SwitchInLine : line == before + 1 ? SwitchBetweenLines : SwitchAtGap;

    private static int Words(Segmented document, int segment)
    {
        int words = 0;
        for (int t = document.Segments[segment].FirstToken; t < document.Segments[segment].EndToken; t++)
            words += document.Tokens[t].Kind == TokenKind.Punctuation ? 0 : 1;
        return words;
    }
}
