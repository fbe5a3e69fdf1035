using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>Fills the columns that say how each segment is written, and keeps the counts that other columns need.</summary>
internal sealed class ShapeFeatures
{
    /// <summary>A segment of so many words that ends like a sentence is prose.</summary>
    private const int ProseWords = 12;

    /// <summary>Words of fewer letters say little about a topic.</summary>
    private const int TopicLetters = 5;

    /// <summary>Per segment: words, where an unspaced character counts as half a word.</summary>
    public int[] Words { get; }

    /// <summary>Per segment: hash of its tokens, equal for copies.</summary>
    public ulong[] Hashes { get; }

    /// <summary>Per segment: ends like a sentence.</summary>
    public bool[] Terminal { get; }

    /// <summary>Per segment: prose by length and ending.</summary>
    public bool[] Prose { get; }

    public int TotalWords { get; private set; }

    private ShapeFeatures(int segments)
    {
        Words = new int[segments];
        Hashes = new ulong[segments];
        Terminal = new bool[segments];
        Prose = new bool[segments];
    }

    public static ShapeFeatures Fill(Segmented document, FeatureSheet sheet)
    {
        ShapeFeatures shape = new(document.Segments.Length);
        for (int i = 0; i < document.Segments.Length; i++)
        {
            shape.FillSegment(document, i, sheet);
            shape.TotalWords += shape.Words[i];
        }

        return shape;
    }

    /// <summary>Whether a token tells something about a topic.</summary>
    public static bool IsTopical(in Token token) =>
        token.Kind == TokenKind.Word && (token.Length >= TopicLetters || (token.Flags & TokenFlags.Unspaced) != 0);

    private void FillSegment(Segmented document, int index, FeatureSheet sheet)
    {
        ref readonly Segment segment = ref document.Segments[index];
        ReadOnlySpan<Token> tokens = document.Tokens.Slice(segment.FirstToken, segment.EndToken);
        string text = document.Document.Text;
        int words = 0, unspaced = 0, letters = 0, title = 0, caps = 0, numbers = 0, marks = 0, commas = 0, quotes = 0, currencies = 0, addresses = 0, pipes = 0;
        ulong hash = 14695981039346656037UL;
        foreach (ref readonly Token token in tokens)
        {
            hash = (hash ^ token.Fold) * 0x9E3779B97F4A7C15UL;
            hash ^= hash >> 29;
            switch (token.Kind)
            {
                case TokenKind.Word:
                    if ((token.Flags & TokenFlags.Unspaced) != 0)
                        unspaced++;
                    else
                        words++;
                    letters += token.Length;
                    title += (token.Flags & TokenFlags.Title) != 0 ? 1 : 0;
                    caps += (token.Flags & TokenFlags.Caps) != 0 ? 1 : 0;
                    break;
                case TokenKind.Number:
                    words++;
                    numbers++;
                    break;
                case TokenKind.Currency:
                    currencies++;
                    break;
                case TokenKind.Punctuation:
                    marks++;
                    switch (text[token.Start])
                    {
                        case ',' or '、' or '，' or '،':
                            commas++;
                            break;
                        case '"' or '“' or '”' or '„' or '«' or '»' or '「' or '」':
                            quotes++;
                            break;
                        case '|' or '/' or '>' or '›' or '•' or '·' or '→' or '»':
                            pipes++;
                            break;
                    }

                    break;
                default:
                    words++;
                    addresses++;
                    break;
            }
        }

        int counted = words + ((unspaced + 1) / 2);
        Words[index] = counted;
        Hashes[index] = hash;
        sheet[Feature.Words][index] = FeatureSheet.Clip(counted);
        sheet[Feature.Chars][index] = FeatureSheet.Clip(segment.Span.Length);
        sheet[Feature.WordLength][index] = words == 0 ? (short)0 : FeatureSheet.Clip(letters * 10 / words);
        sheet[Feature.TitleShare][index] = FeatureSheet.Share(title, words);
        sheet[Feature.CapsShare][index] = FeatureSheet.Share(caps, words);
        sheet[Feature.DigitShare][index] = FeatureSheet.Share(numbers, words);
        sheet[Feature.MarkShare][index] = FeatureSheet.Share(marks, tokens.Length);
        sheet[Feature.CommaCount][index] = FeatureSheet.Clip(commas);
        sheet[Feature.QuoteCount][index] = FeatureSheet.Clip(quotes);
        sheet[Feature.Currencies][index] = FeatureSheet.Clip(currencies);
        sheet[Feature.Addresses][index] = FeatureSheet.Clip(addresses);
        sheet[Feature.PipeCount][index] = FeatureSheet.Clip(pipes);
        sheet[Feature.Unspaced][index] = FeatureSheet.Share(unspaced, tokens.Length);
        Terminal[index] = FillEnds(text.AsSpan(segment.Span.Start, segment.Span.Length), index, sheet);
        Prose[index] = Terminal[index] && counted >= ProseWords;
    }

    private static bool FillEnds(ReadOnlySpan<char> text, int index, FeatureSheet sheet)
    {
        int end = text.Length;
        bool closes = false;
        while (end > 0 && (IsClosing(text[end - 1]) || text[end - 1] == ' '))
        {
            closes |= IsQuote(text[end - 1]);
            end--;
        }

        char last = end > 0 ? text[end - 1] : '\0';
        char first = text.Length > 0 ? text[0] : '\0';
        bool question = last is '?' or '？' or '؟';
        bool terminal = question || last is '.' or '!' or '。' or '！' or '।' or '۔' or '…' or '．';
        sheet[Feature.Terminal][index] = Flag(terminal);
        sheet[Feature.ClosesQuote][index] = Flag(closes);
        sheet[Feature.OpensQuote][index] = Flag(IsQuote(first));
        sheet[Feature.EndsColon][index] = Flag(last is ':' or '：');
        sheet[Feature.EndsOpen][index] = Flag(last == '…' || text.EndsWith("...", StringComparison.Ordinal));
        sheet[Feature.Question][index] = Flag(question);
        sheet[Feature.StartsLower][index] = Flag(char.IsLower(first));
        sheet[Feature.StartsUpper][index] = Flag(char.IsUpper(first));
        sheet[Feature.StartsMark][index] = Flag(!char.IsLetterOrDigit(first) && !IsQuote(first));
        sheet[Feature.StartsDigit][index] = Flag(char.IsDigit(first));
        return terminal;
    }

    internal static short Flag(bool value) => value ? (short)1 : (short)0;

    private static bool IsQuote(char c) => c is '"' or '\'' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '「' or '」' or '『' or '』' or '‹' or '›';

    private static bool IsClosing(char c) => c is ')' or ']' or '）' or '】' || IsQuote(c);
}
