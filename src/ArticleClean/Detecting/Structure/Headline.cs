using ArticleClean.Reading;

namespace ArticleClean.Detecting.Structure;

/// <summary>The article's own headline: what the page declares as its title, or the first line of some words without full stop above the running text; and the standfirst under it.</summary>
internal static class Headline
{
    public const string DeclaredRule = "structure/declared-title";
    public const string FirstRule = "structure/headline";
    public const string StandfirstRule = "structure/standfirst";

    private const int DeclaredWeight = 6000;
    private const int FirstWeight = 3200;
    private const int StandfirstWeight = 2600;
    private const int MinWords = 3;

    /// <summary>A title says so many sentences at most, the last without full stop.</summary>
    private const int MaxTitleSentences = 2;
    private const int MaxWords = 20;

    /// <summary>A text of one or two lines without running text is all there is.</summary>
    private const int MinSegments = 3;

    /// <summary>A sentence of so many words, short as it is, begins the text.</summary>
    private const int MinSentenceWords = 5;

    /// <summary>A line that begins with a small letter and has so many words is the rest of a sentence.</summary>
    private const int MinContinuedWords = 8;

    /// <summary>A title alone may be an inter-title of a text that was cut out of its page.</summary>
    private const int LoneWeight = 1800;

    /// <summary>The header of an article is not longer, in segments.</summary>
    private const int HeaderReach = 12;

    /// <summary>Between a standfirst and the running text stand at most so many segments of names and dates.</summary>
    private const int StandfirstReach = 4;

    public static void Find(Layout layout, List<Finding> findings)
    {
        int headline = -1;
        for (int i = 0; i < layout.Count; i++)
        {
            if (layout.Looks[i].Whole && IsDeclared(layout, i))
            {
                findings.Add(layout.Whole(i, DeclaredRule, Category.Headline, DeclaredWeight));
                headline = i;
            }
        }

        if (headline < 0 && (layout.FirstProse < layout.Count || layout.Count is >= MinSegments and <= HeaderReach))
        {
            headline = Longest(layout);
            for (int i = headline; i >= 0 && i < layout.EndOfLine(headline); i++)
                findings.Add(layout.Whole(i, FirstRule, Category.Headline, HasHeader(layout, headline) ? FirstWeight : LoneWeight));
        }

        if (headline >= 0)
            Standfirst(layout, headline, findings);
    }

    /// <summary>The first segment of the line with most words of those above the running text that could be a title; -1 when there is none.</summary>
    private static int Longest(Layout layout)
    {
        int best = -1, most = 0;
        int end = Math.Min(layout.FirstProse, layout.Count);
        for (int i = Math.Max(0, end - HeaderReach), after; i < end; i = after)
        {
            after = layout.EndOfLine(i);
            Look last = layout.Looks[after - 1];
            int words = 0;
            for (int j = i; j < after; j++)
                words += layout.Looks[j].Words;
            if (best >= 0 && words >= MinSentenceWords && (last.Ends || last.Introduces))
                break;
            if (words is < MinWords or > MaxWords || (best >= 0 && after > i + 1) || after > end || last.Introduces || !IsTitle(layout, i, after))
                continue;
            // Of two candidates one below the other the first is the title and the longer one explains it.
            if (words > most && !(best >= 0 && most >= MinSentenceWords && layout.EndOfLine(best) == i && !layout.IsClaimed(best)))
                (best, most) = (i, words);
        }

        return best;
    }

    /// <summary>Whether a line may be a title by its shape: no item, sentence, list or date. "Bridge closes for repairs. How to get around" is one.</summary>
    private static bool IsTitle(Layout layout, int segment, int after) =>
        layout.TextOf(segment)[0] is not ('-' or '–' or '•' or '*') && !EndsWithStop(layout, after - 1) && layout.Claims[segment] is not (Category.Consent or Category.Navigation or Category.Social or Category.Artifact) && after - segment <= MaxTitleSentences && !RunsOn(layout, after - 1)
        && (after > segment + 1 || (Separators.Of(layout, segment) is { Items: <= 2 } or { Items: 3, Mark: not '\t' } && !Timestamp.IsStamp(layout, segment, out _) && !Menu.NamesSections(layout, segment)));

    /// <summary>Whether a date stands near it, or other short lines between it and the running text.</summary>
    private static bool HasHeader(Layout layout, int headline)
    {
        for (int i = Math.Max(0, headline - 2); i < Math.Min(layout.Count, headline + HeaderReach / 2) && i <= layout.FirstProse; i++)
        {
            if (i != headline && Timestamp.IsStamp(layout, i, out _))
                return true;
        }

        return false;
    }

    /// <summary>A sentence or two between the headline and the line with name or date.</summary>
    private static void Standfirst(Layout layout, int headline, List<Finding> findings)
    {
        int end = headline + 1;
        while (end < layout.Count && end <= headline + StandfirstReach && !IsDated(layout, end))
            end++;
        if (end == headline + 1 || end >= layout.Count || end > headline + StandfirstReach || !IsDated(layout, end))
            return;
        for (int i = headline + 1; i < end; i++)
        {
            Look look = layout.Looks[i];
            if (look.Words >= 6 && look.Words <= MaxWords * 2)
                findings.Add(layout.Whole(i, StandfirstRule, Category.Headline, StandfirstWeight));
        }
    }

    private static bool IsDated(Layout layout, int segment) => Timestamp.IsStamp(layout, segment, out DateParts parts) && parts.HasYear;

    private static bool EndsWithStop(Layout layout, int segment) => layout.TextOf(segment)[^1] is '.' or '。' or '।' or ',' or ';' or '…';

    /// <summary>Whether the next line goes on with its sentence: a text that was wrapped at a width begins with half of one. A byline may begin small as well, and is short.</summary>
    private static bool RunsOn(Layout layout, int segment)
    {
        int next = segment + 1;
        if (!layout.IsText || next >= layout.Count || layout.LineOf(next) != layout.LineOf(segment) + 1 || !char.IsLower(layout.TextOf(next)[0]))
            return false;
        return layout.Looks[next].Ends || layout.Looks[next].Words >= MinContinuedWords;
    }

    private static bool IsDeclared(Layout layout, int segment)
    {
        DeclaredMetadata? declared = layout.Document.Document.Html?.Declared;
        if (declared is null || layout.Looks[segment].Words < MinWords)
            return false;
        ReadOnlySpan<char> text = layout.TextOf(segment);
        return Same(text, declared.Headline) || (declared.Title is { } title && (Same(text, title) || BeginsTitle(text, title)));
    }

    private static bool Same(ReadOnlySpan<char> text, string? declared) =>
        declared is not null && text.Equals(declared.AsSpan().Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>"Headline - Site": what follows in the declared title is set off by a mark.</summary>
    private static bool BeginsTitle(ReadOnlySpan<char> text, string title) =>
        title.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase) && title.AsSpan(text.Length).TrimStart() is ['-' or '|' or '–' or '—' or ':' or '·', ..];
}
