using System.Globalization;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>Readable names of sparse features, as they stand in the weights' file: the kind's letter, a colon, and the words or the shape.</summary>
internal static class WordFeatureNames
{
    private static readonly string[] Classes = ["<number>", "<year>", "<currency>", "<url>", "<handle>"];

    /// <summary>The word of a token: its folded form, or a class that stands for all its kind.</summary>
    public static string WordOf(Segmented document, int index)
    {
        Token token = document.Tokens[index];
        ulong identity = WordFeatures.Identity(token);
        return identity <= (ulong)Classes.Length ? Classes[identity - 1] : Folding.Fold(document.Document.Text.AsSpan(token.Start, token.Length));
    }

    /// <summary>The key that a name stands for; false when it is no feature's name.</summary>
    public static bool TryKey(ReadOnlySpan<char> name, out uint key)
    {
        key = 0;
        if (name.Length < 3 || name[1] != ':')
            return false;
        WordFeature kind = (WordFeature)name[0];
        ReadOnlySpan<char> rest = name[2..];
        switch (kind)
        {
            case WordFeature.Word or WordFeature.First or WordFeature.Last:
                key = WordFeatures.Key(kind, Identity(rest), 0);
                return rest.IndexOfAny(" \t") < 0;
            case WordFeature.Pair:
                int blank = rest.IndexOf(' ');
                if (blank <= 0 || blank == rest.Length - 1)
                    return false;
                key = WordFeatures.Key(kind, Identity(rest[..blank]), Identity(rest[(blank + 1)..]));
                return rest[(blank + 1)..].IndexOfAny(" \t") < 0;
            case WordFeature.Tags:
                blank = rest.IndexOf(' ');
                key = WordFeatures.Key(kind, Lexer.Hash(rest[..Math.Max(0, blank)]), rest[(blank + 1)..] is "-" ? 0 : Lexer.Hash(rest[(blank + 1)..]));
                return blank > 0;
            case WordFeature.NearName or WordFeature.FarName or WordFeature.FarTag:
                key = WordFeatures.Key(kind, Lexer.Hash(rest), 0);
                return true;
            case WordFeature.Shape or WordFeature.Opening or WordFeature.Length:
                if (!ulong.TryParse(rest, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong detail))
                    return false;
                key = kind == WordFeature.Shape ? WordFeatures.Key(kind, detail >> 4, detail & 15) : WordFeatures.Key(kind, detail, 0);
                return true;
            default:
                return false;
        }
    }

    private static ulong Identity(ReadOnlySpan<char> word)
    {
        for (int i = 0; i < Classes.Length; i++)
        {
            if (word.SequenceEqual(Classes[i]))
                return (ulong)(i + 1);
        }

        return Lexer.Hash(word);
    }
}
