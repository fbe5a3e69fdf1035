namespace ArticleClean.Deciding;

/// <summary>The names of a byline without what introduces them.</summary>
internal static class BylineText
{
    /// <summary>What stands before the names, with the blank behind it; compared without case.</summary>
    private static readonly string[] Introductions =
    [
        "reported by ", "written by ", "words by ", "story by ", "text by ", "by: ", "by ", "author: ", "authors: ", "von ", "autor: ", "autorin: ", "par ", "propos recueillis par ",
        "por: ", "por ", "de ", "da ", "di ", "a cura di ", "door ", "av ", "af ", "tekst: ", "text: ", "oleh: ", "oleh ", "автор: ", "автор ", "текст: ", "autor ", "yazan: ", "haber: ",
        "par : ", "文/", "文／", "記者", "记者 ", "作者：", "作者:", "بقلم: ", "بقلم ", "كتب ", "כתב: ", "מאת ", "द्वारा ", "bởi ", "szerző: ", "írta: ", "de: ", "του ", "της ",
    ];

    public static string? Names(string? byline)
    {
        if (byline is null)
            return null;
        string names = byline.Trim(' ', '|', '•', '·', '-', '–', '—', '✍');
        foreach (string introduction in Introductions)
        {
            if (names.StartsWith(introduction, StringComparison.OrdinalIgnoreCase))
            {
                names = names[introduction.Length..];
                break;
            }
        }

        int end = names.AsSpan().IndexOfAny('|', '•', '·');
        if (end > 0)
            names = names[..end];
        names = names.Trim().TrimEnd(',', ';', ':', '.');
        return names.Length == 0 ? byline : names;
    }
}
