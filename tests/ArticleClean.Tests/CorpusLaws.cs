using System.Collections.Concurrent;
using ArticleClean.Tests.Writing;
using ArticleClean.Writing;
using Xunit.Abstractions;

namespace ArticleClean.Tests;

/// <summary>The laws over every raw text of the corpora.</summary>
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
