using System.Numerics;
using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>What a sparse feature of the linear stage is; the letter stands in the weights' file.</summary>
internal enum WordFeature : byte
{
    /// <summary>A folded word; numbers, currencies, addresses and handles count as one word each.</summary>
    Word = (byte)'w',
    /// <summary>Two neighbouring words.</summary>
    Pair = (byte)'p',
    /// <summary>The first word of the segment.</summary>
    First = (byte)'f',
    /// <summary>The last token of the segment.</summary>
    Last = (byte)'l',
    /// <summary>How the tokens of a short segment are written, one after the other.</summary>
    Shape = (byte)'s',
    /// <summary>How the first tokens are written.</summary>
    Opening = (byte)'o',
    /// <summary>Length class with the case of the first word and the kind of the last token.</summary>
    Length = (byte)'n',
    /// <summary>Tag of the block and of its parent.</summary>
    Tags = (byte)'t',
    /// <summary>A class, id or role word of the block or its parent.</summary>
    NearName = (byte)'c',
    /// <summary>A class, id or role word of an element further out.</summary>
    FarName = (byte)'a',
    /// <summary>A tag further out.</summary>
    FarTag = (byte)'u',
}

/// <summary>Takes the sparse features of a segment one by one.</summary>
internal interface IWordFeatureSink
{
    /// <summary>Takes one.</summary>
    /// <param name="first">First token of the feature, or -1 where none stands for it.</param>
    /// <param name="last">Its last token.</param>
    /// <param name="detail">Distinguishes features without tokens.</param>
    void Add(uint key, WordFeature kind, int first, int last, ulong detail);
}

/// <summary>The sparse features of segments: words, pairs, first and last words, and how they are written.</summary>
internal static class WordFeatures
{
    /// <summary>Tokens of a segment beyond these are not looked at, save the last one: a verdict does not need them.</summary>
    public const int MaxTokens = 48;

    private const int ShapeTokens = 8;
    private const int OpeningTokens = 3;

    /// <summary>Stands for any number, and for a number of four digits (a year), any currency, address, handle.</summary>
    private const ulong Number = 1, Year = 2, Currency = 3, Url = 4, Handle = 5;

    /// <summary>Gives every feature of a segment's text to the sink, in token order.</summary>
    public static void Collect<TSink>(Segmented document, in Segment segment, ref TSink sink)
        where TSink : struct, IWordFeatureSink
    {
        ReadOnlySpan<Token> tokens = document.Tokens.Slice(segment.FirstToken, segment.EndToken);
        if (tokens.Length == 0)
            return;
        int from = segment.FirstToken;
        int count = Math.Min(tokens.Length, MaxTokens);
        ulong before = 0, shape = 0;
        int words = 0;
        for (int i = 0; i < count; i++)
        {
            ref readonly Token token = ref tokens[i];
            ulong word = Identity(token);
            sink.Add(Key(WordFeature.Word, word, 0), WordFeature.Word, from + i, from + i, 0);
            if (i > 0)
                sink.Add(Key(WordFeature.Pair, before, word), WordFeature.Pair, from + i - 1, from + i, 0);
            before = word;
            if (i < ShapeTokens)
            {
                shape = (shape << 4) | ShapeOf(token, document.Document.Text);
                if (i == OpeningTokens - 1)
                    sink.Add(Key(WordFeature.Opening, shape, 0), WordFeature.Opening, -1, -1, shape);
            }

            words += token.Kind is TokenKind.Word or TokenKind.Number ? 1 : 0;
        }

        words += (tokens.Length - count) / 2;
        sink.Add(Key(WordFeature.First, Identity(tokens[0]), 0), WordFeature.First, from, from, 0);
        int last = tokens.Length - 1;
        sink.Add(Key(WordFeature.Last, Identity(tokens[last]), 0), WordFeature.Last, from + last, from + last, 0);
        if (tokens.Length <= ShapeTokens)
            sink.Add(Key(WordFeature.Shape, shape, (ulong)tokens.Length), WordFeature.Shape, -1, -1, (shape << 4) | (uint)tokens.Length);
        ulong length = ((ulong)LengthClass(words) << 8) | (ShapeOf(tokens[0], document.Document.Text) << 4) | ShapeOf(tokens[last], document.Document.Text);
        sink.Add(Key(WordFeature.Length, length, 0), WordFeature.Length, -1, -1, length);
    }

    /// <summary>The key of a feature in the weights' table.</summary>
    public static uint Key(WordFeature kind, ulong first, ulong second)
    {
        ulong mixed = (first * 0x9E3779B97F4A7C15UL) ^ BitOperations.RotateLeft(second * 0xC2B2AE3D27D4EB4FUL, 29) ^ ((ulong)kind * 0x165667B19E3779F9UL);
        mixed ^= mixed >> 32;
        mixed *= 0x94D049BB133111EBUL;
        uint key = (uint)(mixed >> 32);
        return key == 0 ? 1 : key;
    }

    /// <summary>Classes of word counts: exact when short, then wider.</summary>
    public static int LengthClass(int words) => words switch
    {
        <= 6 => words,
        <= 8 => 7,
        <= 11 => 8,
        <= 15 => 9,
        <= 20 => 10,
        <= 30 => 11,
        <= 45 => 12,
        _ => 13,
    };

    internal static ulong Identity(in Token token) => token.Kind switch
    {
        TokenKind.Number => token.Length == 4 ? Year : Number,
        TokenKind.Currency => Currency,
        TokenKind.Url => Url,
        TokenKind.Handle => Handle,
        _ => token.Fold,
    };

    private static ulong ShapeOf(in Token token, string text) => token.Kind switch
    {
        TokenKind.Number => token.Length == 4 ? 5u : 4u,
        TokenKind.Currency => 6,
        TokenKind.Url => 7,
        TokenKind.Handle => 8,
        TokenKind.Punctuation => text[token.Start] switch
        {
            '.' or '!' or '?' or '…' or '。' or '！' or '？' or '।' or '۔' or '؟' => 9,
            ',' or ';' or '、' or '，' or '،' => 10,
            ':' or '：' => 11,
            '"' or '\'' or '“' or '”' or '„' or '«' or '»' or '‘' or '’' or '「' or '」' => 12,
            '|' or '/' or '>' or '›' or '•' or '·' or '→' => 13,
            _ => 14,
        },
        _ => (token.Flags & TokenFlags.Caps) != 0 ? 3u : (token.Flags & TokenFlags.Title) != 0 ? 2u : 1u,
    };
}
