using System.Diagnostics;
using System.Globalization;
using ArticleClean.Training.Corpora;
using ArticleClean.Training.Learning;

namespace ArticleClean.Training;

/// <summary>Where the data lie and how they are used.</summary>
internal sealed record DataOptions
{
    public required string Corpora { get; init; }
    /// <summary>Invented documents of JSON Lines, or null.</summary>
    public IReadOnlyList<string> Cases { get; init; } = [];
    public required string[] Tracks { get; init; }
    public int Threads { get; init; } = 2;
}

/// <summary>Everything that a training sees, in an order that never changes.</summary>
internal sealed class TrainingData
{
    /// <summary>Sites are dealt to so many folds.</summary>
    public const int Folds = 5;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly DataOptions _options;
    private readonly Lazy<WordVocabulary> _vocabulary;
    private readonly Lazy<LinearData> _linear;

    public TrainingData(DataOptions options)
    {
        _options = options;
        DocumentLoader loader = new(options.Corpora, Folds, options.Threads);
        List<LabelledDocument> documents = [];
        foreach (string corpus in DocumentLoader.Corpora)
        {
            foreach (string track in options.Tracks)
                documents.AddRange(track == "html" ? loader.HtmlPages(corpus) : loader.Pages(corpus, track));
            if (corpus != "traf")
                documents.AddRange(loader.Bodies(corpus));
        }

        LabelledDocument[] pages = [.. documents.Where(d => d.Corpus != LabelledDocument.Bodies)];
        documents.AddRange([.. loader.Plain([.. pages.Where(d => d.Track == "html")])]);
        documents.AddRange([.. DocumentLoader.Thinned(pages.Where(d => d.Track is "text" or "sloppy"))]);
        documents.AddRange([.. DocumentLoader.Cleaned(pages.Where(d => d.Track == "sloppy"))]);
        foreach (string cases in options.Cases)
            documents.AddRange(Directory.Exists(cases) ? loader.CaseFiles(cases) : loader.Cases(cases));
        Documents = documents;
        Log($"{documents.Count} documents, {documents.Sum(d => d.Document.Segments.Length)} segments");
        _vocabulary = new Lazy<WordVocabulary>(() =>
        {
            WordVocabulary vocabulary = WordVocabulary.Collect(documents);
            Log($"{vocabulary.Count} sparse features");
            return vocabulary;
        });
        _linear = new Lazy<LinearData>(() => LinearData.Build(documents, _vocabulary.Value));
    }

    public IReadOnlyList<LabelledDocument> Documents { get; }

    /// <summary>Trains on the documents of the given folds, then again on the labels that the first training does not doubt.</summary>
    public TrainedStack Train(int[] folds)
    {
        StackOptions options = new() { Threads = _options.Threads };
        TrainedStack first = new StackTrainer(Documents, _linear.Value, options).Train(folds, Log);
        IReadOnlyList<LabelledDocument> sure = LabelDoubt.LeaveOut(Documents, folds, first, _options.Threads);
        Log($"{LabelDoubt.Count(Documents, sure)} labels doubted");
        return new StackTrainer(sure, LinearData.Build(sure, _vocabulary.Value), options).Train(folds, Log);
    }

    /// <summary>A line on standard error with the seconds that have passed.</summary>
    public void Log(string text) =>
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_watch.Elapsed.TotalSeconds,6:0.0} s  {text}"));
}
