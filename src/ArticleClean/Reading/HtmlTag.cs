using AngleSharp.Dom;

namespace ArticleClean.Reading;

/// <summary>How a browser lays out an element by default, as far as text is concerned.</summary>
internal enum HtmlDisplay : byte
{
    Inline,
    /// <summary>Not shown at all.</summary>
    None,
    /// <summary>Begins and ends a line.</summary>
    Block,
    /// <summary>Begins and ends a line and has a margin: a blank line around it.</summary>
    Paragraph,
    /// <summary>As <see cref="Paragraph"/>, and its white space counts.</summary>
    Preformatted,
    /// <summary>A table cell: set off from the one before it by a blank.</summary>
    Cell,
    /// <summary>Inline, and drawn apart from what stands beside it: a button.</summary>
    Apart,
    /// <summary>A line break.</summary>
    Break,
    /// <summary>Inline, and its white space counts: <c>textarea</c>.</summary>
    Verbatim,
}

/// <summary>Elements that the reader treats in a way of their own.</summary>
internal enum HtmlRole : byte
{
    None,
    Html,
    Head,
    Script,
    Meta,
    Title,
    Link,
    Table,
    TablePart,
    Template,
    /// <summary>The tokenizer reads what follows its start tag in another state, or the parser needs the tag to go on rightly.</summary>
    Indispensable,
    /// <summary>Its content is shown only where the resource that it names is not.</summary>
    Fallback,
}

/// <summary>What is known of an element by its name alone.</summary>
/// <param name="Name">The local name, lower case for HTML.</param>
/// <param name="BuilderName">The name that the tree builder sees.</param>
/// <param name="Flags">What the tree construction rules ask of an element of that name (WHATWG HTML, 13.2.4).</param>
/// <param name="Mark">The mark of inline markup, null when it is none.</param>
internal sealed record HtmlTag(string Name, string BuilderName, NodeFlags Flags, HtmlDisplay Display, HtmlRole Role, string? Mark)
{
    public bool IsVoid => Flags.HasFlag(NodeFlags.SelfClosing);
}

/// <summary>The tags of HTML, SVG and MathML that differ from an unknown inline element.</summary>
internal static class HtmlTags
{
    private const NodeFlags Html = NodeFlags.HtmlMember;
    private const NodeFlags Special = Html | NodeFlags.Special;
    private const NodeFlags Void = Special | NodeFlags.SelfClosing;
    private const NodeFlags Raw = Special | NodeFlags.LiteralText;
    private const NodeFlags Scope = Special | NodeFlags.Scoped;
    private const NodeFlags Implied = Special | NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd;
    private const NodeFlags Ruby = Html | NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd;
    private const NodeFlags TableScope = Scope | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped;
    private const NodeFlags Section = Special | NodeFlags.ImplicitlyClosed | NodeFlags.HtmlTableSectionScoped;
    private const NodeFlags CellFlags = Scope | NodeFlags.ImplicitlyClosed;
    private const NodeFlags SvgText = NodeFlags.SvgMember | NodeFlags.HtmlTip | NodeFlags.Scoped | NodeFlags.Special;
    private const NodeFlags MathText = NodeFlags.MathMember | NodeFlags.MathTip | NodeFlags.Scoped | NodeFlags.Special;

