using System.Collections.Concurrent;
using ArticleClean.Tests.Reading;
using ArticleClean.Tests.Writing;
using ArticleClean.Writing;
using Xunit.Abstractions;

namespace ArticleClean.Tests;

/// <summary>The laws over every raw text and every page of the corpora.</summary>
public class CorpusLaws(ITestOutputHelper output)
{
    /// <summary>Of a thousand documents, how many a second cleaning may change.</summary>
    private const int MostChangedByASecondCleaning = 10;

    private static readonly Lazy<ArticleCleaner> Cleaner = new(() => new ArticleCleaner());

    private static CleanResult Clean(ReadOnlyMemory<byte> bytes) =>
        Cleaner.Value.Clean(bytes, new SourceHints { Name = "text.txt" });

    [SkippableFact]
    public void Every_text_restores_and_is_accounted_for()
    {
        ConcurrentBag<string> faults = [];
        Parallel.ForEach(Corpora.Texts(), path =>
        {
            try
            {
                CleanResult result = Clean(File.ReadAllBytes(path));
                result.ShouldRestore();
                result.ShouldAccount();
            }
            catch (Exception error)
            {
                faults.Add($"{Path.GetFileName(path)}: {error.Message}");
            }
        });
        Assert.Empty(faults);
    }

    [SkippableFact]
    public void Every_text_gives_the_same_bytes_with_one_and_eight_threads_and_in_any_order()
    {
        IReadOnlyList<string> texts = Corpora.Texts();
        string[] inOrder = new string[texts.Count], shuffled = new string[texts.Count];
        for (int i = 0; i < texts.Count; i++)
            inOrder[i] = Fingerprint(texts[i]);
        int[] order = [.. Enumerable.Range(0, texts.Count)];
        new Random(1).Shuffle(order);
        Parallel.ForEach(order, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => shuffled[i] = Fingerprint(texts[i]));
        Assert.Empty(texts.Where((_, i) => inOrder[i] != shuffled[i]));

        static string Fingerprint(string path)
        {
            CleanResult result = Clean(File.ReadAllBytes(path));
            return Sidecar.HashOf(Sidecar.Of(result, CleanResultAssertions.Tool, "a", "b").ToJson()) + Sidecar.HashOf(result.Body.Span);
        }
    }

    [SkippableFact]
    public void Body_and_removals_of_every_page_together_are_its_visible_text()
    {
        ConcurrentBag<string> wrong = [];
        Parallel.ForEach(Corpora.Pages(), path =>
        {
            // That the document's text is what the page shows is a law of the reader.
            CleanResult result = Cleaner.Value.Clean(HtmlPages.Inflate(path), new SourceHints { Name = "page.html" });
            if (HtmlReference.Letters(result.Merged()) != HtmlReference.Letters(result.Document.Text))
                wrong.Add(Path.GetFileName(path));
        });
        Assert.Empty(wrong);
    }

    [SkippableFact]
    public void Cleaning_a_cleaned_body_changes_nothing_on_ninety_nine_in_a_hundred()
    {
        IReadOnlyList<string> texts = Corpora.Texts();
        ConcurrentBag<string> changed = [];
        Parallel.ForEach(texts, path =>
        {
            ReadOnlyMemory<byte> body = Clean(File.ReadAllBytes(path)).Body;
            if (!Clean(body).Body.Span.SequenceEqual(body.Span))
                changed.Add(path);
        });
        output.WriteLine($"{changed.Count} of {texts.Count} change:");
        foreach (string path in changed.Order(StringComparer.Ordinal))
            output.WriteLine(path);
        Assert.True(changed.Count * 1000 <= texts.Count * MostChangedByASecondCleaning, $"{changed.Count} of {texts.Count} bodies change.");
    }
}
