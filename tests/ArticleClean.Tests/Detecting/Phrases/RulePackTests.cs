using ArticleClean.Detecting;
using ArticleClean.Detecting.Phrases;

namespace ArticleClean.Tests.Detecting.Phrases;

public sealed class RulePackTests
{
    private static IReadOnlyList<string> RulesThatHit(string pack, string text)
    {
        RuleSet set = RuleCompiler.Compile([RulePackParser.Parse(new RuleSource("en.rules", pack))]);
        return [.. RuleTester.Hits(new PhraseDetector(set, new RulesOff([])), set, text).Select(f => f.Rule)];
    }

    private static Finding TheHit(string pack, string text)
    {
        RuleSet set = RuleCompiler.Compile([RulePackParser.Parse(new RuleSource("en.rules", pack))]);
        return Assert.Single(RuleTester.Hits(new PhraseDetector(set, new RulesOff([])), set, text));
    }

    private static bool Hit(string template, string text) => RulesThatHit("@stop = of | the\n[paywall.x]\n" + template + "\n", text).Count == 1;

    [Fact]
    public void Every_example_of_the_built_in_rules_holds()
    {
        IReadOnlyList<RuleFailure> failures = RuleTester.Test(BuiltInRules.Set, BuiltInRules.Packs());
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    [Fact]
    public void The_packed_rules_equal_their_text() =>
        Assert.Equal(PackedRules.Write(RuleCompiler.Compile(BuiltInRules.Packs())), PackedRules.Write(BuiltInRules.Set));

    [Theory]
    [InlineData("subscribe now", "Please SUBSCRIBE now!", true)]
    [InlineData("subscribe now", "Subscribe, now", true)]
    [InlineData("subscribe now", "subscribers nowhere", false)]
    [InlineData("abonn* jetzt", "Abonnieren Sie jetzt", false)]
    [InlineData("abonn* [*1] jetzt", "Abonnieren Sie jetzt", true)]
    [InlineData("you've {hit|reached} your limit", "You’ve reached your limit", true)]
    [InlineData("read [the] full {story|news article}", "Read full news article", true)]
    [InlineData("read [the] full {story|news article}", "Read the full book", false)]
    [InlineData("^ read more $", "» Read more →", true)]
    [InlineData("^ read more $", "Read more books", false)]
    [InlineData("limit [*2] month", "limit of free. month", false)]
    [InlineData("limit [*2] month", "limit of this month", true)]
    [InlineData("join for {price}", "Join for £1,200", true)]
    [InlineData("join for {price}", "Join for 12,99 € today", true)]
    [InlineData("join for {price}", "Join for 12 days", false)]
    [InlineData("edited by {outlet} staff", "Edited by the Daily Harbour Gazette staff", false)]
    [InlineData("edited by the {outlet} staff", "Edited by the Gazette of the North staff", true)]
    [InlineData("photo \\:", "Photo: A boat", true)]
    [InlineData("photo \\:", "Photo of a boat", false)]
    [InlineData("订阅 后 [*2] 阅读", "请订阅后可阅读全文", true)]
    [InlineData("subskrybuj zolw", "Subskrybuj żółw", true)]
    [InlineData("подпис* на рассылку", "Подпишитесь на рассылку", false)]
    [InlineData("подпи* на рассылку", "Подпишитесь на рассылку", true)]
    public void A_template_hits_what_it_says(string template, string text, bool hit) => Assert.Equal(hit, Hit(template, text));

    [Fact]
    public void A_list_serves_in_braces_with_its_later_lines()
    {
        const string Pack = "@story = story | news item\n@story = piece\n[paywall.x]\nunlock this {story}\n";
        Assert.Single(RulesThatHit(Pack, "Unlock this news item"));
        Assert.Single(RulesThatHit(Pack, "Unlock this piece"));
        Assert.Empty(RulesThatHit(Pack, "Unlock this door"));
    }

    [Fact]
    public void The_evidence_is_the_match_and_with_rest_all_that_follows()
    {
        Assert.Equal(new TextSpan(4, 9), TheHit("[related.x]\nalso read\n", "See also read: A title").Evidence);
        Assert.Equal(new TextSpan(4, 18), TheHit("[related.x rest]\nalso read\n", "See also read: A title").Evidence);
    }

    [Fact]
    public void A_gap_at_the_end_takes_what_it_may()
    {
        Assert.Equal(new TextSpan(0, 16), TheHit("[paywall.x]\nread on [*2]\n", "Read on with our plan today").Evidence);
        Assert.Equal(new TextSpan(0, 14), TheHit("[paywall.x]\nread on [*9]\n", "Read on, today. Or not").Evidence);
    }

    [Theory]
    [InlineData("By Ana de la Cruz", true)]
    [InlineData("By Piet van der Berg", true)]
    [InlineData("By Ana near Cruz", false)]
    public void A_name_may_hold_small_words(string text, bool hit) =>
        Assert.Equal(hit, RulesThatHit("@particle = de | la | van | der\n[byline.x]\n^ by {person} $\n", text).Count == 1);

    [Theory]
    [InlineData("Source: PA", true)]
    [InlineData("Source: dpa", true)]
    [InlineData("Source: på", false)]
    public void An_agency_stands_in_capitals_when_the_packs_write_it_so_alone(string text, bool hit) =>
        Assert.Equal(hit, RulesThatHit("@agency = PA | dpa\n[syndication.x]\n^ source {agency} $\n", text).Count == 1);

    [Fact]
    public void A_whole_rule_counts_only_when_it_covers_the_segment()
    {
        const string Pack = "[navigation.x whole]\nread more\n";
        Assert.Single(RulesThatHit(Pack, "Read more »"));
        Assert.Empty(RulesThatHit(Pack, "Children should read more books, doctors say"));
    }

    [Theory]
    [InlineData("[nonsense.x]\na\n", "en.rules(1)")]
    [InlineData("\n[paywall.x]\nread {a|b\n", "en.rules(3)")]
    [InlineData("[paywall.x]\nread [*40] more\n", "en.rules(2)")]
    [InlineData("[paywall.x strange]\nread\n", "en.rules(1)")]
    [InlineData("read more\n", "en.rules(1)")]
    [InlineData("[paywall.x]\n[read] {price}\n", "en.rules(2)")]
    [InlineData("[paywall.x]\n{unknown}\n", "en.rules(2)")]
    [InlineData("[paywall.x]\na\n[paywall.x]\nb\n", "en.rules(3)")]
    [InlineData("[paywall.x]\n/(a)\\1/\n", "en.rules(2)")]
    [InlineData("[paywall.x]\n[paywall.y]\nb\n", "en.rules(1)")]
    public void A_mistake_is_named_with_file_and_line(string pack, string place)
    {
        RulePackException error = Assert.Throws<RulePackException>(() => RulesThatHit(pack, "text"));
        Assert.StartsWith(place, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_regular_expression_serves_in_own_rules() =>
        Assert.Equal(new TextSpan(2, 5), TheHit("[other.x]\n/ID-\\d\\d/\n", "a ID-42 b").Evidence);

    [Fact]
    public void Rules_are_switched_off_by_id_or_beginning()
    {
        RuleSet set = RuleCompiler.Compile([RulePackParser.Parse(new RuleSource("en.rules", "[paywall.x]\nsubscribe\n"))]);
        Assert.Empty(RuleTester.Hits(new PhraseDetector(set, new RulesOff(["en/paywall.*"])), set, "Subscribe"));
        Assert.Empty(RuleTester.Hits(new PhraseDetector(set, new RulesOff(["en/paywall.x"])), set, "Subscribe"));
        Assert.Single(RuleTester.Hits(new PhraseDetector(set, new RulesOff(["en/paywall.y"])), set, "Subscribe"));
    }

    [Fact]
    public void Rules_of_the_engines_are_switched_off_as_well()
    {
        const string Text = "Harbour bridge to stay closed until spring\nPublished: 12 January 2024, 9:40 am\n"
            + "The swing bridge will stay closed to cars until at least April, the port authority said on Friday, after divers found a crack.\n";

        string[] all = Rules([]), without = Rules(["structure/*"]);

        Assert.Contains("structure/timestamp", all);
        Assert.DoesNotContain(without, rule => rule.StartsWith("structure/", StringComparison.Ordinal));
        Assert.Contains("en/timestamp.published", without);

        static string[] Rules(string[] off) =>
            [.. new ArticleCleaner(new CleanOptions { RulesOff = off }).Clean(Text).Removed.SelectMany(r => r.Because).Select(reason => reason.Rule)];
    }
}
