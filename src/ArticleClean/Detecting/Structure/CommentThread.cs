using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>
/// What readers wrote below the article: names with dates, and buttons to answer, that take turns with what was said
/// between them. A comment reads like the article; only its stamps tell it.
/// </summary>
internal static class CommentThread
{
    public const string Rule = "structure/comment-thread";

    /// <summary>The form alone tells it, whatever the comments read like.</summary>
    private const int Weight = 8000;

    /// <summary>A stamp is no longer: "Posted by A. Reader on March 3, 2024 at 4:05 pm".</summary>
    private const int StampWords = 12;

    /// <summary>Words of a stamp that are no part of its date: the reader's name and "says", "wrote on".</summary>
    private const int NameWords = 6;

    /// <summary>A reader's name on a line of its own is no longer.</summary>
    private const int ReaderWords = 4;

    /// <summary>A button is no longer.</summary>
    private const int ButtonWords = 7;

    /// <summary>A heading ("8 comments") stands so near above the first stamp, in segments.</summary>
    private const int HeadingReach = 6;

    /// <summary>No comment is longer, in segments; and none longer than what stands before the thread, in words.</summary>
    private const int CommentSegments = 30;

    /// <summary>The last comment goes on for so many segments at most.</summary>
    private const int LastSegments = 8;

    /// <summary>So many stamps below a heading or beside a button are a thread.</summary>
    private const int MinStamps = 3;

    /// <summary>So many stamps and as many buttons are one.</summary>
    private const int MinPairs = 2;

    public static void Find(Layout layout, List<Finding> findings)
    {
        int proseBefore = 0;
        for (int i = 0; i < layout.Count; i++)
        {
            if (i >= layout.ArticleBegun && IsStamp(layout, i, out DateParts form))
            {
                Thread thread = Follow(layout, i, form, proseBefore);
                if (thread.Voices >= MinPairs && (thread.Buttons >= MinPairs || (thread.Voices >= MinStamps && (thread.Buttons > 0 || HasHeading(layout, i)))))
                {
                    int end = EndOf(layout, thread.Last);
                    for (int s = IsName(layout, i - 1) ? i - 1 : i; s < end; s++)
                        findings.Add(layout.Whole(s, Rule, Category.Comments, Weight));
                    i = end - 1;
                    continue;
                }
            }

            proseBefore += layout.Looks[i].IsProse ? layout.Looks[i].Words : 0;
        }
    }

    /// <summary>A row of like stamps.</summary>
    /// <param name="Last">Segment of the last stamp or button.</param>
    /// <param name="Voices">Stamps with a sentence between them and the next.</param>
    /// <param name="Buttons">Buttons among them.</param>
    private readonly record struct Thread(int Last, int Voices, int Buttons);

    private static Thread Follow(Layout layout, int first, DateParts form, int proseBefore)
    {
        int last = first, voices = 0, buttons = 0, words = 0;
        bool silent = true;
        for (int i = first + 1; i < layout.Count && i - last <= CommentSegments; i++)
        {
            Look look = layout.Looks[i];
            if (IsStamp(layout, i, out DateParts parts) && IsLike(form, parts))
            {
                (last, words, silent) = (i, 0, true);
                continue;
            }

            if (IsButton(layout, i))
            {
                (last, words) = (i, 0);
                buttons++;
                continue;
            }

            words += look.Words;
            if (words > proseBefore)
                break;
            if (silent && look.Ends)
            {
                silent = false;
                voices++;
            }
        }

        return new Thread(last, voices, buttons);
    }

    private static bool IsLike(DateParts one, DateParts other) => one.HasYear == other.HasYear && Math.Abs(one.DateTokens - other.DateTokens) <= 2;

    private static bool HasHeading(Layout layout, int first)
    {
        for (int i = Math.Max(0, first - HeadingReach); i < first; i++)
        {
            if (layout.Claims[i] == Category.Comments)
                return true;
        }

        return false;
    }

    /// <summary>What follows a last stamp is a comment as far as it reads like one.</summary>
    private static int EndOf(Layout layout, int last)
    {
        int end = last + 1;
        if (!IsStamp(layout, last, out _))
            return end;
        while (end < layout.Count && end <= last + LastSegments && !layout.IsClaimed(end) && (layout.Looks[end].Ends || layout.Looks[end].IsProse))
            end++;
        return end;
    }

    /// <summary>A line above a date that is nothing but a name.</summary>
    private static bool IsName(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        return look.Whole && !look.Ends && !look.Introduces && look.Words is >= 1 and <= ReaderWords && look.Titled == look.Words;
    }

    private static bool IsButton(Layout layout, int segment) => layout.Looks[segment].Words <= ButtonWords && layout.Claims[segment] == Category.Comments;

    /// <summary>A name with a date, or a date alone below its name; or "A. Reader says:".</summary>
    private static bool IsStamp(Layout layout, int segment, out DateParts form)
    {
        form = default;
        Look look = layout.Looks[segment];
        if (look.Words > StampWords || look.Ends || !look.Whole)
            return false;
        if (look.Introduces)
            return look.Words is > 1 and <= NameWords && look.Titled > 0 && look.Has(WordClasses.Reporting);
        if (look.Numbers < 2 && look.Unspaced == 0)
            return false;
        ReadOnlySpan<char> text = layout.TextOf(segment);
        if (text.Contains('@') || text[0] is '—' or '–' || IsLabelled(layout, segment))
            return false;
        form = DateParts.Of(layout, segment);
        return form.HasDay && form.OtherWords <= NameWords && (form.HasYear || form.DateTokens >= 3);
    }

    /// <summary>"Released: 3 March 2025" says of what it is the date.</summary>
    private static bool IsLabelled(Layout layout, int segment)
    {
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        for (int t = 1; t < tokens.Length; t++)
        {
            if (layout.CharOf(tokens[t]) == ':' && tokens[t - 1].Kind == TokenKind.Word)
                return true;
        }

        return false;
    }
}
