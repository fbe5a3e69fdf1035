using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>What a segment looks like, language aside.</summary>
/// <param name="Words">Words and numbers; characters of unspaced scripts count a third.</param>
/// <param name="Titled">Words that begin with a capital.</param>
/// <param name="Small">Words that begin with a small letter.</param>
/// <param name="Unspaced">Characters of scripts without spaces.</param>
/// <param name="Numbers">Numbers.</param>
/// <param name="Stops">Function words.</param>
/// <param name="Classes">What its words are known for, all together.</param>
/// <param name="Ends">It closes like a sentence.</param>
/// <param name="Introduces">It closes with a colon.</param>
/// <param name="Whole">It is all that its line holds.</param>
internal readonly record struct Look(
    int Words, int Titled, int Small, int Unspaced, int Numbers, int Stops, WordClasses Classes, bool Ends, bool Introduces, bool Whole)
{
    /// <summary>From so many words a segment that ends like a sentence is prose.</summary>
    private const int ProseWords = 9;

    /// <summary>So many words are prose however they end.</summary>
    private const int LongWords = 24;

    /// <summary>Reads as running text.</summary>
    public bool IsProse => Words >= LongWords || (Words >= ProseWords && Ends);

    public bool Has(WordClasses classes) => (Classes & classes) != 0;

    public static Look Of(Segmented document, Lexicon lexicon, int index)
    {
        Segment segment = document.Segments[index];
        int words = 0, titled = 0, unspaced = 0, numbers = 0, stops = 0;
        WordClasses classes = WordClasses.None;
        foreach (ref readonly Token token in document.Tokens.Slice(segment.FirstToken, segment.EndToken))
        {
            if (token.Kind == TokenKind.Punctuation)
                continue;
            WordClasses own = lexicon.ClassesOf(token.Symbol);
            classes |= own;
            stops += (own & WordClasses.Stop) != 0 ? 1 : 0;
            if ((token.Flags & TokenFlags.Unspaced) != 0)
            {
                unspaced++;
                continue;
            }

            words++;
            numbers += token.Kind == TokenKind.Number ? 1 : 0;
            titled += token.Kind == TokenKind.Word && (token.Flags & TokenFlags.Title) != 0 ? 1 : 0;
        }

        bool whole = (index == 0 || document.Segments[index - 1].Line != segment.Line)
            && (index + 1 == document.Segments.Length || document.Segments[index + 1].Line != segment.Line);
        ReadOnlySpan<char> text = document.TextOf(index);
        return new Look(words + ((unspaced + 2) / 3), titled, words - titled - numbers, unspaced, numbers, stops, classes, EndsLikeSentence(text), text[^1] is ':' or '：', whole);
    }

    /// <summary>Whether a text closes like a sentence, what closes with it aside.</summary>
    private static bool EndsLikeSentence(ReadOnlySpan<char> text)
    {
        int last = text.Length - 1;
        while (last >= 0 && (char.IsWhiteSpace(text[last]) || (Marks.IsCloser(text[last]) || Marks.IsSuperscript(text[last]))))
            last--;
        return last >= 0 && Marks.IsTerminator(text[last]);
    }
}
