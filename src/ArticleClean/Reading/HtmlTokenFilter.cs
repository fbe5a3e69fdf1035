using AngleSharp.Common;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace ArticleClean.Reading;

/// <summary>
/// Stands between tokenizer and tree builder: notes where start tags stand, and keeps hostile markup from costing more
/// than its length. The text and its order stay what they are.
/// </summary>
internal sealed class HtmlTokenFilter(TextSource source, HtmlTreeFactory factory)
{
    /// <summary>
    /// Deepest nesting that is built; the builder's work for a tag grows with the depth. Real pages stay under 100, and
    /// browsers cut at 512.
    /// </summary>
    private const int MaxDepth = 500;

    /// <summary>A table is opened only where its section, row, cell and a block in it still have room.</summary>
    private const int MaxTableDepth = MaxDepth - 10;

    /// <summary>Attributes that are read of one element; more is an attack.</summary>
    private const int MaxAttributes = 64;

    private static readonly StringOrMemory LineBreak = "br";
    private static readonly StringOrMemory EmptyElement = "img";

    private readonly Dictionary<string, int> _flattened = new(StringComparer.Ordinal);

    /// <summary>Whether the reader ever asks for an attribute of that name; the others are not stored.</summary>
    public static bool IsAsked(ref StructHtmlToken token, ReadOnlyMemory<char> name)
    {
        ReadOnlySpan<char> text = name.Span;
        bool isAsked = text.Length switch
        {
            2 => text is "id",
            3 => text is "rel",
            4 => text is "href" or "name" or "type" or "role" or "lang" or "data" || (IsLook(text) && token.Name == "font"),
            5 => text is "class" or "style" || (IsLook(text) && token.Name == "font"),
            6 => text is "hidden",
            7 => text is "content",
            8 => text is "property" or "itemprop" or "encoding",
            10 => text is "http-equiv",
            _ => false,
        };
        return isAsked && token.Attributes.Count < MaxAttributes;
    }

    public TokenConsumptionResult Filter(ref StructHtmlToken token, TokenConsumer next)
    {
        if (token.Type is HtmlTokenType.StartTag or HtmlTokenType.EndTag)
            FilterTag(ref token, next);
        else
            next(ref token);
        return TokenConsumptionResult.Continue;
    }

    private void FilterTag(ref StructHtmlToken token, TokenConsumer next)
    {
        HtmlTreeDocument document = factory.Document;
        HtmlTag? tag = HtmlTags.FindTag(token.Name.Memory.Span);
        bool isStart = token.Type == HtmlTokenType.StartTag;

        // Content of a template is not shown, and the builder loses its way among the parts of a table there.
        if (tag is { Role: HtmlRole.Table or HtmlRole.TablePart, Name: not "col" } && document.OpenTemplates > 0)
            return;

        if (isStart ? IsFlattened(tag, document) : _flattened.Count > 0 && _flattened.ContainsKey(NameOf(tag, ref token)))
        {
            Flatten(ref token, tag, isStart, next);
            return;
        }

        // Formatting elements are copied into every block that follows them unclosed, so that a small page makes a huge
        // tree. Under a name of their own they are ordinary elements: what is bold may change in broken markup, the text not.
        if (tag is not null && !ReferenceEquals(tag.BuilderName, tag.Name))
        {
            // The builder knows by the name that such an element ends an image: an empty one says it in its stead.
            if (isStart && document.IsInForeign && (tag.Name != "font" || HasLook(token.Attributes)))
            {
                token.Name = EmptyElement;
                next(ref token);
            }

            token.Name = tag.BuilderName;
        }

        if (isStart)
            document.Token = new HtmlTokenPlace(token.Name, tag, token.Position.Index, source.Index);
        next(ref token);
    }

    /// <summary>A <c>font</c> with one of these ends an image or formula that it stands in.</summary>
    private static bool IsLook(ReadOnlySpan<char> name) => name is "color" or "face" or "size";

    private static bool HasLook(StructAttributes attributes)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            if (IsLook(attributes[i].Name.Memory.Span))
                return true;
        }

        return false;
    }

    private bool IsFlattened(HtmlTag? tag, HtmlTreeDocument document)
    {
        int depth = document.OpenDepth;
        if (depth < MaxTableDepth)
        {
            if (_flattened.Count > 0)
                _flattened.Clear();
            return false;
        }

        return tag switch
        {
            { Role: HtmlRole.Table } => true,
            { Role: HtmlRole.TablePart } => !document.IsInTable || _flattened.ContainsKey("table"),
            { IsVoid: true } or { Role: HtmlRole.Indispensable or HtmlRole.Script or HtmlRole.Title or HtmlRole.Template } => false,
            _ => depth >= MaxDepth,
        };
    }

    /// <summary>Lets a tag go, and the end tag of one that went; where it began or ended a line, a line break stands in.</summary>
    private void Flatten(ref StructHtmlToken token, HtmlTag? tag, bool isStart, TokenConsumer next)
    {
        string name = NameOf(tag, ref token);
        int count = _flattened.GetValueOrDefault(name) + (isStart ? 1 : -1);
        if (count == 0)
            _flattened.Remove(name);
        else
            _flattened[name] = count;
        if (tag is not null && tag.Display != HtmlDisplay.Inline)
        {
            // An end tag of br makes one, as browsers do.
            token.Name = LineBreak;
            next(ref token);
        }
    }

    private static string NameOf(HtmlTag? tag, ref StructHtmlToken token) => tag?.Name ?? token.Name.ToString();
}
