using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Reading;

namespace ArticleClean.Cli.Commands;

/// <summary>What the options say about every input of a run; null where they say nothing.</summary>
internal sealed record InputHints(InputFormat? Format, string? Encoding, string? Url)
{
    /// <summary>What is known of a document by its name and the options.</summary>
    public SourceHints For(string name) => new()
    {
        Name = name,
        Format = Format switch
        {
            InputFormat.Text => DocumentFormat.Text,
            InputFormat.Html => DocumentFormat.Html,
            _ => null,
        },
        Encoding = Encoding,
        Url = Url,
    };

    /// <summary>Whether a file of a name is read as JSON Lines.</summary>
    public bool IsRecords(string name) => Format is { } format ? format == InputFormat.Records : FileNames.IsRecords(name);

    /// <summary>Parses the value of <c>--format</c>.</summary>
    public static InputFormat? ParseFormat(string? value) => value switch
    {
        null => null,
        "text" => InputFormat.Text,
        "html" => InputFormat.Html,
        "jsonl" => InputFormat.Records,
        _ => throw Errors.BadOptionValue("--format", value, OptionValues.Formats),
    };
}

/// <summary>The values of <c>--format</c>.</summary>
internal enum InputFormat
{
    Text,
    Html,
    Records,
}
