using ArticleClean;
using ArticleClean.Detecting;
using ArticleClean.Detecting.LineModel;
using ArticleClean.Detecting.Phrases;

// articleclean-pack RULES-FOLDER OUTPUT-FOLDER
try
{
    RulePack[] packs =
    [
        .. Directory.EnumerateFiles(args[0], "*.rules").Order(StringComparer.Ordinal)
            .Select(file => RulePackParser.Parse(new RuleSource(Path.GetFileName(file), File.ReadAllText(file)))),
    ];
    Directory.CreateDirectory(args[1]);
    File.WriteAllBytes(Path.Combine(args[1], "rules.bin"), PackedResource.Seal(PackedRules.Write(RuleCompiler.Compile(packs))));
    SegmentModel model = ModelText.Parse(name => File.ReadAllText(Path.Combine(args[0], name)));
    File.WriteAllBytes(Path.Combine(args[1], "model.bin"), PackedResource.Seal(PackedModel.Write(model)));
    return 0;
}
catch (RulePackException e)
{
    // The form that a build shows as an error at the file and line.
    Console.Error.WriteLine(e.Message.Replace("): ", "): error AC0001: ", StringComparison.Ordinal));
    return 1;
}
