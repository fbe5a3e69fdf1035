using System.Text;

namespace ArticleClean.Cli.Terminal;

/// <summary>The lines of a run that writes nothing.</summary>
internal sealed class DryRunListing : IDisposable
{
    private readonly Stream _output = StandardStreams.OpenOutput();

    public void Add(string path, string said) => _output.Write(Encoding.UTF8.GetBytes($"{path} -> {said}\n"));

    public void Dispose() => _output.Dispose();
}
