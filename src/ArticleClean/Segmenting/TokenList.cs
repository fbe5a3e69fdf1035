namespace ArticleClean.Segmenting;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>A run of letters (with marks, inner apostrophes and hyphens split off), or one character of a script without spaces.</summary>
    Word,
    /// <summary>A run of digits with inner separators: <c>2,700</c>, <c>17.99</c>, <c>9:30</c>.</summary>
    Number,
    /// <summary>A currency sign or code.</summary>
    Currency,
    /// <summary>One punctuation mark or symbol.</summary>
    Punctuation,
    /// <summary>An address: <c>https://...</c>, <c>www....</c>.</summary>
    Url,
    /// <summary>An e-mail address or an @handle.</summary>
    Handle,
}

/// <summary>How a token is written.</summary>
[Flags]
internal enum TokenFlags : byte
{
    None = 0,
    /// <summary>White space or the segment's start stands before it.</summary>
    SpaceBefore = 1,
    /// <summary>First letter is upper case.</summary>
    Title = 2,
    /// <summary>Two letters or more and all of them upper case.</summary>
    Caps = 4,
    /// <summary>One character of a script without spaces (Han, Kana, Hangul, Thai, Lao, Khmer, Burmese).</summary>
    Unspaced = 8,
}

/// <summary>A token; <see cref="Fold"/> is a 64-bit hash of its folded form: lower case, without accents, digits as they are.</summary>
internal readonly record struct Token(int Start, int Length, ulong Fold, int Symbol, TokenKind Kind, TokenFlags Flags)
{
    public int End => Start + Length;
}

/// <summary>The tokens of a document in order. <see cref="Token.Symbol"/> is an index into the lexicon, 0 for a word that no rule knows.</summary>
internal sealed class TokenList(Token[] items, int count)
{
    public static TokenList Empty { get; } = new([], 0);

    public int Count => count;
    public ref readonly Token this[int index] => ref items[index];
    public ReadOnlySpan<Token> Slice(int first, int end) => new(items, first, end - first);
}
