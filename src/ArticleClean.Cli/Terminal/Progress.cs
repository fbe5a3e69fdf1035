using System.Globalization;

namespace ArticleClean.Cli.Terminal;

/// <summary>A counter on standard error while many files are worked on; on a terminal only.</summary>
internal sealed class Progress(int total, bool isWanted) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly bool _isShown = isWanted && !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
    private long _last;
    private int _width;

    /// <summary>Says how many are done.</summary>
    public void Report(int done)
    {
        if (!_isShown || (_width > 0 && System.Diagnostics.Stopwatch.GetElapsedTime(_last) < Interval))
            return;
        _last = System.Diagnostics.Stopwatch.GetTimestamp();
        string text = string.Create(CultureInfo.InvariantCulture, $"{done}/{total}");
        Console.Error.Write($"\r{text.PadRight(_width)}");
        _width = text.Length;
    }

    /// <summary>Takes the counter away, before something else is written.</summary>
    public void Clear()
    {
        if (_width == 0)
            return;
        Console.Error.Write($"\r{new string(' ', _width)}\r");
        _width = 0;
    }

    public void Dispose() => Clear();
}
