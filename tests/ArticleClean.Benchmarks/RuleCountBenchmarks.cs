using System.Text;
using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using BenchmarkDotNet.Attributes;

namespace ArticleClean.Benchmarks;

/// <summary>What the phrase engine costs with 100 rules and with 10,000: the same, but for what more rules hit.</summary>
public class RuleCountBenchmarks
{
    private readonly List<Segmented> _documents = [];
    private PhraseDetector? _detector;

    /// <summary>Rules in the pack.</summary>
    [Params(100, 10_000)]
    public int Rules { get; set; }

    /// <summary>Makes a pack of rules that share function words and differ in the others, and documents of which one line in nine hits one.</summary>
    [GlobalSetup]
    public void Make()
    {
        StringBuilder pack = new("@stop = the | to | of | a | that | for | by | on\n");
        for (int i = 0; i < Rules; i++)
            pack.Append("[newsletter.made-").Append(i).Append("]\n{sign up|subscribe} [*2] to the ").Append(Word(i)).Append(" letter\n");
        RuleSet rules = RuleCompiler.Compile([RulePackParser.Parse(new RuleSource("en.rules", pack.ToString()))]);
        _detector = new PhraseDetector(rules, new RulesOff([]));
        _documents.Clear();
        for (int seed = 0; seed < 50; seed++)
        {
            string text = MadeText.Article(seed) + "\nSubscribe now to the " + Word(seed) + " letter\n";
            _documents.Add(Segmenter.Segment(DocumentReader.Read(Encoding.UTF8.GetBytes(text), new SourceHints { Format = DocumentFormat.Text }, long.MaxValue), rules.Lexicon));
        }
    }

    [Benchmark]
    public int Detect()
    {
        List<Finding> findings = [];
        foreach (Segmented document in _documents)
            _detector!.Detect(document, findings);
        return findings.Count;
    }

    /// <summary>A word for a number, in letters.</summary>
    private static string Word(int number)
    {
        StringBuilder word = new("w");
        for (int rest = number; ; rest /= 26)
        {
            word.Append((char)('a' + (rest % 26)));
            if (rest < 26)
                return word.Append('x').ToString();
        }
    }
}
