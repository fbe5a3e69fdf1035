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
    /// <summary>Classes that are a shape as well; most words have none of them.</summary>
    private const WordClasses Shaped =
        WordClasses.NumberWord | WordClasses.Currency | WordClasses.Period | WordClasses.Per | WordClasses.Month | WordClasses.Weekday;

    /// <summary>The shapes of a token.</summary>
    public static TokenShapes Of(in Token token, WordClasses classes, string text)
    {
        TokenShapes shapes = token.Kind switch
        {
            TokenKind.Number => TokenShapes.Number | TokenShapes.Digits,
            TokenKind.Currency => TokenShapes.Currency,
            TokenKind.Url or TokenKind.Handle => TokenShapes.Address,
            TokenKind.Word when IsCaseless(text[token.Start]) => TokenShapes.Name,
            _ => TokenShapes.None,
        };
        if ((token.Flags & (TokenFlags.Title | TokenFlags.Unspaced)) != 0)
            shapes |= TokenShapes.Name;
        if ((classes & Shaped) != 0)
        {
            shapes |= (classes & WordClasses.NumberWord) != 0 ? TokenShapes.Number : 0;
            shapes |= (classes & WordClasses.Currency) != 0 ? TokenShapes.Currency : 0;
            shapes |= (classes & WordClasses.Period) != 0 ? TokenShapes.Period : 0;
            shapes |= (classes & WordClasses.Per) != 0 ? TokenShapes.Per : 0;
            shapes |= (classes & (WordClasses.Month | WordClasses.Weekday)) != 0 ? TokenShapes.Day : 0;
        }

        return IsDateCharacter(text[token.Start]) ? shapes | TokenShapes.Day : shapes;
    }

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
