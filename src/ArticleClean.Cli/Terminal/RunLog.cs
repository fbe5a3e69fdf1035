using System.Globalization;
using System.Runtime.CompilerServices;
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
    private Sinks? _sinks;

    /// <summary>Whether the summary and the progress are wanted.</summary>
    public bool Quiet => options.Quiet;

    public bool Verbose => options.Verbose;

    public void Error(string template, params object?[] values) => Write(Level.Error, template, values);

    public void Warning(string template, params object?[] values) => Write(Level.Warning, template, values);

    public void Information(string template, params object?[] values) => Write(Level.Information, template, values);

    public void Dispose()
    {
        if (_sinks is not null)
            Close();
    }

    private Level ConsoleLevel => options.Quiet ? Level.Error : options.Verbose ? Level.Information : Level.Warning;

    /// <summary>Says at the end what was done: on standard error unless it is to be quiet, and in the log file.</summary>
    public void Summary(string text)
    {
        if (!options.Quiet)
            StandardStreams.WriteError(text);
        if (options.File is not null)
            WriteToFile("{Summary}", text);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteToFile(string template, string value) => Open().WriteToFile(template, [value]);

    // Whatever touches the logger is a method of its own that is not drawn into its callers: Serilog is loaded by the
    // first message and not before.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Close() => _sinks!.Dispose();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Sinks Open()
    {
        lock (_building)
            return _sinks ??= new Sinks(ConsoleLevel, options.File);
    }

    private void Write(Level level, string template, object?[] values)
    {
        if (level >= ConsoleLevel || options.File is not null)
            WriteToSinks(level, template, values);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteToSinks(Level level, string template, object?[] values) => Open().Write(level, template, values);

    private enum Level
    {
        Information,
        Warning,
        Error,
    }

    /// <summary>Serilog, in a class of its own: its assemblies are loaded with this type and not before.</summary>
    private sealed class Sinks(Level consoleLevel, string? file) : IDisposable
    {
        private readonly Logger _console = ConsoleLogger(Serilogs(consoleLevel));
        private readonly Logger? _file = file is null ? null : FileLogger(file);

        public void Write(Level level, string template, object?[] values)
        {
            _console.Write(Serilogs(level), template, values);
            _file?.Write(Serilogs(level), template, values);
        }

        public void WriteToFile(string template, object?[] values) => _file?.Write(LogEventLevel.Information, template, values);

        public void Dispose()
        {
            _console.Dispose();
            _file?.Dispose();
        }

        private static LogEventLevel Serilogs(Level level) => level switch
        {
            Level.Error => LogEventLevel.Error,
            Level.Warning => LogEventLevel.Warning,
            _ => LogEventLevel.Information,
        };

        private static Logger ConsoleLogger(LogEventLevel level)
        {
            bool colour = !Console.IsErrorRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
            return new LoggerConfiguration()
                .MinimumLevel.Is(level)
                .WriteTo.Console(
                    outputTemplate: "{Level:w}: {Message:lj}{NewLine}",
                    formatProvider: CultureInfo.InvariantCulture,
                    standardErrorFromLevel: LogEventLevel.Verbose,
                    theme: colour ? AnsiConsoleTheme.Literate : ConsoleTheme.None)
                .CreateLogger();
        }

        private static Logger FileLogger(string file)
        {
            try
            {
                return new LoggerConfiguration().WriteTo.File(new JsonFormatter(renderMessage: true), file).CreateLogger();
            }
            catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
            {
                throw Errors.CannotWrite(file, cause);
            }
        }
    }
}
