using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;
using Serilog.Sinks.SystemConsole.Themes;

namespace ArticleClean.Cli.Terminal;

/// <summary>How much is said, and where.</summary>
internal sealed record LogOptions
{
    public bool Verbose { get; init; }
    public bool Quiet { get; init; }
    /// <summary>A file that gets every event as a line of JSON, or null.</summary>
    public string? File { get; init; }
}

/// <summary>Messages to standard error and to the log file. The logger behind it is built by the first message that somebody wants.</summary>
internal sealed class RunLog(LogOptions options) : IDisposable
{
    private readonly Lock _building = new();
    private Logger? _logger;

    /// <summary>Whether the summary and the progress are wanted.</summary>
    public bool Quiet => options.Quiet;

    public bool Verbose => options.Verbose;

    public void Error(string template, params object?[] values) => Write(LogEventLevel.Error, template, values);

    public void Warning(string template, params object?[] values) => Write(LogEventLevel.Warning, template, values);

    public void Information(string template, params object?[] values) => Write(LogEventLevel.Information, template, values);

    public void Dispose() => _logger?.Dispose();

    private LogEventLevel ConsoleLevel =>
        options.Quiet ? LogEventLevel.Error : options.Verbose ? LogEventLevel.Information : LogEventLevel.Warning;

    private void Write(LogEventLevel level, string template, object?[] values)
    {
        if (level < ConsoleLevel && options.File is null)
            return;
        Logger logger;
        lock (_building)
            logger = _logger ??= Build();
        logger.Write(level, template, values);
    }

    private Logger Build()
    {
        bool colour = !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        LoggerConfiguration configuration = new LoggerConfiguration()
            .MinimumLevel.Information()
            .WriteTo.Console(
                restrictedToMinimumLevel: ConsoleLevel,
                outputTemplate: "{Level:w}: {Message:lj}{NewLine}",
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Verbose,
                theme: colour ? AnsiConsoleTheme.Literate : ConsoleTheme.None,
                applyThemeToRedirectedOutput: false);
        if (options.File is not null)
            configuration = configuration.WriteTo.File(new JsonFormatter(renderMessage: true), options.File);
        try
        {
            return configuration.CreateLogger();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotWrite(options.File ?? "", cause);
        }
    }
}
