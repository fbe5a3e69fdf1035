namespace ArticleClean.Cli;

/// <summary>An expected failure: the message is for the user, and the exit code is <see cref="ExitCode.Failed"/>.</summary>
internal sealed class Failure(string message, Exception? cause = null) : Exception(message, cause);
