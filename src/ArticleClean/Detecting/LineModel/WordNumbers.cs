using System.Numerics;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>The words of a document's tokens as small numbers, and how often each stands there.</summary>
/// <param name="OfToken">Per token -1 where it is no word; else its number, or ~number - 1 where it says nothing on a topic.</param>
/// <param name="Counts">Per number how many tokens are that word.</param>
/// <param name="Words">Different words.</param>
/// <param name="Topical">The numbers of the tokens that say something on a topic, in their order.</param>
/// <param name="FirstTopical">Per token, and for the end of the last, how many of those stand before it.</param>
internal sealed record WordNumbers(int[] OfToken, int[] Counts, int Words, int[] Topical, int[] FirstTopical)
{
    /// <summary>The numbers of the topical words of a range of tokens, half-open.</summary>
    public ReadOnlySpan<int> TopicalOf(int first, int end) => Topical.AsSpan(FirstTopical[first], FirstTopical[end] - FirstTopical[first]);

    /// <summary>The last table of this thread; a larger one is not kept.</summary>
    private const int MostSpareSlots = 1 << 16;

    [ThreadStatic]
    private static ulong[]? s_keys;

    [ThreadStatic]
    private static int[]? s_numbers;

    /// <summary>Numbers words in the order in which they come.</summary>
    public static WordNumbers Of(TokenList tokens)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, tokens.Count * 2));
        ulong[] keys = s_keys is { } spare && spare.Length >= slots ? spare : new ulong[slots];
        int[] numbers = s_numbers is { } others && others.Length >= slots ? others : new int[slots];
        Array.Clear(keys, 0, slots);
        int[] ofToken = new int[tokens.Count], counts = new int[tokens.Count + 1];
        int[] topical = new int[tokens.Count], firstTopical = new int[tokens.Count + 1];
        int words = 0, topicalCount = 0;
        for (int t = 0; t < tokens.Count; t++)
        {
            ref readonly Token token = ref tokens[t];
            firstTopical[t] = topicalCount;
            if (token.Kind != TokenKind.Word)
            {
                ofToken[t] = -1;
                continue;
            }

            ulong key = token.Fold | 1;
            int slot = (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & (slots - 1);
            while (keys[slot] != 0 && keys[slot] != key)
                slot = (slot + 1) & (slots - 1);
            if (keys[slot] == 0)
                (keys[slot], numbers[slot]) = (key, words++);
            int word = numbers[slot];
            counts[word]++;
            bool isTopical = ShapeFeatures.IsTopical(token);
            ofToken[t] = isTopical ? word : ~word - 1;
            topical[topicalCount] = word;
            topicalCount += isTopical ? 1 : 0;
        }

        firstTopical[^1] = topicalCount;

        if (slots <= MostSpareSlots)
            (s_keys, s_numbers) = (keys, numbers);
        return new WordNumbers(ofToken, counts, words, topical, firstTopical);
    }
}
