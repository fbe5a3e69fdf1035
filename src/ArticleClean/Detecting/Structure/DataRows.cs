using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>
/// The article's own figures line by line, in it or at its end: results, tariffs, timetables, weather, ratings, "label: value", each block
/// with the heading above it: they stay. Rows that a rule claims are none.
/// </summary>
internal static class DataRows
{
    public const string Rule = "structure/keep.data-rows";

    /// <summary>More than the line model says against short lines at the end, less than a rule and the model say together.</summary>
    private const int Weight = -4000;

    private const int MinRows = 2;
    private const int MaxWords = 9;

    /// <summary>A row of figures may be longer.</summary>
    private const int MaxRowWords = 26;
    private const int MaxHeadingWords = 5;
    private const int MaxLabelTokens = 8;
    private const int MinIntroducingWords = 4;

    /// <summary>So many lines of other kinds may stand before a sentence that goes on with the text.</summary>
    private const int MaxSetOff = 4;

    /// <summary>A value without a figure is a word or two: "Pollen: low".</summary>
    private const int MaxValueWords = 3;

    /// <summary>A line that begins with an hour and goes on for longer is the title of a piece of news.</summary>
    private const int MaxTimedWords = 6;

    public static void Find(Layout layout, List<Finding> findings)
    {
        if (!layout.IsText)
            return;
        int reach = layout.BodyEnd;
        for (int i = 1; i < layout.Count; i++)
        {
            if (i >= reach && i <= reach + MaxSetOff && GoesOn(layout, i))
                reach = i + 1;
            bool introduced = layout.Looks[i - 1] is { Introduces: true, Words: >= MinIntroducingWords } && !layout.IsClaimed(i - 1);
            if (!introduced && (i > reach + 1 || i <= layout.FirstProse) || !(IsRow(layout, i) || IsHeading(layout, i)))
                continue;
            int rows = 0, last = i - 1;
            for (int j = i; j < layout.Count && j <= last + 2 && layout.LineOf(j) - layout.LineOf(i) <= 3 * (j - i) && (IsRow(layout, j) || IsHeading(layout, j)); j++)
            {
                if (IsRow(layout, j))
                    (rows, last) = (rows + 1, j);
            }

            if (rows >= MinRows)
            {
                for (int j = introduced ? i - 1 : i; j <= last; j++)
                    findings.Add(layout.Whole(j, Rule, Category.Keep, Weight));
                reach = Math.Max(reach, last + 1);
            }

            i = Math.Max(i, last);
        }
    }

    /// <summary>A sentence behind the text so far that a caption or a short line sets off, or an item of a list.</summary>
    private static bool GoesOn(Layout layout, int segment) =>
        !layout.IsClaimed(segment) && (layout.Looks[segment] is { Ends: true, Words: >= 3 } look ? !look.Has(WordClasses.You)
            : layout.TextOf(segment)[0] is '-' or '–' or '•' or '*' or '·');

    private static bool IsHeading(Layout layout, int segment) =>
        layout.Looks[segment] is { Whole: true, Ends: false, Words: >= 1 and <= MaxHeadingWords } look && !layout.IsClaimed(segment)
        && !look.Has(WordClasses.You | WordClasses.Network | WordClasses.Agency) && IsPlain(layout, segment);

    private static bool IsRow(Layout layout, int segment)
    {
        Look look = layout.Looks[segment];
        if (!look.Whole || look.Ends || look.Introduces || look.Words is < 2 or > MaxRowWords || (look.Words > MaxWords && look.Numbers * 3 < look.Words && !IsLabelled(layout, segment)) || layout.IsClaimed(segment)
            || look.Has(WordClasses.You | WordClasses.Network) || (look.Has(WordClasses.Period) && look.Has(WordClasses.Currency) && !IsLabelled(layout, segment) && Separators.Of(layout, segment).Mark != '\t')
            || !IsPlain(layout, segment) || Timestamp.IsStamp(layout, segment, out DateParts parts) && parts.HasYear)
            return false;
        Separators cells = Separators.Of(layout, segment);
        return look.Numbers * 3 >= look.Words || IsLabelled(layout, segment) || (cells.Mark is '\t' or '|' && (cells.Items >= 3 || (cells.Items == 2 && look.Unspaced > 0 && look.Has(WordClasses.NumberWord | WordClasses.Currency))))
            || (look.Words <= MaxTimedWords && layout.TokensOf(segment)[0].Kind == TokenKind.Number && layout.TokensOf(segment)[0].Length is 4 or 5);
    }

    /// <summary>"Label: value", the value a figure or very short.</summary>
    private static bool IsLabelled(Layout layout, int segment)
    {
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        for (int i = 1; i < tokens.Length - 1 && i <= MaxLabelTokens; i++)
        {
            if (tokens[i].Kind == TokenKind.Punctuation && layout.CharOf(tokens[i]) is ':' or '：')
                return layout.Looks[segment].Numbers > 0 || tokens.Length - i - 1 <= MaxValueWords || IsNameList(layout, tokens[(i + 1)..]);
        }

        return false;
    }

    /// <summary>"Hart, Wynn, Osei": a line-up.</summary>
    private static bool IsNameList(Layout layout, ReadOnlySpan<Token> tokens)
    {
        int names = 0, marks = 0, words = 0;
        foreach (ref readonly Token token in tokens)
        {
            words += token.Kind == TokenKind.Word ? 1 : 0;
            names += token.Kind == TokenKind.Word && (token.Flags & TokenFlags.Title) != 0 ? 1 : 0;
            marks += token.Kind == TokenKind.Punctuation && layout.CharOf(token) is ',' or ';' ? 1 : 0;
        }

        return marks >= 2 && names * 4 >= words * 3;
    }

    /// <summary>No address, handle, hash or right.</summary>
    private static bool IsPlain(Layout layout, int segment)
    {
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            if (token.Kind is TokenKind.Url or TokenKind.Handle || (token.Kind == TokenKind.Punctuation && layout.CharOf(token) is '#' or '©' or '@' or '{' or '→'))
                return false;
        }

        return true;
    }
}
