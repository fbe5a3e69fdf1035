using System.CommandLine;
using System.Text;
using ArticleClean.Cli.Terminal;
using ArticleClean.Writing;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean schema</c>: the JSON Schemas of the sidecar and of the configuration.</summary>
internal static class SchemaCommand
{
    private const string ConfigResource = "ArticleClean.Cli.Config.articleclean.schema.json";

    public static Command Create()
    {
        Argument<string?> which = new("NAME") { Description = "sidecar (the default) or config", Arity = ArgumentArity.ZeroOrOne };
        ExampleCommand command = new("schema", "Print the JSON Schema of the sidecar or of articleclean.json.", """
            articleclean schema > removed.schema.json
            articleclean schema config > articleclean.schema.json
            """)
        {
            which,
        };
        command.SetAction(parsed =>
        {
            string schema = parsed.GetValue(which) switch
            {
                null or "sidecar" => Sidecar.Schema,
                "config" => ConfigSchema(),
                string other => throw Errors.BadOptionValue("schema", other, "sidecar, config"),
            };
            using Stream output = StandardStreams.OpenOutput();
            output.Write(Encoding.UTF8.GetBytes(schema));
            return ExitCode.Done;
        });
        return command;
    }

    private static string ConfigSchema()
    {
        using Stream stream = typeof(SchemaCommand).Assembly.GetManifestResourceStream(ConfigResource)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
