using ArticleClean.Deciding;

namespace ArticleClean.Tests.Writing;

/// <summary>An edit of the first place where something stands in a text.</summary>
internal sealed record InlineEditAt(string Text, string Found, string Replacement)
{
    public InlineEdit Edit => new(
        new TextSpan(Text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal).IndexOf(Found, StringComparison.Ordinal), Found.Length),
        Replacement,
        "test/leftover");
}
