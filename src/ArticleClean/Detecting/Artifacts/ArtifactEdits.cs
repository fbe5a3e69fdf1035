using ArticleClean.Deciding;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Artifacts;

/// <summary>Leftovers of machinery inside text that is kept: each with what it stands for, so that the text reads as it was meant.</summary>
internal static class ArtifactEdits
{
    private const string TagRule = "artifact/tag";
    private const string EntityRule = "artifact/entity";
    private const string InvisibleRule = "artifact/invisible";
    private const string MojibakeRule = "artifact/mojibake";

    /// <summary>Every leftover begins with one of these: markup, invisible characters, and the letters that UTF-8 read as Windows-1252 begins with.</summary>
    private static readonly CharSet Starts = new("<&\u00AD\u200B\u2060\uFEFF" + Mojibake.Leads);

    /// <summary>The leftovers of a text, or of what a page shows, in order, disjoint.</summary>
    /// <param name="verdicts">What is removed says nothing of what the rest speaks of.</param>
    public static List<InlineEdit> Find(Segmented document, ReadOnlySpan<Verdict> verdicts)
    {
        List<InlineEdit> edits = [];
        string text = document.Document.Text;
        bool aboutCode = IsAboutCode(document, verdicts);
        foreach (Segment segment in document.Segments)
            Find(text, segment.Span, aboutCode, edits);
        return edits;
    }

    /// <summary>Whether the text holds listings: there tags and entities are what it speaks of.</summary>
    private static bool IsAboutCode(Segmented document, ReadOnlySpan<Verdict> verdicts)
    {
        for (int i = 0; i < verdicts.Length; i++)
        {
            ReadOnlySpan<char> part = document.TextOf(i);
            if (verdicts[i].Fate != Fate.Remove && part.ContainsAny('{', ';') && Scripts.IsCode(part) && !Scripts.IsOfPage(part))
                return true;
        }

        return false;
    }

    private static void Find(string text, TextSpan span, bool aboutCode, List<InlineEdit> edits)
    {
        int at = span.Start;
        while (at < span.End)
        {
            int found = Starts.IndexIn(text.AsSpan(at, span.End - at));
            if (found < 0)
                return;
            at += found;
            InlineEdit? edit = aboutCode && text[at] is '<' or '&' ? null : Read(text, at, span);
            if (edit is { } leftover)
            {
                edits.Add(leftover);
                at = leftover.Span.End;
            }
            else
                at++;
        }
    }

    private static InlineEdit? Read(string text, int at, TextSpan span)
    {
        switch (text[at])
        {
            case '<':
                int tag = Markup.TagLength(text.AsSpan(at, span.End - at));
                return tag == 0 ? null : new InlineEdit(new TextSpan(at, tag), Between(text, at, at + tag, span), TagRule);
            case '&':
                int entity = Markup.EntityLength(text.AsSpan(at, span.End - at), out string meaning);
                return entity == 0 ? null : new InlineEdit(new TextSpan(at, entity), meaning, EntityRule);
            case '\u00AD' or '\u200B' or '\u2060' or '\uFEFF':
                return IsDebris(text, at, span) ? new InlineEdit(new TextSpan(at, 1), "", InvisibleRule) : null;
            default:
                int length = Mojibake.Length(text.AsSpan(at, span.End - at), out string repaired);
                return length == 0 ? null : new InlineEdit(new TextSpan(at, length), repaired, MojibakeRule);
        }
    }

    /// <summary>A line break tag between two words stood for a blank.</summary>
    private static string Between(string text, int start, int end, TextSpan span) =>
        start > span.Start && end < span.End && char.IsLetterOrDigit(text[start - 1]) && char.IsLetterOrDigit(text[end])
        && text.AsSpan(start, 3).Equals("<br", StringComparison.OrdinalIgnoreCase) ? " " : "";

    /// <summary>A zero-width space is spelling in scripts that write words without spaces.</summary>
    private static bool IsDebris(string text, int at, TextSpan span) =>
        text[at] != '\u200B' || !((at > span.Start && Marks.IsUnspaced(text[at - 1])) || (at + 1 < span.End && Marks.IsUnspaced(text[at + 1])));
}
