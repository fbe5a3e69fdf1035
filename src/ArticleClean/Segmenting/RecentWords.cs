namespace ArticleClean.Segmenting;

/// <summary>
/// Short words of ASCII letters that were read before, with what the lexer found of them: a text says the same words again and again. A
/// word is its small letters, so that nothing but two numbers is compared. For one thread at a time.
/// </summary>
internal sealed class RecentWords
{
    /// <summary>No longer word is remembered.</summary>
    public const int MostLetters = 15;

    /// <summary>Words that are remembered, as a power of two: 256 KiB.</summary>
    private const int SizeLog = 13;

    private readonly Word[] _words = new Word[1 << SizeLog];

    /// <summary>A word: its letters as bytes, the first eight and the others, its hash and its symbol. No word has no letters.</summary>
    public readonly record struct Word(ulong Head, ulong Tail, ulong Fold, int Symbol);

    /// <summary>The place of a word: it holds the word, another one or none.</summary>
    public ref Word this[ulong head, ulong tail] =>
        ref _words[(int)(((head * 0x9E3779B97F4A7C15) ^ (tail * 0xC2B2AE3D27D4EB4F)) >> (64 - SizeLog))];
}
