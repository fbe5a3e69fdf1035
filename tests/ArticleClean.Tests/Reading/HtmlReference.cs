using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ArticleClean.Tests.Reading;

/// <summary>The visible text of a page, slowly and by AngleSharp's own DOM: words with single blanks between them.</summary>
internal static class HtmlReference
{
    private static readonly HashSet<string> Unseen = new(
        ("script style template noscript head iframe noembed noframes select option optgroup datalist audio video canvas " +
        "progress meter colgroup col title meta link rp").Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> UnseenSvg = new(
        "title desc style script metadata defs symbol clipPath mask pattern marker linearGradient radialGradient filter".Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> UnseenMath = new(["annotation", "annotation-xml"], StringComparer.Ordinal);

    private static readonly HashSet<string> Boundaries = new(
        ("html body frameset address article aside center details div fieldset footer form header hgroup main nav section " +
        "summary search legend dialog blockquote dir dl figure h1 h2 h3 h4 h5 h6 menu ol ul figcaption p li dd dt table " +
        "caption tbody thead tfoot tr td th br hr pre listing xmp plaintext button").Split(' '), StringComparer.Ordinal);

    public static string VisibleText(string page, bool showsHidden = false)
    {
        IHtmlDocument document = new HtmlParser(new HtmlParserOptions { IsScripting = true, MaximumDepth = int.MaxValue }).ParseDocument(page);
        StringBuilder text = new();
        Stack<(INode? Node, bool IsEnd)> pending = new();
        pending.Push((document.DocumentElement, false));
        while (pending.TryPop(out (INode? Node, bool IsEnd) next))
        {
            if (next.IsEnd)
            {
                text.Append(' ');
                continue;
            }

            if (next.Node is IText run)
            {
                text.Append(run.Data);
                continue;
            }

            if (next.Node is not IElement element || !IsShown(element, showsHidden))
                continue;
            if (IsBoundary(element))
            {
                text.Append(' ');
                pending.Push((null, true));
            }

            for (int i = element.ChildNodes.Length - 1; i >= 0; i--)
                pending.Push((element.ChildNodes[i], false));
        }

        return Collapse(text.ToString());
    }

    public static string Collapse(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A text without its white space: where sentences were glued, no blank stood between what stays and what goes.</summary>
    public static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static bool IsBoundary(IElement element)
    {
        if (element.NamespaceUri == NamespaceNames.SvgUri)
            return element.LocalName is "text" or "foreignObject";
        return element.NamespaceUri == NamespaceNames.HtmlUri
            && (Boundaries.Contains(element.LocalName) || element.LocalName.Contains('-', StringComparison.Ordinal));
    }

    private static bool IsShown(IElement element, bool showsHidden)
    {
        HashSet<string> unseen = element.NamespaceUri == NamespaceNames.HtmlUri ? Unseen
            : element.NamespaceUri == NamespaceNames.SvgUri ? UnseenSvg : UnseenMath;
        if (unseen.Contains(element.LocalName))
            return false;
        if (element is IHtmlObjectElement && element.HasAttribute("data"))
            return false;
        if (showsHidden)
            return true;
        string style = (element.GetAttribute("style") ?? "").Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        return !element.HasAttribute("hidden") && !style.Contains("display:none", StringComparison.Ordinal);
    }
}
