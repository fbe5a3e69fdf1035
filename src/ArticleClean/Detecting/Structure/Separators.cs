using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>A line taken apart at one kind of separator.</summary>
/// <param name="Mark">The separator; <c>\t</c> stands for tabs and runs of blanks.</param>
/// <param name="Items">How many items stand between separators.</param>
/// <param name="LongestWords">Words of the longest item.</param>
/// <param name="Titled">Items that begin with a capital or have no case.</param>
/// <param name="Numeric">Items that begin with a digit or a currency.</param>
internal readonly record struct Separators(char Mark, int Items, int LongestWords, int Titled, int Numeric)
{
    /// <summary>Takes the segment apart at the separator that it has most of; no items when it has none.</summary>
    public static Separators Of(Layout layout, int segment)
    {
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        Separators best = default;
        foreach (char mark in ">›»|/•·,;\t")
        {
            Separators split = Split(layout, tokens, mark);
            if (split.Items > best.Items)
                best = split;
        }

        return best.Items >= 2 ? best : default;
    }

    private static Separators Split(Layout layout, ReadOnlySpan<Token> tokens, char mark)
    {
        int items = 0, words = 0, longest = 0, titled = 0, numeric = 0;
        bool open = false;
        int end = tokens.IsEmpty ? 0 : tokens[0].Start;
        foreach (ref readonly Token token in tokens)
        {
            bool splits = mark == '\t' ? IsWideGap(layout, end, token.Start) : token.Kind == TokenKind.Punctuation && IsMark(layout.CharOf(token), mark);
            end = token.End;
            if (splits)
            {
                open = false;
                if (mark != '\t')
                    continue;
            }

            if (!open)
            {
                if (token.Kind == TokenKind.Punctuation)
                    continue;
                open = true;
                items++;
                words = 0;
                titled += token.Kind == TokenKind.Word && ((token.Flags & (TokenFlags.Title | TokenFlags.Unspaced)) != 0 || !char.IsLower(layout.CharOf(token))) ? 1 : 0;
                numeric += token.Kind is TokenKind.Number or TokenKind.Currency ? 1 : 0;
            }

            words += token.Kind != TokenKind.Punctuation ? 1 : 0;
            longest = Math.Max(longest, words);
        }

        return new Separators(mark, items, longest, titled, numeric);
    }

    private static bool IsMark(char c, char mark) => c == mark || (mark == ',' && c is '、' or '，' or '،') || (mark == '|' && c == '｜') || (mark == '·' && c == '・');

    private static bool IsWideGap(Layout layout, int from, int to) =>
        to - from >= 2 && layout.Document.Document.Text.AsSpan(from, to - from).IsWhiteSpace()
        || to - from == 1 && layout.Document.Document.Text[from] is '\t' or '\u3000';
}
