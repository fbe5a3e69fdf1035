using ArticleClean.Cli.Commands;

namespace ArticleClean.Cli.Records;

/// <summary>What a record became: its line without an end, its counts, and what is wrong with it (null: nothing).</summary>
internal readonly record struct RecordResult(ReadOnlyMemory<byte> Line, Tally Tally, string? Problem);

/// <summary>
/// Streams records: reads, works on several at once, writes one line per record in order. What is in flight is bounded
/// in number and in bytes, whatever the input's length.
/// </summary>
internal sealed class RecordRun(Stream input, Func<RecordLine, RecordResult> work, int jobs, int maxLineBytes)
{
    private const int RecordsAheadPerJob = 8;

    // Records that wait beyond one large one; a record grows several times its size while it is cleaned.
    private const long MaxBytesAhead = 32L << 20;
    private const int MaxProblems = 20;

    private readonly List<string> _problems = [];

    /// <summary>Counts of the records; <see cref="Tally.Done"/> counts files and stays 0.</summary>
    public Tally Tally { get; private set; } = Tally.None;

    public long Records { get; private set; }

    /// <summary>What is wrong with the first bad records.</summary>
    public IReadOnlyList<string> FirstProblems => _problems;

    /// <summary>Runs to the end of the input.</summary>
    public void WriteTo(Stream output)
    {
        RecordLineReader lines = new(input, maxLineBytes);
        if (jobs <= 1)
        {
            while (lines.TryRead(out RecordLine line))
                Write(output, work(line));
        }
        else
        {
            Queue<(Task<RecordResult> Task, int Bytes)> ahead = new();
            long bytesAhead = 0;
            while (lines.TryRead(out RecordLine line))
            {
                while (ahead.Count >= jobs * RecordsAheadPerJob || (ahead.Count > 0 && bytesAhead + line.Bytes.Length > MaxBytesAhead))
                    bytesAhead -= WriteFirst(output, ahead);
                ahead.Enqueue((Task.Run(() => work(line)), line.Bytes.Length));
                bytesAhead += line.Bytes.Length;
            }

            while (ahead.Count > 0)
                WriteFirst(output, ahead);
        }

        output.Flush();
    }

    private int WriteFirst(Stream output, Queue<(Task<RecordResult> Task, int Bytes)> ahead)
    {
        (Task<RecordResult> task, int bytes) = ahead.Dequeue();
        Write(output, task.GetAwaiter().GetResult());
        return bytes;
    }

    private void Write(Stream output, RecordResult result)
    {
        output.Write(result.Line.Span);
        output.WriteByte((byte)'\n');
        Tally += result.Tally;
        Records++;
        if (result.Problem is { } problem && _problems.Count < MaxProblems)
            _problems.Add(problem);
    }
}
