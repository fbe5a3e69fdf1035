using ArticleClean.Segmenting;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests.Segmenting;

/// <summary>Words that are read sixteen characters at once, against the same read one by one.</summary>
public sealed class AsciiLettersTests
{
    private static readonly Gen<char> Characters = Gen.Elements("abzABZ09 .@'’éßſK\u0161\u4161\uFF21\0".ToCharArray());

    [Fact]
    public void A_run_of_letters_is_what_its_characters_say() => Prop.ForAll(Characters.ArrayOf().ToArbitrary(), characters =>
    {
        string text = new string(characters) + new string(' ', 16);
        for (int start = 0; start <= characters.Length; start++)
        {
            int length = 0;
            while (char.IsAsciiLetter(text[start + length]))
                length++;
            bool isRead = AsciiLetters.TryRead(text, start, out AsciiLetters letters);
            Assert.Equal(length is > 0 and <= RecentWords.MostLetters, isRead);
            if (!isRead)
                continue;
            string word = text.Substring(start, length);
            Assert.Equal(word.ToLowerInvariant(), Spelled(letters));
            Assert.Equal(length, letters.Length);
            Assert.Equal(char.IsAsciiLetterUpper(word[0]), letters.Title == 1);
            Assert.Equal(length > 1 && word.All(char.IsAsciiLetterUpper), letters.Caps == 1);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_token_has_the_hash_of_its_word_however_often_the_word_was_read() => Prop.ForAll(Characters.ArrayOf().ToArbitrary(), characters =>
    {
        string text = string.Concat(Enumerable.Repeat(new string(characters) + " ", 3)) + new string(' ', 16);
        TokenList tokens = Lexer.Tokenize(text);
        for (int t = 0; t < tokens.Count; t++)
        {
            if (tokens[t].Kind != TokenKind.Number) // whose separators do not count
                Assert.Equal(Lexer.Hash(Folding.Fold(text.AsSpan(tokens[t].Start, tokens[t].Length))), tokens[t].Fold);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_of_a_set_is_found_behind_any_number_of_others() => Prop.ForAll(Characters.ArrayOf().ToArbitrary(), characters =>
        Assert.Equal(characters.AsSpan().IndexOfAny("A.’\uFF21"), new CharSet("A.’\uFF21").IndexIn(characters))).QuickCheckThrowOnFailure();

    private static string Spelled(AsciiLetters letters)
    {
        Span<char> word = stackalloc char[letters.Length];
        for (int i = 0; i < word.Length; i++)
            word[i] = (char)((i < 8 ? letters.Head >> (8 * i) : letters.Tail >> (8 * (i - 8))) & 0xFF);
        return new string(word);
    }
}
