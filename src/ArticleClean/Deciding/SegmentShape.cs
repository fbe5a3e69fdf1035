using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Deciding;

/// <summary>What a segment looks like, as far as guards and priors ask.</summary>
/// <param name="Words">Tokens that are not punctuation; characters of unspaced scripts count a third.</param>
/// <param name="Length">In UTF-16 units.</param>
internal readonly record struct SegmentShape(int Words, int Length, bool EndsSentence, bool HasReporting, bool HasYou, bool HasQuotes, bool OpensQuote)
{
    /// <summary>From so many words a segment that ends like a sentence is prose.</summary>
    private const int ProseWords = 9;

    /// <summary>So many words are prose however they end.</summary>
    private const int LongWords = 22;

    /// <summary>Reads as running text.</summary>
    public bool IsProse => Words >= LongWords || (Words >= ProseWords && EndsSentence);

    public static SegmentShape Of(Segmented document, Lexicon lexicon, int index)
    {
        Segment segment = document.Segments[index];
        string text = document.Document.Text;
        int words = 0;
        int unspaced = 0;
        WordClasses classes = WordClasses.None;
        int quotes = 0;
        for (int t = segment.FirstToken; t < segment.EndToken; t++)
        {
            Token token = document.Tokens[t];
            if (token.Kind == TokenKind.Punctuation)
                quotes += IsQuote(text[token.Start]) ? 1 : 0;
            else if ((token.Flags & TokenFlags.Unspaced) != 0)
                unspaced++;
            else
                words++;
            classes |= lexicon.ClassesOf(token.Symbol);
        }

        return new SegmentShape(words + ((unspaced + 2) / 3), segment.Span.Length, EndsLikeSentence(document.TextOf(index)), (classes & WordClasses.Reporting) != 0,
            (classes & WordClasses.You) != 0, quotes > 0, IsQuote(text[segment.Span.Start]));
    }

    /// <summary>Whether a text closes like a sentence, quotes and brackets behind the stop aside.</summary>
    public static bool EndsLikeSentence(ReadOnlySpan<char> text)
    {
        int last = text.Length - 1;
        while (last >= 0 && (IsQuote(text[last]) || text[last] is ')' or ']' or ' ' or '\'' or '*' or '」' or '』' or '）' or '】' || char.IsWhiteSpace(text[last])))
            last--;
        return last >= 0 && text[last] is '.' or '!' or '?' or '。' or '！' or '？' or '।' or '؟' or '…' or '۔' or '॥';
    }

    public static bool IsQuote(char c) => c < 0x80 ? c == '"' : c is '“' or '”' or '„' or '«' or '»' or '‟' or '「' or '」' or '『' or '』' or '״' or '‚' or '‘';
}
