using ArticleClean.Detecting.Phrases;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests.Detecting.Phrases;

/// <summary>What is asked before a template is tried may only pass over what would not match.</summary>
public sealed class FilterTests
{
    private static readonly string[] Examples = [.. BuiltInRules.Packs().SelectMany(p => p.Rules).SelectMany(r => r.Examples).Select(e => e.Text)];

    [Fact]
    public void No_filter_passes_over_a_match() => Prop.ForAll(Gen.Elements(Examples).Two().ToArbitrary(), pair =>
    {
        Segmented document = Read(pair.Item1 + " " + pair.Item2 + "\n" + pair.Item1);
        TokenSigns signs = new(BuiltInRules.Set);
        signs.Reserve(document.Tokens.Count);
        foreach (Segment segment in document.Segments)
            CheckFilters(document, segment, signs);
    }).QuickCheckThrowOnFailure();

    private static void CheckFilters(Segmented document, Segment segment, TokenSigns signs)
    {
        RuleSet set = BuiltInRules.Set;
        ReadOnlySpan<Token> tokens = document.Tokens.Slice(segment.FirstToken, segment.EndToken);
        signs.Read(document.Document.Text, tokens);
        TemplateMatcher matcher = new(set, document.Document.Text, tokens, signs);
        int before = 0;
        for (int t = 0; t < tokens.Length; t++)
        {
            int own = tokens[t].Kind == TokenKind.Punctuation ? 0 : 1;
            for (int symbol = tokens[t].Symbol; symbol != 0; symbol = set.Lexicon.Symbols[symbol].Shorter)
            {
                SymbolFacts facts = set.Lexicon.Symbols[symbol];
                for (int a = facts.FirstAnchor; a < facts.FirstAnchor + facts.AnchorCount; a++)
                {
                    Anchor anchor = set.Anchors[a];
                    CompiledTemplate template = set.Templates[anchor.Template];
                    if (!matcher.TryMatch(template, t, anchor.Lead, out int first, out int end))
                        continue;
                    CompiledRule rule = set.Rules[template.Rule];
                    Assert.True(anchor.CanReach(before, signs.Words - before - own), rule.Id);
                    Assert.True(anchor.CanStandIn(signs.All), rule.Id);
                    Assert.True(signs.Words >= anchor.LeastWords, rule.Id);
                    Assert.True(signs.Words <= anchor.MostWords || (rule.Traits.Whole && !PhraseDetector.Covers(tokens, first, end)), rule.Id);
                    Assert.True(template.CanMatch(signs.Present), rule.Id);
                    Assert.True((signs.From(first) & template.Start.Signs) != 0, rule.Id);
                }
            }

            before += own;
        }
    }

    [Fact]
    public void A_remembered_word_has_the_symbol_that_the_tables_say() => Prop.ForAll<NonEmptyString>(text =>
    {
        // Twice, so that the second time all are remembered; examples between them, so that some are forgotten.
        for (int round = 0; round < 2; round++)
        {
            Check(string.Concat(text.Get.Select(c => char.IsControl(c) ? ' ' : c)));
            Check(Examples[text.Get.Length % Examples.Length]);
        }
    }).QuickCheckThrowOnFailure();

    private static void Check(string text)
    {
        Lexicon lexicon = BuiltInRules.Set.Lexicon;
        Segmented document = Read(text);
        for (int t = 0; t < document.Tokens.Count; t++)
        {
            Token token = document.Tokens[t];
            if (token.Kind != TokenKind.Word || (token.Flags & TokenFlags.Unspaced) != 0)
                continue;
            string word = Folding.Fold(document.Document.Text.AsSpan(token.Start, token.Length));
            ulong[] prefixes = [0, .. Enumerable.Range(1, Math.Min(word.Length, 32)).Select(length => Lexer.Hash(word.AsSpan(0, length)))];
            Assert.Equal(lexicon.Look(Lexer.Hash(word), prefixes), token.Symbol);
        }
    }

    private static Segmented Read(string text) => Segmenter.Segment(
        DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(text), new SourceHints { Encoding = "utf-8", Format = DocumentFormat.Text }, 1 << 20), BuiltInRules.Set.Lexicon);
}
