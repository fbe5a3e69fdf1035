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

    /// <summary>
    /// A table begins with no more slots than this, and a larger one is not kept for the next document: long texts repeat
    /// their words, and slots for each token of 64 MiB would be 400 MB.
    /// </summary>
    private const int MostFirstSlots = 1 << 16;

    [ThreadStatic]
    private static ulong[]? s_keys;

    [ThreadStatic]
    private static int[]? s_numbers;

    /// <summary>Numbers words in the order in which they come.</summary>
    public static WordNumbers Of(TokenList tokens)
    {
        int slots = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp((long)tokens.Count * 2, 16, MostFirstSlots));
        ulong[] keys = s_keys is { } spare && spare.Length >= slots ? spare : new ulong[slots];
        int[] numbers = s_numbers is { } others && others.Length >= slots ? others : new int[slots];
        Array.Clear(keys, 0, slots);
        int[] ofToken = new int[tokens.Count], counts = new int[Math.Min(tokens.Count, MostFirstSlots) + 1];
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
            int slot = SlotOf(key, keys, slots);
            if (keys[slot] == 0)
            {
                if (words * 2 >= slots)
                {
                    Widen(ref keys, ref numbers, ref slots);
                    slot = SlotOf(key, keys, slots);
                }

                if (words + 1 == counts.Length)
                    Array.Resize(ref counts, counts.Length * 2);
                (keys[slot], numbers[slot]) = (key, words++);
            }

            int word = numbers[slot];
            counts[word]++;
            bool isTopical = ShapeFeatures.IsTopical(token);
            ofToken[t] = isTopical ? word : ~word - 1;
            topical[topicalCount] = word;
            topicalCount += isTopical ? 1 : 0;
        }

        firstTopical[^1] = topicalCount;

        if (slots <= MostFirstSlots)
            (s_keys, s_numbers) = (keys, numbers);
        return new WordNumbers(ofToken, counts, words, topical, firstTopical);
    }

    /// <summary>Where a key stands, or the empty slot where it belongs.</summary>
    private static int SlotOf(ulong key, ulong[] keys, int slots)
    {
        int slot = (int)((key * 0x9E3779B97F4A7C15UL) >> 32) & (slots - 1);
        while (keys[slot] != 0 && keys[slot] != key)
            slot = (slot + 1) & (slots - 1);
        return slot;
    }

    private static void Widen(ref ulong[] keys, ref int[] numbers, ref int slots)
    {
        int wide = slots * 4;
        ulong[] moved = new ulong[wide];
        int[] movedNumbers = new int[wide];
        for (int i = 0; i < slots; i++)
        {
            if (keys[i] == 0)
                continue;
            int slot = SlotOf(keys[i], moved, wide);
            (moved[slot], movedNumbers[slot]) = (keys[i], numbers[i]);
        }

        (keys, numbers, slots) = (moved, movedNumbers, wide);
    }
}
