using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Records;
using ArticleClean.Cli.Terminal;
using ArticleClean.Reading;
using ArticleClean.Scoring;

namespace ArticleClean.Cli.Commands;

/// <summary>Cleans every document that has a gold and scores it.</summary>
internal sealed class EvalRun(SettingsSource settings, RunLog log)
{
    private const string TextField = "text";
    private const string GoldField = "gold";
    private const string IdField = "id";

    /// <summary>Records that are read before they are scored together.</summary>
    private const int Batch = 256;

    /// <summary>Of a gold's words, the fewest that its document should have, in percent; fewer is worth a warning.</summary>
    private const int FewestSharedPercent = 50;

    private readonly List<DocumentScore> _scores = [];

    public required int Jobs { get; init; }
    public required IReadOnlyList<Glob> Excludes { get; init; }
    public required InputHints Hints { get; init; }

    /// <summary>The scores in the order of the inputs.</summary>
    public IReadOnlyList<DocumentScore> Scores => _scores;

    /// <summary>Documents that could not be scored.</summary>
    public int Failed { get; private set; }

    /// <summary>Inputs of a folder that no gold stands beside.</summary>
    public int WithoutGold { get; private set; }

    public void Over(IReadOnlyList<string> paths)
    {
        Inputs inputs = Inputs.Find(new InputQuery { Paths = paths, Excludes = Excludes, IsExcluded = settings.IsExcluded });
        foreach (Failure failure in inputs.Failures)
            Fail(failure);
        List<InputFile> documents = [];
        foreach (InputFile file in inputs.Files)
        {
            if (FileNames.IsRecords(file.Relative))
                OverRecords(file);
            else if (IsScored(file))
                documents.Add(file);
        }

        OrderedRun.Over(documents.Count, Jobs, i => Score(documents[i]), Take);
    }

    /// <summary>Whether an input has its gold; what has none is counted, or named where the user named it.</summary>
    private bool IsScored(InputFile file)
    {
        string gold = FileNames.Gold(file.Path);
        if (FileNames.IsGold(file.Name))
        {
            if (file.Named)
                Fail(Errors.GoldIsNoInput(file.Path));
            else if (!HasInput(file.Path))
                Fail(Errors.GoldWithoutInput(file.Path));
            return false;
        }

        if (file.IsStandard)
            throw Errors.NoGold();
        if (File.Exists(gold) || (file.Named && !File.Exists(file.Path)))
            return true;
        if (file.Named)
            Fail(Errors.InputWithoutGold(file.Path, gold));
        else
            WithoutGold++;
        return false;
    }

    private static bool HasInput(string gold)
    {
        string folder = Path.GetDirectoryName(gold) is { Length: > 0 } named ? named : ".";
        string stem = Path.GetFileName(gold)[..^FileNames.GoldEnding.Length];
        foreach (string other in Directory.EnumerateFiles(folder))
        {
            string name = Path.GetFileName(other);
            if (name.StartsWith(stem, StringComparison.Ordinal) && !FileNames.IsGold(name) && !FileNames.IsSidecar(name)
                && FileNames.Gold(name) == stem + FileNames.GoldEnding)
                return true;
        }

        return false;
    }

    private Scored Score(InputFile file)
    {
        try
        {
            Settings inForce = settings.For(file);
            long maxBytes = settings.Options(inForce, site: null).MaxBytes;
            Document document = DocumentReader.Read(InputReader.ReadAll(file, maxBytes), Hints.For(file.Relative), maxBytes);
            InputFile gold = InputFile.Of(FileNames.Gold(file.Path));
            SourceHints goldHints = new() { Name = gold.Path, Format = DocumentFormat.Text };
            string text = DocumentReader.Read(InputReader.ReadAll(gold, maxBytes), goldHints, maxBytes).Text;
            return Score(file.Path, text, settings.EngineFor(inForce, document.Site).Cleaner.Clean(document));
        }
        catch (Failure failure)
        {
            return new Scored(null, failure, []);
        }
        catch (UnreadableDocumentException cause)
        {
            return new Scored(null, Errors.Unreadable(file.Path, cause), []);
        }
    }

    private void OverRecords(InputFile file)
    {
        try
        {
            RecordDocuments documents = new(settings, settings.For(file), Hints, file.Relative, TextField);
            using Stream input = InputReader.Open(file);
            RecordLineReader lines = new(input, documents.MaxRecordBytes);
            List<RecordLine> batch = [];
            bool more = true;
            while (more)
            {
                more = lines.TryRead(out RecordLine line);
                if (more)
                    batch.Add(line);
                if (batch.Count < Batch && more)
                    continue;
                OrderedRun.Over(batch.Count, Jobs, i => Score(file, batch[i], documents), Take);
                batch.Clear();
            }
        }
        catch (Failure failure)
        {
            Fail(failure);
        }
        catch (InvalidDataException cause)
        {
            Fail(Errors.BadGzip(file.Path, cause));
        }
        catch (IOException cause)
        {
            Fail(Errors.CannotRead(file.Path, cause));
        }
    }

    private static Scored Score(InputFile file, RecordLine line, RecordDocuments documents)
    {
        try
        {
            RecordLayout layout = RecordLayout.Of(line);
            if (layout.String(GoldField) is not { } gold)
                throw new BadRecordException("no_gold", $"the record has no string '{GoldField}'");
            string name = $"{file.Relative}:{line.Number}";
            return Score(layout.String(IdField) is { } id ? $"{name} ({id})" : name, gold, documents.Clean(layout, line.Number));
        }
        catch (Exception bad) when (bad is BadRecordException or UnreadableDocumentException)
        {
            return new Scored(null, Errors.BadGoldRecord(file.Path, line.Number, bad), []);
        }
    }

    private static Scored Score(string name, string gold, CleanResult result)
    {
        DocumentScore score = DocumentScore.Of(name, gold, result);
        List<string> warnings = [.. result.Document.Warnings];
        if (score.BodyWords * 100 < FewestSharedPercent * score.GoldWords)
            warnings.Add(FormattableString.Invariant($"only {score.BodyWords} of the gold's {score.GoldWords} words stand in the document; is it another's gold?"));
        return new Scored(score, null, warnings);
    }

    private void Take(int index, Scored scored)
    {
        foreach (string warning in scored.Warnings)
            log.Warning("{Path}: {Warning}", OneLine.Escape(scored.Score!.Name), Errors.Said(scored.Score.Name, warning));
        if (scored.Score is { } score)
            _scores.Add(score);
        else
            Fail(scored.Failure!);
    }

    private void Fail(Failure failure)
    {
        log.Error("{Problem}", failure.Message);
        Failed++;
    }

    private sealed record Scored(DocumentScore? Score, Failure? Failure, IReadOnlyList<string> Warnings);
}
