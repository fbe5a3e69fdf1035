using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ArticleClean.Scoring;

namespace ArticleClean.Training.Corpora;

/// <summary>A page as older or barer sites would write it: some of the names, of the elements that mean something, of the paragraphs and of the declarations are gone; its words are the same.</summary>
internal static class PlainPage
{
    /// <summary>So often one kind of markup goes.</summary>
    private const double Share = 0.6;

    private static readonly string[] Names = ["class", "id", "itemprop", "itemtype", "role", "rel"];
    private static readonly string[] Kept = [.. Names, "style", "hidden", "aria-hidden"];
    private static readonly HashSet<string> Meaning =
        new(["article", "main", "section", "header", "footer", "nav", "aside", "figure", "figcaption", "time"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The page without what the coin takes: each of four kinds of markup goes for itself; names go where no other does.</summary>
    public static byte[] Of(byte[] page, SplitMix random)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page));
        bool names = random.NextUnit() < Share;
        bool meaning = random.NextUnit() < Share;
        bool declarations = random.NextUnit() < Share;
        bool breaks = random.NextUnit() < Share / 2;
        bool paragraphs = breaks || random.NextUnit() < Share / 2;
        foreach (IElement element in document.All.ToArray())
        {
            if (names || !(meaning || paragraphs || declarations))
                Strip(element);
            if (declarations && (element is IHtmlMetaElement || (element is IHtmlScriptElement script && script.Type?.Contains("json", StringComparison.OrdinalIgnoreCase) == true)))
                element.Remove();
            else if (meaning && Meaning.Contains(element.LocalName))
                Rename(element, document);
            else if (paragraphs && element is IHtmlParagraphElement)
            {
                if (breaks)
                    Dissolve(element, document);
                else
                    Rename(element, document);
            }
        }

        return Encoding.UTF8.GetBytes(document.ToHtml());
    }

    private static void Strip(IElement element)
    {
        foreach (string name in Names)
            element.RemoveAttribute(name);
        foreach (IAttr attribute in element.Attributes.Where(a => a.Name.StartsWith("data-", StringComparison.Ordinal)).ToArray())
            element.RemoveAttribute(attribute.Name);
    }

    private static void Rename(IElement element, IHtmlDocument document)
    {
        IElement plain = document.CreateElement("div");
        foreach (string name in Kept)
        {
            if (element.GetAttribute(name) is { } value)
                plain.SetAttribute(name, value);
        }

        foreach (INode child in element.ChildNodes.ToArray())
            plain.AppendChild(child);
        element.Replace(plain);
    }

    private static void Dissolve(IElement element, IHtmlDocument document) =>
        element.Replace([.. element.ChildNodes.ToArray(), document.CreateElement("br"), document.CreateElement("br")]);
}
