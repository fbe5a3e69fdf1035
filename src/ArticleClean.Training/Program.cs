using System.Diagnostics;
using ArticleClean.Detecting.LineModel;
using ArticleClean.Training.Corpora;
using ArticleClean.Training.Learning;
using ArticleClean.Training.Scoring;

const int Folds = 5;
int threads = 3;
string corpora = args[1];
string[] tracks = args[2].Split(',');
Stopwatch watch = Stopwatch.StartNew();
void Log(string text) => Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds,6:0.0} s  {text}");

DocumentLoader loader = new(corpora, Folds, threads);
List<LabelledDocument> documents = [];
foreach (string corpus in DocumentLoader.Corpora)
{
    foreach (string track in tracks)
        documents.AddRange(track == "html" ? loader.HtmlPages(corpus) : loader.Pages(corpus, track));
    if (corpus != "traf")
        documents.AddRange(loader.Bodies(corpus));
}

if (args.Length > 3 && args[3].Length > 0)
    documents.AddRange(loader.Cases(args[3]));
Log($"{documents.Count} documents, {documents.Sum(d => d.Document.Segments.Length)} segments");
WordVocabulary vocabulary = WordVocabulary.Collect(documents);
LinearData data = LinearData.Build(documents, vocabulary);
Log($"{vocabulary.Count} words, {data.Features.Length} features");
TrainedStack stack = new StackTrainer(documents, data, new StackOptions { Threads = threads }).Train([0, 1, 2, 3, 4], Log);
if (args.Length > 4)
{
    File.WriteAllText(Path.Combine(args[4], "model.words.txt"), ModelText.WriteWords(stack.Words.Entries, stack.Words.Bias));
    File.WriteAllText(Path.Combine(args[4], "model.text.trees.txt"), ModelText.WriteTrees(stack.Model.Text));
    File.WriteAllText(Path.Combine(args[4], "model.html.trees.txt"), ModelText.WriteTrees(stack.Model.Html));
}

foreach (int threshold in new[] { 0, 500, 1000, 1500 })
{
    Console.WriteLine($"threshold {threshold}");
    QuickScore.Print(documents.Select((d, i) => (d, i)).Where(p => p.d.Document.Segments.Length > 0)
        .AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select(p => QuickScore.Page(p.d, s => stack.HeldOut[p.i][s] > threshold)));
}

return 0;
