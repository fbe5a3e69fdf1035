using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Text;

namespace ArticleClean.Reading;

/// <summary>Makes the tree's nodes for AngleSharp's tree builder.</summary>
internal sealed class HtmlTreeFactory(HtmlTreeDocument document) : IDomConstructionElementFactory<HtmlTreeDocument, HtmlTreeElement>
{
    private static readonly HtmlTag Script = HtmlTags.FindHtml("script")!;
    private static readonly HtmlTag Template = HtmlTags.FindHtml("template")!;

    public HtmlTreeDocument Document { get; } = document;

    public HtmlTreeDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => Document;

    public HtmlTreeElement Create(
        HtmlTreeDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None) =>
        Make(document, localName, TagOf(document, localName.Memory.Span));

    public HtmlTreeElement CreateNoScript(HtmlTreeDocument document, bool scripting) => Create(document, "noscript");

    public HtmlTreeElement CreateUnknown(HtmlTreeDocument document, StringOrMemory tagName) => Create(document, tagName);

    public IConstructableMathElement CreateMath(HtmlTreeDocument document, StringOrMemory name = default) =>
        Make(document, name, HtmlTags.Math(name.Memory.Span));

    public IConstructableSvgElement CreateSvg(HtmlTreeDocument document, StringOrMemory name = default) =>
        Make(document, name, HtmlTags.Svg(name.Memory.Span));

    public IConstructableMetaElement CreateMeta(HtmlTreeDocument document) => Create(document, "meta");

    public IConstructableFrameElement CreateFrame(HtmlTreeDocument document) => Create(document, "frame");

    public IConstructableFormElement CreateForm(HtmlTreeDocument document) => Create(document, "form");

    public IConstructableScriptElement CreateScript(HtmlTreeDocument document, bool parserInserted, bool started) =>
        new HtmlTreeScript(document, Script);

    public IConstructableTemplateElement CreateTemplate(HtmlTreeDocument document)
    {
        HtmlTreeTemplate template = new(document, Template);
        document.Opened(template);
        return template;
    }

    /// <summary>The builder drops the document's type: nothing asks for it.</summary>
    public IConstructableNode CreateDocumentType(
        HtmlTreeDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) =>
        new HtmlTreeText(document, default);

    /// <summary>Mostly the tag that the filter has just looked up.</summary>
    private static HtmlTag TagOf(HtmlTreeDocument document, ReadOnlySpan<char> name) =>
        document.Token.Tag is { } last && name.SequenceEqual(last.BuilderName) ? last : HtmlTags.FindHtml(name) ?? HtmlTags.Unknown(name);

    private static HtmlTreeElement Make(HtmlTreeDocument document, StringOrMemory name, HtmlTag tag)
    {
        HtmlTokenPlace token = document.Token;
        HtmlTreeElement element = token.Name == name
            ? new HtmlTreeElement(document, tag) { Start = token.Start, End = token.End }
            : new HtmlTreeElement(document, tag);
        if (tag.Role != HtmlRole.None)
            document.Opened(element);
        return element;
    }
}
