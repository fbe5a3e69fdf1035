using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ArticleClean.Reading;

namespace ArticleClean.Tests.Reading;

public class HtmlTagsTests
{
    [Fact]
    public void Elements_have_the_flags_that_AngleSharp_gives_its_own_but_for_the_renamed_formatting_elements()
    {
        IHtmlDocument document = new HtmlParser().ParseDocument("");
        foreach (HtmlTag tag in HtmlTags.Known)
        {
            NodeFlags own = ((IConstructableNode)document.CreateElement(tag.Name)).Flags;
            if (tag.Name != tag.BuilderName)
                own &= ~NodeFlags.HtmlFormatting;
            Assert.Equal((tag.Name, own), (tag.Name, tag.Flags));
        }
    }

    [Fact]
    public void Only_the_link_is_left_a_formatting_element()
    {
        string[] formatting = ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
        Assert.Equal(["a"], formatting.Where(name => HtmlTags.FindTag(name)!.Flags.HasFlag(NodeFlags.HtmlFormatting)));
    }
}
