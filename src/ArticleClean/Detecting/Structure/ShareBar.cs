using ArticleClean.Detecting.Phrases;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>Share bars: networks side by side, on one line or one a line, and rows of their letters ("f t in").</summary>
internal static class ShareBar
{
    public const string Rule = "structure/share-bar";

    private const int BarWeight = 5000;

    /// <summary>A single network on a line of its own, next to another such line.</summary>
    private const int RunWeight = 3500;

    /// <summary>Words beside the names: share, copy link, e-mail.</summary>
    private const int MaxWordsPerNetwork = 3;

    public static void Find(Layout layout, List<Finding> findings)
    {
        bool before = false;
        for (int i = 0; i < layout.Count; i++)
        {
            Look look = layout.Looks[i];
            int networks = look.Ends || look.IsProse ? 0 : Networks(layout, i);
            if (networks >= 2 && look.Words <= networks * MaxWordsPerNetwork || IsLetterRow(layout, i))
                findings.Add(layout.Whole(i, Rule, Category.Social, BarWeight));
            bool single = networks == 1 && look.Words <= 2 && look.Whole;
            if (single && before)
            {
                findings.Add(layout.Whole(i - 1, Rule, Category.Social, RunWeight));
                findings.Add(layout.Whole(i, Rule, Category.Social, RunWeight));
            }

            before = single;
        }
    }

    private static int Networks(Layout layout, int segment)
    {
        int count = 0, unnamed = 0;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            if ((layout.ClassesOf(token) & WordClasses.Network) != 0)
                count++;
            else if (token.Length == 1 && layout.CharOf(token) == 'X')
                unnamed++;
        }

        return count == 0 ? 0 : count + unnamed;
    }

    /// <summary>"f t in ✉": three or more, none longer than two letters, at least one of them a network's mark.</summary>
    private static bool IsLetterRow(Layout layout, int segment)
    {
        int items = 0;
        bool marks = false;
        foreach (ref readonly Token token in layout.TokensOf(segment))
        {
            ReadOnlySpan<char> text = layout.Document.Document.Text.AsSpan(token.Start, token.Length);
            if (text is "f" or "t" or "in" or "x" or "X" or "p" or "yt" or "ig" or "fb" or "wa" or "tw")
                marks |= text is "f" or "in" or "fb" or "yt";
            else if (text is not ("✉" or "☎" or "🔗" or "+" or "g" or "🖨"))
                return false;
            items++;
        }

        return items >= 3 && marks;
    }
}
