using System.Runtime.CompilerServices;

namespace ArticleClean.Cli.Files;

/// <summary>Works on many items with several threads and reports each in the items' order.</summary>
internal static class OrderedRun
{
    // A slow item holds back the reports of those behind it; no more of them than this are kept.
    private const int MaxAhead = 1024;

    /// <summary>Calls <paramref name="report"/> for each index in order, never twice at once. The first exception of either ends the run and is thrown.</summary>
    public static void Over<T>(int count, int jobs, Func<int, T> work, Action<int, T> report)
    {
        if (jobs <= 1 || count <= 1)
        {
            for (int i = 0; i < count; i++)
                report(i, work(i));
            return;
        }

        OverThreads(count, jobs, work, report);
    }

    // Apart, so that a run over one file does without the assembly of threads.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void OverThreads<T>(int count, int jobs, Func<int, T> work, Action<int, T> report)
    {
        Run<T> run = new(count, work, report);
        Thread[] threads = new Thread[Math.Min(jobs, count)];
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(run.Work);
            threads[i].Start();
        }

        foreach (Thread thread in threads)
            thread.Join();
        run.Rethrow();
    }

    private sealed class Run<T>(int count, Func<int, T> work, Action<int, T> report)
    {
        private readonly object _gate = new();
        private readonly Dictionary<int, T> _ready = [];
        private int _next;
        private int _reported;
        private System.Runtime.ExceptionServices.ExceptionDispatchInfo? _error;

        public void Work()
        {
            while (TryTake(out int index))
            {
                try
                {
                    Finish(index, work(index));
                }
                catch (Exception error)
                {
                    Stop(error);
                }
            }
        }

        public void Rethrow() => _error?.Throw();

        private bool TryTake(out int index)
        {
            lock (_gate)
            {
                while (_error is null && _next < count && _next - _reported >= MaxAhead)
                    Monitor.Wait(_gate);
                index = _next;
                if (_error is not null || _next >= count)
                    return false;
                _next++;
                return true;
            }
        }

        private void Finish(int index, T result)
        {
            lock (_gate)
            {
                _ready[index] = result;
                while (_error is null && _ready.Remove(_reported, out T? next))
                {
                    report(_reported, next);
                    _reported++;
                }

                Monitor.PulseAll(_gate);
            }
        }

        private void Stop(Exception error)
        {
            lock (_gate)
            {
                _error ??= System.Runtime.ExceptionServices.ExceptionDispatchInfo.Capture(error);
                Monitor.PulseAll(_gate);
            }
        }
    }
}
