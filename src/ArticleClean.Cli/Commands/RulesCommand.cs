using System.CommandLine;
using ArticleClean.Cli.Config;
using ArticleClean.Cli.Files;
using ArticleClean.Cli.Terminal;
using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Cli.Commands;

/// <summary><c>articleclean rules</c>: the built-in rules and the own ones that are in force here.</summary>
internal static class RulesCommand
{
    public static Command Create() => new ExampleCommand("rules", "List, show and test the rules.", """
        articleclean rules list
        articleclean rules show en/paywall.limit-reached
        articleclean rules test
        """)
    {
        List(),
        Show(),
        Test(),
    };

    private static ExampleCommand List()
    {
        Argument<string?> filter = new("PATTERN") { Description = "Only rules whose id matches (en/*, */paywall.*)", Arity = ArgumentArity.ZeroOrOne };
        Option<string[]> stats = new("--stats") { Description = "Count each rule in files, folders or globs: its hits, those removed, the share that stayed, those that it convicts alone, and of these keep and drop by labels/TRACK/ID.tsv beside TRACK/ID.txt", HelpName = "PATH" };
        Flag isolated = Isolated();
        LoggingOptions logging = new();
        ExampleCommand command = new("list", "List the rules: id, category, weight; with --stats what each one does.", """
            articleclean rules list
            articleclean rules list 'de/*'
            articleclean rules list --stats scrapes
            """)
        {
            filter, stats, isolated,
        };
        logging.AddTo(command);
        command.SetAction(parsed =>
        {
            Glob? pattern = parsed.GetValue(filter) is { } text ? new Glob(text) : null;
            bool IsShown(string id) => pattern is null || pattern.Matches(id);
            IReadOnlyList<RulePack> packs = Packs(parsed.Has(isolated));
            if (parsed.GetValue(stats) is not { Length: > 0 } paths)
            {
                return Print(output =>
                {
                    foreach (Rule rule in Rules(packs).Where(rule => IsShown(rule.Id)))
                        output.WriteLine(FormattableString.Invariant($"{rule.Id,-60} {Category(rule),-20} {rule.Traits.Weight,5}"));
                });
            }

            using RunLog log = logging.Open(parsed);
            RuleStatisticsRun run = new(new SettingsSource(SettingsLayer.Empty, parsed.Has(isolated)), log);
            (RuleStatistics statistics, bool all) = run.Over(paths, Rules(packs).Select(rule => rule.Id));
            return Print(output => RuleStatisticsTable.Write(output, statistics, IsShown), all ? ExitCode.Done : ExitCode.Failed);
        });
        return command;
    }

    private static ExampleCommand Show()
    {
        Argument<string> id = new("RULE") { Description = "The rule's id, as it stands in sidecars" };
        Flag isolated = Isolated();
        ExampleCommand command = new("show", "Show a rule as it stands in its pack, with its examples.", """
            articleclean rules show en/paywall.limit-reached
            """)
        {
            id, isolated,
        };
        command.SetAction(parsed =>
        {
            string wanted = parsed.GetRequiredValue(id);
            Rule rule = Rules(Packs(parsed.Has(isolated))).FirstOrDefault(r => r.Id == wanted) ?? throw Errors.NoSuchRule(wanted);
            return Print(output =>
            {
                output.WriteLine(FormattableString.Invariant($"{rule.Id} ({rule.Source.Name}:{rule.Line}): {Category(rule)}, weight {rule.Traits.Weight}{Words(rule.Traits)}"));
                foreach (RuleTemplate template in rule.Templates)
                    output.WriteLine($"  {template.Text}");
                foreach (RuleExample example in rule.Examples)
                    output.WriteLine($"{(example.Hits ? '+' : '-')} {example.Text}");
            });
        });
        return command;
    }

    private static ExampleCommand Test()
    {
        Flag isolated = Isolated();
        Argument<string[]> files = new("FILE") { Description = "Rule files to test besides those of the configuration", Arity = ArgumentArity.ZeroOrMore };
        ExampleCommand command = new("test", "Hold every rule against its own examples.", """
            articleclean rules test
            articleclean rules test house.rules
            """)
        {
            files, isolated,
        };
        command.SetAction(parsed =>
        {
            List<RuleSource> own = [.. OwnRules(parsed.Has(isolated))];
            foreach (string file in parsed.GetValue(files) ?? [])
                own.Add(Read(file));
            IReadOnlyList<RulePack> packs = Parse(own);
            IReadOnlyList<RuleFailure> failures = RuleTester.Test(Compile(packs), packs);
            int rules = packs.Sum(p => p.Rules.Count);
            int examples = packs.Sum(p => p.Rules.Sum(r => r.Examples.Count));
            return Print(
                output =>
                {
                    foreach (RuleFailure failure in failures)
                        output.WriteLine(OneLine.Escape(failure.ToString()));
                    output.WriteLine(FormattableString.Invariant($"{rules} rules, {examples} examples, {failures.Count} {(failures.Count == 1 ? "failure" : "failures")}"));
                },
                failures.Count == 0 ? ExitCode.Done : ExitCode.Failed);
        });
        return command;
    }

    private static Flag Isolated() => new("--isolated") { Description = "Ignore every articleclean.json" };

    private static IReadOnlyList<RulePack> Packs(bool isolated) => Parse(OwnRules(isolated));

    private static IReadOnlyList<RuleSource> OwnRules(bool isolated)
    {
        SettingsSource source = new(SettingsLayer.Empty, isolated);
        return source.AllOwnRules(InputFile.Standard);
    }

    private static IReadOnlyList<RulePack> Parse(IReadOnlyList<RuleSource> own)
    {
        try
        {
            return [.. BuiltInRules.Packs(), .. own.Select(RulePackParser.Parse)];
        }
        catch (RulePackException cause)
        {
            throw Errors.BadRules(cause);
        }
    }

    private static RuleSet Compile(IReadOnlyList<RulePack> packs)
    {
        try
        {
            return RuleCompiler.Compile(packs);
        }
        catch (RulePackException cause)
        {
            throw Errors.BadRules(cause);
        }
    }

    private static RuleSource Read(string file)
    {
        try
        {
            return new RuleSource(file.Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw Errors.CannotRead(file, cause);
        }
    }

    private static IEnumerable<Rule> Rules(IReadOnlyList<RulePack> packs) => packs.SelectMany(p => p.Rules);

    private static string Category(Rule rule) => rule.Traits.Cue == StatusCue.None ? rule.Traits.Category.Id() : "status";

    private static string Words(RuleTraits traits)
    {
        (bool Is, string Word)[] words =
        [
            (traits.Weak, "weak"), (traits.Names, "names"), (traits.Heads, "heads"), (traits.Cut, "cut"), (traits.Whole, "whole"), (traits.Rest, "rest"), (traits.Ends, "end"),
        ];
        return string.Concat(words.Where(w => w.Is).Select(w => $", {w.Word}"));
    }

    private static int Print(Action<TextWriter> write, int exitCode = ExitCode.Done)
    {
        using Stream output = StandardStreams.OpenOutput();
        using StreamWriter writer = new(output) { NewLine = "\n" };
        write(writer);
        return exitCode;
    }
}
