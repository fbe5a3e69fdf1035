using ArticleClean.Segmenting;

namespace ArticleClean.Tests.Segmenting;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("\u095E\u093F\u0932", "\u092B\u093C\u093F\u0932")]
    [InlineData("\u0959\u092C\u0930", "\u0916\u092C\u0930")]
    [InlineData("\u09AA\u09DC\u09C1\u09A8", "\u09AA\u09A1\u09BC\u09C1\u09A8")]
    [InlineData("\u0938\u092E\u09DF", "\u0938\u092E\u09AF")]
    public void A_letter_with_its_nukta_in_one_folds_like_letter_and_nukta(string composed, string decomposed) =>
        Assert.Equal(Folding.Fold(decomposed), Folding.Fold(composed));
}