    private static readonly Dictionary<string, HtmlTag> HtmlByName = Index(
    [
        // Formatting elements are renamed by HtmlTokenFilter, which says why; only "a" is left one.
        Tag("a", Html | NodeFlags.HtmlFormatting, mark: "a"),
        .. Renamed("em", "i"), .. Renamed("em", "em"), .. Renamed("strong", "b"), .. Renamed("strong", "strong"),
        .. Renamed("code", "code"), .. Renamed("code", "tt"),
        .. Renamed(null, "big"), .. Renamed(null, "font"), .. Renamed(null, "nobr"), .. Renamed(null, "s"),
        .. Renamed(null, "small"), .. Renamed(null, "strike"), .. Renamed(null, "u"),
        Tag("cite", Html, mark: "em"), Tag("kbd", Html, mark: "code"), Tag("samp", Html, mark: "code"),
        Tag("button", Special, HtmlDisplay.Apart, mark: "button"), Tag("time", Special, mark: "time"),

        Tag("html", Special | NodeFlags.ImplicitlyClosed | NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped, HtmlDisplay.Block, HtmlRole.Html),
        Tag("head", Special, HtmlDisplay.None, HtmlRole.Head),
        Tag("body", Special | NodeFlags.ImplicitlyClosed, HtmlDisplay.Block, HtmlRole.Indispensable),
        Tag("frameset", Special, HtmlDisplay.Block, HtmlRole.Indispensable),
        Tag("title", Special, HtmlDisplay.None, HtmlRole.Title),
        Tag("script", Raw, HtmlDisplay.None, HtmlRole.Script),
        Tag("meta", Void, HtmlDisplay.None, HtmlRole.Meta),
        Tag("link", Void, HtmlDisplay.None, HtmlRole.Link),
        Tag("template", TableScope, HtmlDisplay.None, HtmlRole.Template),

        .. Tags(Raw, HtmlDisplay.None, HtmlRole.Indispensable, "style iframe noembed noframes"),
        Tag("noscript", Special, HtmlDisplay.None, HtmlRole.Indispensable),
        .. Tags(Special, HtmlDisplay.None, HtmlRole.Indispensable, "select"),
        .. Tags(Html | NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd | NodeFlags.HtmlSelectScoped, HtmlDisplay.None, HtmlRole.Indispensable, "option optgroup"),
        Tag("datalist", Html, HtmlDisplay.None, HtmlRole.Indispensable),
        .. Tags(Html, HtmlDisplay.None, HtmlRole.Fallback, "audio video canvas progress meter"),
        Tag("object", Scope, HtmlDisplay.Inline, HtmlRole.Fallback),
        Tag("applet", Scope),
        Tag("textarea", Special | NodeFlags.LineTolerance, HtmlDisplay.Verbatim, HtmlRole.Indispensable),
        Tag("xmp", Raw, HtmlDisplay.Preformatted, HtmlRole.Indispensable),
        Tag("plaintext", Special, HtmlDisplay.Preformatted, HtmlRole.Indispensable),
        .. Tags(Special | NodeFlags.LineTolerance, HtmlDisplay.Preformatted, HtmlRole.None, "pre"),
        .. Tags(Special, HtmlDisplay.Preformatted, HtmlRole.None, "listing"),

        .. Tags(Special, HtmlDisplay.Block, HtmlRole.None,
            "address article aside center details div fieldset footer form header hgroup main nav section summary"),
        .. Tags(Html, HtmlDisplay.Block, HtmlRole.None, "legend dialog search"),
        .. Tags(Special, HtmlDisplay.Paragraph, HtmlRole.None, "blockquote dir dl figure h1 h2 h3 h4 h5 h6 menu"),
        .. Tags(Special | NodeFlags.HtmlListScoped, HtmlDisplay.Paragraph, HtmlRole.None, "ol ul"),
        .. Tags(Special, HtmlDisplay.Block, HtmlRole.None, "figcaption"),
        Tag("p", Implied, HtmlDisplay.Paragraph),
        .. Tags(Implied, HtmlDisplay.Block, HtmlRole.None, "li dd dt"),
        Tag("marquee", Scope),
        .. Tags(Special, HtmlDisplay.Inline, HtmlRole.None, "output isindex"),

        Tag("table", TableScope, HtmlDisplay.Paragraph, HtmlRole.Table),
        Tag("caption", Scope, HtmlDisplay.Block, HtmlRole.TablePart),
        Tag("colgroup", Special, HtmlDisplay.None, HtmlRole.TablePart),
        Tag("col", Void, HtmlDisplay.None, HtmlRole.TablePart),
        .. Tags(Section, HtmlDisplay.Block, HtmlRole.TablePart, "tbody thead tfoot"),
        Tag("tr", Special | NodeFlags.ImplicitlyClosed, HtmlDisplay.Block, HtmlRole.TablePart),
        .. Tags(CellFlags, HtmlDisplay.Cell, HtmlRole.TablePart, "td th"),

        Tag("br", Void, HtmlDisplay.Break),
        Tag("hr", Void, HtmlDisplay.Paragraph),
        .. Tags(Void, HtmlDisplay.Inline, HtmlRole.None,
            "area base basefont bgsound embed frame img input keygen menuitem param source track wbr"),
        .. Tags(Ruby, HtmlDisplay.Inline, HtmlRole.None, "rb rt rtc"),
        Tag("rp", Ruby, HtmlDisplay.None),
    ]);

