using System.Text;
using ArticleClean.Segmenting;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests.Segmenting;

/// <summary>A text that was wrapped at a width reads as it did before.</summary>
public sealed class WrappingTests
{
    private static readonly string[] Sentences =
    [
        "The harbour council voted on Tuesday to widen the old pier before the winter, officials said.",
        "The work will begin in March and will last about a year, according to the mayor of the town, who was re-elected last week.",
        "Residents had asked for the change since the storm of last November broke two of the moorings.",
        "\"We could not wait any longer,\" the harbour master said.",
        "It rained.",
        "A study by the University of the North, which the council paid for, found in 2019 that the stones had moved by some 14 centimetres since the pier was built.",
        "Nobody was hurt.",
    ];

    [Fact]
    public void A_wrapped_text_has_the_sentences_of_the_same_text_unwrapped() =>
        Prop.ForAll(Gen.Elements(Sentences).NonEmptyListOf().Select(p => string.Join(' ', p)).NonEmptyListOf().ToArbitrary(), Gen.Choose(50, 110).ToArbitrary(), Gen.Elements("\n", "\r\n", "\r").ToArbitrary(),
            (paragraphs, width, end) =>
            {
                // So much of it that the width shows.
                string[] text = ["Second dock to stay closed", .. paragraphs, string.Join(' ', Sentences), string.Join(' ', Sentences.Reverse()), "Home | News | Sport", "Share on Facebook"];
                string plain = string.Join(end + end, text), wrapped = string.Join(end + end, text.Select(p => Wrap(p, width, end)));
                Assert.Equal(Read(plain), Read(wrapped));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Home\nnews\nsport\nweather\nabout us\ncontact")]
    [InlineData("I walked along the harbour wall\nand saw the gulls go by,\nthe rain was thin, the light was small,\nand small the sky\nabove the boats that would not sail\nand did not try")]
    [InlineData("* the harbour council voted on Tuesday to widen the old pier before winter\n* the work will begin in March and will last about a year, said the mayor\n* residents had asked for the change since the storm of last November came\n* nobody was hurt, the harbour master said on the evening of the same day")]
    public void Verse_lists_and_menus_keep_their_lines(string text) =>
        Assert.Equal(text.Split('\n').Length, Segmenter.Segment(TextDocument.Of(text)).Lines.Length);

    [Fact]
    public void Paragraphs_on_lines_of_their_own_keep_them_although_some_line_goes_on_below()
    {
        string paragraph = string.Join(' ', Sentences);
        string text = $"{paragraph}\n\nthe first\nof three things\n{paragraph}\nwe saw\nwhen it rained\n{paragraph}";
        Assert.Equal(text.Split('\n').Length, Segmenter.Segment(TextDocument.Of(text)).Lines.Length);
    }

    [Fact]
    public void A_wrapped_article_loses_what_an_unwrapped_one_does_and_comes_back()
    {
        string[] article = [string.Join(' ', Sentences), string.Join(' ', Sentences.Reverse()), "Subscribe to read the full story", "© 2024 Example Media. All rights reserved."];
        string plain = string.Join("\n\n", article) + "\n", wrapped = string.Join("\n\n", article.Select(p => Wrap(p, 72, "\n"))) + "\n";

        CleanResult ofPlain = new ArticleCleaner().Clean(plain), ofWrapped = new ArticleCleaner().Clean(wrapped);

        Assert.Equal(ofPlain.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), ofWrapped.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(ofPlain.Removed.Select(r => r.Category), ofWrapped.Removed.Select(r => r.Category));
        Assert.StartsWith(ofWrapped.Text.TrimEnd(), wrapped, StringComparison.Ordinal);
        int line = wrapped.Split('\n').Index().First(l => l.Item.StartsWith("Subscribe", StringComparison.Ordinal)).Index + 1;
        Assert.Equal(line, ofWrapped.Removed[0].Line);
        Assert.Contains(ofWrapped.Status.Reasons, reason => reason.Contains($"line {line} ", StringComparison.Ordinal));
    }

    private static string[] Read(string text)
    {
        Segmented segmented = Segmenter.Segment(TextDocument.Of(text));
        return [.. segmented.Segments.Select((_, i) => string.Join(' ', segmented.TextOf(i).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];
    }

    /// <summary>Breaks a line before each word that has no room on it.</summary>
    private static string Wrap(string line, int width, string end)
    {
        StringBuilder wrapped = new();
        int column = 0;
        foreach (string word in line.Split(' '))
        {
            if (column > 0)
            {
                bool hasRoom = column + 1 + word.Length <= width;
                wrapped.Append(hasRoom ? " " : end);
                column = hasRoom ? column + 1 : 0;
            }

            wrapped.Append(word);
            column += word.Length;
        }

        return wrapped.ToString();
    }
}
