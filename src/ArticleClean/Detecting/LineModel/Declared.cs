using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>A text that a page declares about itself, to be compared with segments word by word.</summary>
internal sealed class Declared
{
    private static readonly Declared Nothing = new(TokenListOf(""));

    private readonly TokenList _tokens;
    private readonly HashSet<ulong>[] _runs = new HashSet<ulong>[4];

    private Declared(TokenList tokens) => _tokens = tokens;

    public static Declared Of(string? text) => string.IsNullOrWhiteSpace(text) ? Nothing : new Declared(TokenListOf(text));

    /// <summary>Share of a segment's runs of so many words that the text has too, in thousandths; -1 when there is no text.</summary>
    public short Likeness(ReadOnlySpan<Token> tokens, int run)
    {
        if (_tokens.Count == 0)
            return -1;
        HashSet<ulong> known = _runs[run] ??= Runs(_tokens.Slice(0, _tokens.Count), run);
        Window window = new(run);
        int all = 0, found = 0;
        foreach (ref readonly Token token in tokens)
        {
            if (!window.Add(token))
                continue;
            all++;
            found += known.Contains(window.Hash) ? 1 : 0;
        }

        return FeatureSheet.Share(found, all);
    }

    private static TokenList TokenListOf(string text) => Lexer.Tokenize(text);

    private static HashSet<ulong> Runs(ReadOnlySpan<Token> tokens, int run)
    {
        HashSet<ulong> runs = [];
        Window window = new(run);
        foreach (ref readonly Token token in tokens)
        {
            if (window.Add(token))
                runs.Add(window.Hash);
        }

        return runs;
    }

    /// <summary>The last few words.</summary>
    private struct Window(int length)
    {
        private ulong _a, _b, _c;
        private int _seen;

        public readonly ulong Hash => length switch
        {
            1 => _a,
            2 => (_a * 0x9E3779B97F4A7C15UL) ^ _b,
            _ => (((_a * 0x9E3779B97F4A7C15UL) ^ _b) * 0x9E3779B97F4A7C15UL) ^ _c,
        };

        /// <summary>Takes a token; false while there are too few words, and for tokens that are no words.</summary>
        public bool Add(in Token token)
        {
            if (token.Kind is not (TokenKind.Word or TokenKind.Number))
                return false;
            (_c, _b, _a) = (_b, _a, token.Fold);
            return ++_seen >= length;
        }
    }
}
