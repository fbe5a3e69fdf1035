using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>What a token can be to a slot. Whole segments and templates are compared by these bits, so that a price is not looked for where no number stands.</summary>
/// <remarks>As wide as the filters beside it, so that packed tables have no gaps.</remarks>
[Flags]
internal enum TokenShapes : ulong
{
    None = 0,
    /// <summary>A number in digits or as a word.</summary>
    Number = 1,
    /// <summary>A number in digits.</summary>
    Digits = 2,
    Currency = 4,
    Period = 8,
    Per = 16,
    /// <summary>A month, a weekday, a character that stands for a part of a date.</summary>
    Day = 32,
    /// <summary>A web or mail address, or a handle.</summary>
    Address = 64,
    /// <summary>A word that may be part of a name: with a capital, or of a script without case.</summary>
    Name = 128,
}

/// <summary>Which shapes tokens have, and which ones slots ask for.</summary>
internal static class SlotShapes
{
    /// <summary>The shapes of each kind of token, in the order of <see cref="TokenKind"/>.</summary>
    private static ReadOnlySpan<byte> OfKinds =>
        [0, (byte)(TokenShapes.Number | TokenShapes.Digits), (byte)TokenShapes.Currency, 0, (byte)TokenShapes.Address, (byte)TokenShapes.Address];

    /// <summary>The shapes that a token has by itself, whatever its word means.</summary>
    public static TokenShapes Of(in Token token, string text)
    {
        TokenShapes shapes = (TokenShapes)OfKinds[(int)token.Kind];
        if ((token.Flags & (TokenFlags.Title | TokenFlags.Unspaced)) != 0)
            shapes |= TokenShapes.Name;
        return text[token.Start] < 0x80 ? shapes : shapes | OfCharacter(token.Kind, text[token.Start]);
    }

    private static TokenShapes OfCharacter(TokenKind kind, char first) =>
        (kind == TokenKind.Word && IsCaseless(first) ? TokenShapes.Name : TokenShapes.None)
        | (kind != TokenKind.Punctuation && IsDateCharacter(first) ? TokenShapes.Day : TokenShapes.None);

    /// <summary>The shapes that a word has by its meaning.</summary>
    public static TokenShapes Of(WordClasses classes) =>
        ((classes & WordClasses.NumberWord) != 0 ? TokenShapes.Number : 0)
        | ((classes & WordClasses.Currency) != 0 ? TokenShapes.Currency : 0)
        | ((classes & WordClasses.Period) != 0 ? TokenShapes.Period : 0)
        | ((classes & WordClasses.Per) != 0 ? TokenShapes.Per : 0)
        | ((classes & (WordClasses.Month | WordClasses.Weekday)) != 0 ? TokenShapes.Day : 0);

    /// <summary>A token at which a slot begins has one of these; <see cref="TokenShapes.None"/> where any word can begin it.</summary>
    public static TokenShapes Begins(SlotKind kind) => kind switch
    {
        SlotKind.Number => TokenShapes.Number,
        SlotKind.Price => TokenShapes.Number | TokenShapes.Currency,
        SlotKind.Period => TokenShapes.Number | TokenShapes.Period | TokenShapes.Per,
        SlotKind.Date => TokenShapes.Digits | TokenShapes.Day,
        SlotKind.Time => TokenShapes.Digits,
        SlotKind.Email or SlotKind.Handle => TokenShapes.Address,
        SlotKind.Outlet => TokenShapes.Name | TokenShapes.Address,
        SlotKind.Person => TokenShapes.Name,
        _ => TokenShapes.None,
    };

    /// <summary>A segment that holds a slot has all of these.</summary>
    public static TokenShapes Needs(SlotKind kind) => kind switch
    {
        SlotKind.Number => TokenShapes.Number,
        SlotKind.Price => TokenShapes.Number | TokenShapes.Currency,
        SlotKind.Period => TokenShapes.Period,
        SlotKind.Date or SlotKind.Time => TokenShapes.Digits,
        SlotKind.Email or SlotKind.Handle => TokenShapes.Address,
        _ => TokenShapes.None,
    };

    /// <summary>A letter of a script that knows no capitals.</summary>
    public static bool IsCaseless(char c) => c >= 0x80 && !char.IsUpper(c) && !char.IsLower(c);

    /// <summary>A character that stands for a part of a date in the scripts of East Asia.</summary>
    public static bool IsDateCharacter(char c) => c >= 0x80 && c is '年' or '月' or '日' or '년' or '월' or '일' or '时' or '時' or '分';
}