    private static readonly Dictionary<string, HtmlTag> SvgByName = Index(
    [
        Tag("svg", NodeFlags.SvgMember),
        .. Tags(NodeFlags.SvgMember, HtmlDisplay.Block, HtmlRole.None, "text"),
        .. Tags(SvgText, HtmlDisplay.None, HtmlRole.None, "title desc"),
        Tag("foreignObject", SvgText, HtmlDisplay.Block),
        Tag("style", NodeFlags.SvgMember | NodeFlags.Special, HtmlDisplay.None),
        .. Tags(NodeFlags.SvgMember, HtmlDisplay.None, HtmlRole.None,
            "script metadata defs symbol clipPath mask pattern marker linearGradient radialGradient filter"),
    ]);

    private static readonly Dictionary<string, HtmlTag> MathByName = Index(
    [
        .. Tags(MathText, HtmlDisplay.Inline, HtmlRole.None, "mi mn mo ms mtext"),
        Tag("annotation", NodeFlags.MathMember, HtmlDisplay.None),
        Tag("annotation-xml", NodeFlags.MathMember | NodeFlags.Scoped | NodeFlags.Special, HtmlDisplay.None),
    ]);

    private static readonly Dictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> HtmlLookup =
        HtmlByName.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly Dictionary<string, HtmlTag>.AlternateLookup<ReadOnlySpan<char>> SourceLookup =
        HtmlByName.Values.ToDictionary(tag => tag.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The names of HTML that the table knows, as the tree builder sees them.</summary>
    public static IEnumerable<HtmlTag> Known => HtmlByName.Values;

    /// <summary>The tag that a name in the source stands for; null for one that is not in the table.</summary>
    public static HtmlTag? FindTag(ReadOnlySpan<char> name) => SourceLookup.TryGetValue(name, out HtmlTag? tag) ? tag : null;

    /// <summary>The tag of an HTML name as the builder sees it; null for one that is not in the table.</summary>
    public static HtmlTag? FindHtml(ReadOnlySpan<char> name) => HtmlLookup.TryGetValue(name, out HtmlTag? tag) ? tag : null;

    /// <summary>The tag of any other name; custom elements are mostly boxes of a page's own.</summary>
    public static HtmlTag Unknown(ReadOnlySpan<char> name) =>
        Plain(name, Html) with { Display = name.Contains('-') ? HtmlDisplay.Apart : HtmlDisplay.Inline };

    public static HtmlTag Svg(ReadOnlySpan<char> name) =>
        SvgByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out HtmlTag? tag) ? tag : Plain(name, NodeFlags.SvgMember);

    public static HtmlTag Math(ReadOnlySpan<char> name) =>
        MathByName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out HtmlTag? tag) ? tag : Plain(name, NodeFlags.MathMember);

    private static HtmlTag Plain(ReadOnlySpan<char> name, NodeFlags flags)
    {
        string text = name.ToString();
        return new HtmlTag(text, text, flags, HtmlDisplay.Inline, HtmlRole.None, null);
    }

    private static HtmlTag Tag(
        string name, NodeFlags flags, HtmlDisplay display = HtmlDisplay.Inline, HtmlRole role = HtmlRole.None, string? mark = null) =>
        new(name, name, flags, display, role, mark);

    private static IEnumerable<HtmlTag> Tags(NodeFlags flags, HtmlDisplay display, HtmlRole role, string names) =>
        names.Split(' ').Select(name => Tag(name, flags, display, role));

    private static IEnumerable<HtmlTag> Renamed(string? mark, string name) =>
        [new(name, name.ToUpperInvariant(), Html, HtmlDisplay.Inline, HtmlRole.None, mark)];

    private static Dictionary<string, HtmlTag> Index(IEnumerable<HtmlTag> tags) =>
        tags.ToDictionary(tag => tag.BuilderName, StringComparer.Ordinal);
}
