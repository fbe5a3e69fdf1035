using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>
/// A second copy of running text: a version to republish or to print, a page that shows its article twice. Short parts of it
/// may be written otherwise. It is the later copy that goes.
/// </summary>
internal static class CopiedText
{
    public const string Rule = "structure/copied-text";

    /// <summary>The words were there already: nothing is lost whatever they read like.</summary>
    private const int Weight = 8000;

    /// <summary>So many words in a row are not said twice by chance.</summary>
    private const int Shingle = 5;

    /// <summary>A segment is a copy when so much of it was there before, in percent of its runs of words.</summary>
    private const int CopyPercent = 95;

    /// <summary>A copy holds so many words, in so many segments at least.</summary>
    private const int MinWords = 60;

    /// <inheritdoc cref="MinWords"/>
    private const int MinSegments = 3;

    /// <summary>And so much of the running text above it, in percent: terms and notices come again, the whole story does not.</summary>
    private const int MinPercent = 50;

    /// <summary>So many segments of other kinds may stand between two of a copy.</summary>
    private const int Between = 6;

    /// <summary>Whole segments that come twice are looked for first: without any there is no copy.</summary>
    private const int MinTwins = 2;

    /// <summary>Finds copies; the number of segments that come twice, word for word, says whether the search is worth it.</summary>
    public static void Find(Layout layout, int twins, List<Finding> findings)
    {
        if (twins < MinTwins)
            return;
        int[] source = Sources(layout);
        int prose = 0;
        for (int i = 0; i < layout.Count; i++)
        {
            prose += layout.Looks[i].IsProse ? layout.Looks[i].Words : 0;
            if (source[i] < 0)
                continue;
            int last = Follow(layout, source, i, out int words, out int copies);
            if (words < MinWords || copies < MinSegments || words * 100 < prose * MinPercent)
                continue;
            for (int s = i; s <= last && !IsTeaser(layout, source[i], i); s++)
            {
                if (source[s] >= 0)
                    findings.Add(layout.Whole(s, Rule, Category.Repeated, Weight));
            }

            i = last;
        }
    }

    /// <summary>Whether the earlier copy stands above the running text: then it is not the later one that is too many.</summary>
    private static bool IsTeaser(Layout layout, int earlier, int later) => layout.IsOutside(earlier) && !layout.IsOutside(later);

    /// <summary>The end of a copy that begins with a segment: its segments come in the order of what they copy.</summary>
    private static int Follow(Layout layout, int[] source, int first, out int words, out int copies)
    {
        int last = first;
        (words, copies) = (layout.Looks[first].Words, 1);
        for (int i = first + 1; i < layout.Count && i - last <= Between; i++)
        {
            if (source[i] < 0 || source[i] >= first || source[i] < source[last])
                continue;
            last = i;
            words += layout.Looks[i].Words;
            copies++;
        }

        return last;
    }

    /// <summary>For each segment the earlier one that most of it is found in, or near; -1 for none.</summary>
    private static int[] Sources(Layout layout)
    {
        int[] source = new int[layout.Count];
        KeyTable places = new(layout.Document.Tokens.Count);
        Span<ulong> window = stackalloc ulong[Shingle];
        for (int i = 0; i < source.Length; i++)
        {
            source[i] = -1;
            int words = 0, known = 0, at = -1;
            foreach (ref readonly Token token in layout.TokensOf(i))
            {
                if (token.Kind == TokenKind.Punctuation)
                    continue;
                window[words++ % Shingle] = token.Fold;
                if (words < Shingle)
                    continue;
                ulong key = 0;
                for (int k = 0; k < Shingle; k++)
                    key = (key * 0x9E3779B97F4A7C15) ^ window[(words + k) % Shingle];
                ref int place = ref places.Find(key, out bool isNew);
                if (isNew)
                    place = i;
                else if (place < i)
                {
                    known++;
                    at = at < 0 ? place : at;
                }
            }

            if (known > 0 && known * 100 >= (words - Shingle + 1) * CopyPercent)
                source[i] = at;
        }

        return source;
    }
}
