using System.Text;

namespace ArticleClean.Benchmarks;

/// <summary>Articles of made-up sentences with furniture around them, the same at every run; ASCII, so that a unit is a byte.</summary>
internal static class MadeText
{
    private static readonly string[] Subjects = ["The council", "A spokesman", "The river board", "Her office", "The minister", "A second team", "The harbour master", "Nobody in the village"];
    private static readonly string[] Verbs = ["said that", "denied on Tuesday that", "had known since spring that", "will ask whether", "could not explain why", "told reporters that"];
    private static readonly string[] Objects = ["the northern dyke", "a loan of $2.4 million", "the old railway bridge", "the price of bread", "a third of the schools", "the long winter", "the report"];
    private static readonly string[] Ends = ["would be mended before the frost.", "had been left to others for 12 years.", "was no longer theirs to decide, according to two people.", "might be sold by the end of June.", "came as a surprise to all of them."];

    private static readonly string[] Furniture =
    [
        "Home | News | Sport | Weather | More", "Subscribe now to read the whole story", "Share this article", "Advertisement", "Read more: What the vote means for you",
        "Sign up for our morning newsletter", "3 min read", "Photo: A. Maker/The Paper", "Most read this week", "Follow us on social media", "Copyright The Paper. All rights reserved.",
    ];

    /// <summary>One article of some 6,000 characters.</summary>
    public static string Article(int seed)
    {
        uint state = ((uint)seed * 2654435761) + 12345;
        StringBuilder text = new();
        Furnish(3);
        text.Append("A headline about ").Append(Pick(Objects)).Append("\nBy Ann Maker\nMarch 3, 2024\n\n");
        for (int paragraph = 0; paragraph < 14; paragraph++)
        {
            for (int sentence = 0; sentence < 4; sentence++)
                text.Append(Pick(Subjects)).Append(' ').Append(Pick(Verbs)).Append(' ').Append(Pick(Objects)).Append(' ').Append(Pick(Ends)).Append(' ');
            text.Append("\n\n");
            if (paragraph % 4 == 3)
                Furnish(1);
        }

        Furnish(12);
        return text.ToString();

        string Pick(string[] words)
        {
            state = (state * 1664525) + 1013904223;
            return words[(state >> 16) % (uint)words.Length];
        }

        void Furnish(int lines)
        {
            for (int i = 0; i < lines; i++)
                text.Append(Pick(Furniture)).Append("\n\n");
        }
    }
}
