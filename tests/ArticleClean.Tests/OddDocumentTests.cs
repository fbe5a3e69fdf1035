using System.Text;
using ArticleClean.Tests.Writing;

namespace ArticleClean.Tests;

/// <summary>Documents that are hardly any, through the whole pipeline.</summary>
public class OddDocumentTests
{
    private static readonly ArticleCleaner Cleaner = new();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData(" \t\r\n\u00A0\r\n")]
    public void An_empty_or_blank_document_gives_an_empty_body_and_is_no_article(string text)
    {
        CleanResult result = Cleaner.Clean(text);
        Assert.Equal(0, result.Body.Length);
        Assert.Equal((StatusValue.NotArticle, (NotArticleKind?)NotArticleKind.Empty), (result.Status.Value, result.Status.Kind));
        result.ShouldRestore();
    }

    [Fact]
    public void One_byte_stays()
    {
        CleanResult result = Cleaner.Clean("a"u8.ToArray());
        Assert.Equal("a", result.Text);
        result.ShouldRestore();
    }

    [Fact]
    public void A_million_empty_lines_restore()
    {
        CleanResult result = Cleaner.Clean(new string('\n', 1_000_000));
        Assert.Equal(0, result.Body.Length);
        result.ShouldRestore();
        result.ShouldAccount();
    }

    [Fact]
    public async Task A_sentence_of_a_million_words_takes_no_longer_than_many_short_ones()
    {
        string[] words = ["report", "on", "the", "city", "from", "under", "night", "people", "that", "said"];
        Random random = new(3);
        string text = string.Join(' ', Enumerable.Range(0, 1_000_000).Select(_ => words[random.Next(words.Length)]));
        await Task.Run(() => Cleaner.Clean(text)).WaitAsync(TimeSpan.FromSeconds(25));
    }

    [Fact]
    public void A_string_with_a_lone_surrogate_is_cleaned_with_a_replacement_character() =>
        Assert.Equal("One \uFFFD two.", Cleaner.Clean("One \uD800 two.").Text);

    [Fact]
    public void Bad_bytes_of_a_kept_text_are_removed_as_artifacts_and_come_back()
    {
        CleanResult result = Cleaner.Clean((byte[])[.. "Die Größe der Brücke über die Elbe "u8, 0xFF, 0xFE, .. " ist bekannt.\n"u8]);
        Assert.Equal("Die Größe der Brücke über die Elbe ist bekannt.\n", result.Text);
        Removal removal = Assert.Single(result.Removed);
        Assert.Equal((Category.Artifact, "\uFFFD\uFFFD"), (removal.Category, removal.Text));
        Assert.Equal<byte>([0xFF, 0xFE], removal.Bytes.ToArray());
        result.ShouldRestore();
    }

    [Fact]
    public void A_single_NUL_is_an_artifact()
    {
        CleanResult result = Cleaner.Clean(Encoding.UTF8.GetBytes("The council\0 met on Monday. " + new string('x', 200)));
        Assert.DoesNotContain('\0', result.Text);
        Assert.Equal("\0", Assert.Single(result.Removed, r => r.Category == Category.Artifact).Text);
        result.ShouldRestore();
    }
}
