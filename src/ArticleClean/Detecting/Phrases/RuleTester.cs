using ArticleClean.Reading;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>An example that does not hold, with its place.</summary>
internal sealed record RuleFailure(string Rule, string File, int Line, string Problem)
{
    public override string ToString() => $"{File}({Line}): {Rule}: {Problem}";
}

/// <summary>Holds the rules against their own examples.</summary>
internal static class RuleTester
{
    /// <summary>What fails in the packs: an example that is not hit, one that is, a rule without an example of either kind.</summary>
    public static IReadOnlyList<RuleFailure> Test(RuleSet set, IReadOnlyList<RulePack> packs)
    {
        PhraseDetector detector = new(set, new RulesOff([]));
        List<RuleFailure> failures = [];
        foreach (Rule rule in packs.SelectMany(p => p.Rules))
        {
            foreach (RuleExample example in rule.Examples)
            {
                bool hit = Hits(detector, set, example.Text).Any(f => f.Rule == rule.Id);
                if (hit != example.Hits)
                    failures.Add(new RuleFailure(rule.Id, rule.Source.Name, example.Line, (hit ? "hits what it must not: " : "does not hit: ") + example.Text));
            }

            if (!rule.Examples.Any(e => e.Hits) || !rule.Examples.Any(e => !e.Hits))
                failures.Add(new RuleFailure(rule.Id, rule.Source.Name, rule.Line, "needs an example it must hit (+) and one it must not (-)"));
        }

        return failures;
    }

    /// <summary>What the rules find in a text taken as one segment.</summary>
    public static IReadOnlyList<Finding> Hits(PhraseDetector detector, RuleSet set, string text)
    {
        Segment[] segments = [new Segment(new TextSpan(0, text.Length), 0, 0, 0, -1)];
        TokenList tokens = Lexer.Tokenize(text, segments, set.Lexicon);
        Document document = new()
        {
            Name = "-", Text = text, Format = DocumentFormat.Text, Source = new SourceText(ReadOnlyMemory<byte>.Empty, SourceEncoding.Utf8, "utf-8", 0, []),
        };
        List<Finding> findings = [];
        detector.Detect(new Segmented(document, [new Line(new TextSpan(0, text.Length), 0)], segments, tokens), findings);
        return findings;
    }
}
