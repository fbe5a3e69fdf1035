namespace ArticleClean.Cli;

/// <summary>What the program exits with; scripts rest on these.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    /// <summary><c>check</c> found something.</summary>
    public const int Found = 1;
    /// <summary>Usage, configuration, or any file that could not be processed.</summary>
    public const int Failed = 2;
    /// <summary>SIGINT: 128 + 2.</summary>
    public const int Interrupted = 130;
    /// <summary>Standard output was closed: 128 + 13, as a program ends that SIGPIPE kills.</summary>
    public const int ClosedOutput = 141;
    /// <summary>SIGTERM: 128 + 15.</summary>
    public const int Terminated = 143;
}
