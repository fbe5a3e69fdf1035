using System.Globalization;
using System.Text;
using System.Text.Json;
using ArticleClean.Cli.Terminal;
using ArticleClean.Scoring;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Commands;

/// <summary>What <c>eval</c> prints.</summary>
internal static class EvalReport
{
    private const int ExcerptLength = 100;

    /// <summary>Digits of a figure in JSON.</summary>
    private const int Digits = 6;

    /// <summary>The figures as a table, then the worst documents, each with what it lost (-) and what was left in it (+).</summary>
    public static void WriteText(Stream output, IReadOnlyList<DocumentScore> scores, int worst)
    {
        ScoreSummary summary = ScoreSummary.Of(scores);
        using StreamWriter writer = new(output, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(Count(summary.Documents, "document"));
        writer.WriteLine();
        writer.WriteLine($"{"",-12} {"value",6}  95 % interval");
        Row(writer, "precision", summary.Precision, "");
        Row(writer, "recall", summary.Recall, "");
        Row(writer, "F1", summary.F1, "");
        Row(writer, "exact", summary.Exact, "");
        int lifted = scores.Sum(s => s.LiftedWords);
        string notLost = lifted > 0 ? Invariant($"; {Count(lifted, "word")} lifted as headline not counted") : "";
        Row(writer, "words lost", summary.WordsLost, Invariant($"  {scores.Sum(s => (long)s.LostWords)} of {scores.Sum(s => (long)s.BodyWords)}{notLost}; {Count(summary.LargeLosses, "document")} over 5 %"));
        Row(writer, "junk left", summary.JunkLeft, Invariant($"  {scores.Sum(s => (long)s.LeftWords)} of {scores.Sum(s => (long)s.JunkWords)}"));
        WriteWorst(writer, scores, worst);
    }

    /// <summary>Everything as one JSON object; figures are shares, rounded.</summary>
    public static void WriteJson(Stream output, IReadOnlyList<DocumentScore> scores, int failed)
    {
        ScoreSummary summary = ScoreSummary.Of(scores);
        using (Utf8JsonWriter json = new(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = ReadableJsonEncoder.Instance }))
        {
            json.WriteStartObject();
            json.WriteNumber("documents", summary.Documents);
            json.WriteNumber("failed", failed);
            Write(json, "precision", summary.Precision);
            Write(json, "recall", summary.Recall);
            Write(json, "f1", summary.F1);
            Write(json, "exact", summary.Exact);
            Write(json, "wordsLost", summary.WordsLost);
            Write(json, "junkLeft", summary.JunkLeft);
            json.WriteNumber("documentsLosingOver5Percent", summary.LargeLosses);
            json.WriteStartArray("cases");
            foreach (DocumentScore score in scores)
                Write(json, score);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteWorst(TextWriter writer, IReadOnlyList<DocumentScore> scores, int count)
    {
        DocumentScore[] worst = [.. scores.Where(s => !s.IsExact).OrderBy(s => s.Shingles.F1).ThenBy(s => s.Name, StringComparer.Ordinal).Take(count)];
        if (worst.Length == 0)
            return;
        writer.WriteLine();
        writer.WriteLine("worst");
        foreach (DocumentScore score in worst)
        {
            writer.WriteLine(Invariant(
                $"{OneLine.Escape(score.Name)}: F1 {score.Shingles.F1:0.000}, lost {score.LostWords} of {score.BodyWords}, left {score.LeftWords} of {score.JunkWords}, {StatusOf(score.Status)}"));
            foreach (string text in score.Lost)
                writer.WriteLine($"  - {OneLine.Excerpt(text, ExcerptLength)}");
            foreach (string text in score.Left)
                writer.WriteLine($"  + {OneLine.Excerpt(text, ExcerptLength)}");
        }
    }

    private static string StatusOf(DocumentStatus status) => status.Kind is { } kind ? $"{status.Value.Id()}/{kind.Id()}" : status.Value.Id();

    private static void Row(TextWriter writer, string name, Estimate figure, string counts)
    {
        string interval = figure.Low is { } low ? Invariant($"{low:0.0000} - {figure.High:0.0000}") : "";
        writer.WriteLine(Invariant($"{name,-12} {figure.Value:0.0000}  {interval,-15}{counts}").TrimEnd());
    }

    private static void Write(Utf8JsonWriter json, string name, Estimate figure)
    {
        json.WriteStartObject(name);
        json.WriteNumber("value", Math.Round(figure.Value, Digits));
        WriteBound(json, "low", figure.Low);
        WriteBound(json, "high", figure.High);
        json.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter json, string name, double? bound)
    {
        if (bound is { } value)
            json.WriteNumber(name, Math.Round(value, Digits));
        else
            json.WriteNull(name);
    }

    private static void Write(Utf8JsonWriter json, DocumentScore score)
    {
        json.WriteStartObject();
        json.WriteString("name", score.Name);
        json.WriteNumber("precision", Math.Round(score.Shingles.Precision, Digits));
        json.WriteNumber("recall", Math.Round(score.Shingles.Recall, Digits));
        json.WriteNumber("f1", Math.Round(score.Shingles.F1, Digits));
        json.WriteBoolean("exact", score.IsExact);
        json.WriteNumber("goldWords", score.GoldWords);
        json.WriteNumber("bodyWords", score.BodyWords);
        json.WriteNumber("lostWords", score.LostWords);
        json.WriteNumber("liftedWords", score.LiftedWords);
        json.WriteNumber("junkWords", score.JunkWords);
        json.WriteNumber("leftWords", score.LeftWords);
        json.WriteString("status", StatusOf(score.Status));
        Write(json, "lost", score.Lost);
        Write(json, "left", score.Left);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Count(int number, string what) => Invariant($"{number} {what}{(number == 1 ? "" : "s")}");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
