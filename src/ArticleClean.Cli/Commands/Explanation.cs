using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ArticleClean.Cli.Terminal;
using ArticleClean.Reading;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Commands;

/// <summary>The plain listing of <c>explain</c>: a line for each kept line and for each removal, its reasons below it.</summary>
internal static class Explanation
{
    private const int ExcerptLength = 100;
    private const int CategoryWidth = 18;
    private static readonly string ReasonIndent = new(' ', 7 + CategoryWidth + 9);

    public static void Write(TextWriter output, string path, CleanResult result)
    {
        DocumentStatus status = result.Status;
        string kind = status.Kind is { } k ? $"/{k.Id()}" : "";
        output.WriteLine(Invariant($"{OneLine.Escape(path)}: {status.Value.Id()}{kind} ({Percent(status.Confidence)}), {result.Statistics.WordsRemoved} of {result.Statistics.Words} words removed"));
        foreach (string reason in status.Reasons)
            output.WriteLine($"  {OneLine.Escape(reason)}");
        WriteMetadata(output, result.Metadata);
        output.WriteLine();

        ImmutableArray<Removal> entries = [.. result.Removed.AddRange(result.Flagged).OrderBy(r => r.At).ThenBy(r => r.Start)];
        if (result.Document.Format == DocumentFormat.Html)
            WritePage(output, result, entries);
        else
            WriteText(output, result.Document.Text, entries);
    }

    private static void WriteMetadata(TextWriter output, ArticleMetadata metadata)
    {
        (string Name, string? Value)[] fields =
        [
            ("headline", metadata.Headline), ("byline", metadata.Byline), ("published", metadata.Published),
            ("agency", metadata.Agency.IsEmpty ? null : string.Join(", ", metadata.Agency)),
        ];
        foreach ((string name, string? value) in fields)
        {
            if (value is not null)
                output.WriteLine($"  {name}: {OneLine.Escape(value)}");
        }
    }

    private static void WriteText(TextWriter output, string text, ImmutableArray<Removal> entries)
    {
        Queue<Removal> rest = new(entries.OrderBy(r => r.Start));
        // What goes may end on a later line, where a text was wrapped.
        int line = 1, told = 0;
        for (int start = 0; start < text.Length; line++)
        {
            int end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end;
            int from = Math.Max(start, told);
            while (rest.TryPeek(out Removal? entry) && entry.Line == line)
            {
                rest.Dequeue();
                int at = Math.Min(end, start + Units(text.AsSpan(start, end - start), entry.Column - 1));
                WriteKept(output, line, text[Math.Min(from, at)..at]);
                WriteEntry(output, line, entry);
                from = told = Math.Max(from, Math.Min(text.Length, at + entry.Text.Length));
            }

            if (from < end)
                WriteKept(output, line, text[from..end]);
            start = end + (text.AsSpan(end).StartsWith("\r\n") ? 2 : 1);
        }
    }

    private static void WritePage(TextWriter output, CleanResult result, ImmutableArray<Removal> entries)
    {
        ReadOnlySpan<byte> body = result.Body.Span;
        int from = 0;
        foreach (Removal entry in entries)
        {
            int at = (int)Math.Clamp(entry.At, from, body.Length);
            WriteKeptLines(output, body[from..at]);
            WriteEntry(output, entry.Line, entry);
            from = entry.Flag is null ? at : Math.Min(body.Length, at + Encoding.UTF8.GetByteCount(entry.Text));
        }

        WriteKeptLines(output, body[from..]);
    }

    private static void WriteKeptLines(TextWriter output, ReadOnlySpan<byte> body)
    {
        foreach (string line in Encoding.UTF8.GetString(body).Split('\n'))
            WriteKept(output, null, line);
    }

    private static void WriteKept(TextWriter output, int? line, string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length > 0)
            output.WriteLine(Invariant($"{line,6} {"keep",-CategoryWidth}         {OneLine.Excerpt(trimmed, ExcerptLength)}"));
    }

    private static void WriteEntry(TextWriter output, int line, Removal entry)
    {
        string category = entry.Flag is { } flag ? $"{entry.Category.Id()} ({flag})" : entry.Category.Id();
        output.WriteLine(Invariant($"{line,6} {category,-CategoryWidth} {Percent(entry.Confidence),7} {OneLine.Excerpt(entry.Text.Trim(), ExcerptLength)}"));
        foreach (Reason reason in entry.Because)
        {
            string evidence = reason.Evidence is { } seen ? $" \"{OneLine.Excerpt(seen, ExcerptLength)}\"" : "";
            output.WriteLine(Invariant($"{ReasonIndent}{reason.Rule} {reason.Weight / 1000m:+0.0;-0.0}{evidence}"));
        }
    }

    /// <summary>UTF-16 units of so many code points.</summary>
    private static int Units(ReadOnlySpan<char> text, int codePoints)
    {
        int units = 0;
        for (; codePoints > 0 && units < text.Length; codePoints--)
            units += char.IsHighSurrogate(text[units]) && units + 1 < text.Length && char.IsLowSurrogate(text[units + 1]) ? 2 : 1;
        return units;
    }

    private static string Percent(int thousandths) => Invariant($"{thousandths / 10m:0.0} %");

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
