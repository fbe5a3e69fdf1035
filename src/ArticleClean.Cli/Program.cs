using System.CommandLine;
using ArticleClean.Cli;
using ArticleClean.Cli.Commands;
using ArticleClean.Cli.Terminal;

Preparation.Begin(args);
ParseResult parsed = CommandLineRoot.For(args).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
if (UsageProblem.Of(parsed, args) is { } problem)
{
    StandardStreams.WriteError(problem);
    return ExitCode.Failed;
}

try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (ClosedOutputException)
{
    return ExitCode.ClosedOutput;
}
catch (IOException cause)
{
    StandardStreams.WriteError($"error: {Errors.CannotPrint(cause).Message}");
    return ExitCode.Failed;
}
catch (Failure failure)
{
    StandardStreams.WriteError($"error: {failure.Message}");
    return ExitCode.Failed;
}
catch (Exception cause) when (cause is not OutOfMemoryException)
{
    // A mistake of ours ends in an exit code that scripts know, not in that of a crash.
    StandardStreams.WriteError($"error: {Errors.Defect(cause).Message}");
    return ExitCode.Failed;
}
