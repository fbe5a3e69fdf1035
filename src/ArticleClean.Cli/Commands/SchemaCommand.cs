using System.CommandLine;
using System.Text;
using ArticleClean.Cli.Terminal;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean schema</c>: the JSON Schemas of the sidecar, of the configuration and of the report.</summary>
internal static class SchemaCommand
{
    private const string ConfigResource = "ArticleClean.Cli.Config.articleclean.schema.json";
    private const string CheckResource = "ArticleClean.Cli.Reports.check.schema.json";

    public static Command Create()
    {
        Argument<string?> which = new("NAME") { Description = "sidecar (the default), config or check", Arity = ArgumentArity.ZeroOrOne };
        ExampleCommand command = new("schema", "Print the JSON Schema of the sidecar, of articleclean.json or of check's report.", """
            articleclean schema > removed.schema.json
            articleclean schema config > articleclean.schema.json
            articleclean schema check > check.schema.json
            """)
        {
            which,
        };
        command.SetAction(parsed =>
        {
            string schema = parsed.GetValue(which) switch
            {
                null or "sidecar" => Sidecar.Schema,
                "config" => Resource(ConfigResource),
                "check" => Resource(CheckResource),
                string other => throw Errors.BadOptionValue("schema", other, "sidecar, config, check"),
            };
            using Stream output = StandardStreams.OpenOutput();
            output.Write(Encoding.UTF8.GetBytes(schema));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Resource(string name)
    {
        using Stream stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
