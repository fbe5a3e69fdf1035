using System.CommandLine;
using ArticleClean;
using ArticleClean.Detecting.LineModel;
using ArticleClean.Training;
using ArticleClean.Training.Learning;

Option<string> corpora = new("--corpora") { Description = "Folder with the corpora, one folder each.", Required = true };
Option<string[]> cases = new("--cases") { Description = "Invented documents: JSON Lines, or a folder of .case files. May be given again.", DefaultValueFactory = _ => [] };
Option<string> tracks = new("--tracks") { Description = "Kinds of documents, by commas.", DefaultValueFactory = _ => "text,sloppy,flat,html" };
Option<int> threads = new("--threads") { Description = "Threads; any number gives the same bytes.", DefaultValueFactory = _ => 2 };
Option<string> weights = new("--weights") { Description = "Folder for the weights.", DefaultValueFactory = _ => "src/ArticleClean/Rules" };
Option<string?> output = new("--out") { Description = "Folder for the cleaned bodies." };
Option<bool> quick = new("--quick") { Description = "One training; later stages learn from scores of models that saw the page's fold, the models themselves did not." };
Option<string?> models = new("--models") { Description = "Folder that keeps the folds' models; when they are there, nothing is trained." };
Option<Stance> stance = new("--stance") { Description = "How much evidence a removal needs.", DefaultValueFactory = _ => Stance.Balanced };

TrainingData Load(ParseResult parse) => new(new DataOptions
{
    Corpora = parse.GetValue(corpora)!,
    Cases = parse.GetValue(cases) ?? [],
    Tracks = parse.GetValue(tracks)!.Split(','),
    Threads = parse.GetValue(threads),
});

Command train = new("train", "Trains on everything and writes the weights as text.") { corpora, cases, tracks, threads, weights };
train.SetAction(parse =>
{
    TrainedStack stack = Load(parse).Train([.. Enumerable.Range(0, TrainingData.Folds)]);
    Save(stack, parse.GetValue(weights)!);
});

Command cv = new("cv", "Cleans every page with a model that never saw its site.") { corpora, cases, tracks, threads, output, quick, models, stance, weights };
cv.SetAction(parse =>
{
    TrainingData data = Load(parse);
    string? kept = parse.GetValue(models);
    IReadOnlyDictionary<int, SegmentModel>? folds = kept is null ? null : CrossValidation.Load(kept);
    if (folds is not null)
        data.Log("models read");
    else if (parse.GetValue(quick))
    {
        TrainedStack stack = data.Train([.. Enumerable.Range(0, TrainingData.Folds)]);
        if (parse.GetResult(weights) is { Implicit: false })
            Save(stack, parse.GetValue(weights)!);
        folds = stack.WithoutFold;
    }
    else
        folds = CrossValidation.Models(data);
    if (kept is not null)
        CrossValidation.Save(folds, kept);
    CrossValidation.Run(data, folds, parse.GetValue(stance), parse.GetValue(output), parse.GetValue(threads));
});

return new RootCommand("Trains and measures the line model of ArticleClean.") { train, cv }.Parse(args).Invoke();

static void Save(TrainedStack stack, string folder)
{
    Directory.CreateDirectory(folder);
    File.WriteAllText(Path.Combine(folder, ModelText.WordsFile), ModelText.WriteWords(stack.Words.Entries, stack.Words.Bias));
    foreach (ModelKind kind in Enum.GetValues<ModelKind>())
        File.WriteAllText(Path.Combine(folder, ModelText.TreesFile(kind)), ModelText.WriteTrees(stack.Model.Trees[(int)kind]));
}
