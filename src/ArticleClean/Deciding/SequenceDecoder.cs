using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>The best labelling of the sequence (article or not) by dynamic programming (Viterbi, 1967), in integers.</summary>
internal static class SequenceDecoder
{
    /// <summary>Changing sides inside a line: a paragraph is mostly all article or all not.</summary>
    private const int SwitchInLine = 1500;

    /// <summary>Changing sides from one line to the next.</summary>
    private const int SwitchBetweenLines = 700;

    /// <summary>Changing sides across a blank line, where blocks end.</summary>
    private const int SwitchAtGap = 450;

    /// <summary>Changing sides at a phrase that may stand in the middle of a sentence: it says nothing of what is around it.</summary>
    private const int SwitchAtCut = 150;

    /// <summary>Whether each segment goes. <paramref name="scores"/>: thousandths of log-odds, above 0 speaks for removal.</summary>
    /// <param name="cut">Segments that were cut out of the middle of others.</param>
    public static bool[] Decode(Segmented document, ReadOnlySpan<int> scores, ReadOnlySpan<bool> cut)
    {
        int n = scores.Length;
        bool[] removed = new bool[n];
        if (n == 0)
            return removed;
        byte[] back = new byte[n];
        long keep = 0;
        long junk = scores[0];
        for (int i = 1; i < n; i++)
        {
            int cost = cut[i - 1] || cut[i] ? SwitchAtCut : Cost(document.Segments[i - 1].Line, document.Segments[i].Line);
            long fromKeep = keep - cost;
            long fromJunk = junk - cost;
            byte from = 0;
            long nextKeep = keep;
            if (fromJunk > keep)
            {
                nextKeep = fromJunk;
                from = 1;
            }

            long nextJunk = junk;
            if (fromKeep > junk)
            {
                nextJunk = fromKeep;
                from |= 2;
            }

            back[i] = from;
            (keep, junk) = (nextKeep, nextJunk + scores[i]);
        }

        bool state = junk > keep;
        for (int i = n - 1; i >= 0; i--)
        {
            removed[i] = state;
            state = state ? (back[i] & 2) == 0 : (back[i] & 1) != 0;
        }

        return removed;
    }

    private static int Cost(int before, int line) => line == before ? SwitchInLine : line == before + 1 ? SwitchBetweenLines : SwitchAtGap;
}
