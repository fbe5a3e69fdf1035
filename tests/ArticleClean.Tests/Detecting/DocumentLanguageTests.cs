namespace ArticleClean.Tests.Detecting;

public class DocumentLanguageTests
{
    private static readonly ArticleCleaner Cleaner = new();

    [Theory]
    [InlineData("The mayor said that the bridge would be closed for a week, and that it was not safe.", "en")]
    [InlineData("市议会周一表示，这座桥将关闭一周。", "zh")]
    [InlineData("市議会は月曜日、橋を一週間閉鎖すると発表した。", "ja")]
    [InlineData("시의회는 월요일 다리를 일주일 동안 폐쇄한다고 밝혔다.", "ko")]
    [InlineData("สภาเมืองกล่าวว่าสะพานจะปิดหนึ่งสัปดาห์", "th")]
    [InlineData("4 - 2 - 7", null)]
    [InlineData("", null)]
    public void Function_words_or_the_script_tell_the_language(string text, string? language) =>
        Assert.Equal(language, Cleaner.Clean(text).Language);
}
