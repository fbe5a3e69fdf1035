using ArticleClean.Reading;

namespace ArticleClean.Tests.Writing;

public class LayoutTests
{
    [Theory]
    [InlineData("One.\n«Menu»\nTwo.\n", "One.\nTwo.\n")]
    [InlineData("One.\n\n«Menu»\nTwo.\n", "One.\n\nTwo.\n")]
    [InlineData("One.\n«Menu»\n\n\nTwo.\n", "One.\n\n\nTwo.\n")]
    [InlineData("One.\n\n«Menu»\n\nTwo.\n", "One.\n\nTwo.\n")]
    [InlineData("One.\n«Menu»\n\n\n‹More›\nTwo.\n", "One.\nTwo.\n")]
    [InlineData("One.\r\n«Menu»\r\n\r\nTwo.\r\n", "One.\r\n\r\nTwo.\r\n")]
    [InlineData("One.\r«Menu»\r\rTwo.\r", "One.\r\rTwo.\r")]
    public void Between_kept_neighbours_stays_the_longer_run_of_line_ends(string marked, string body) =>
        Assert.Equal(body, MarkedText.BodyOf(marked));

    [Theory]
    [InlineData("«Menu»\n\nOne.\n", "One.\n")]
    [InlineData("\n\n  «Menu»\n\nOne.\n", "One.\n")]
    [InlineData("«Menu» One.\n", "One.\n")]
    public void At_the_head_stays_nothing(string marked, string body) => Assert.Equal(body, MarkedText.BodyOf(marked));

    [Theory]
    [InlineData("One.\n«Menu»\n", "One.\n")]
    [InlineData("One.\n\n\n«Menu»\n\n", "One.\n")]
    [InlineData("One.\n«Menu»", "One.\n")]
    [InlineData("One.\r\n«Menu»\n", "One.\r\n")]
    [InlineData("One. «Menu»\n", "One.\n")]
    [InlineData("One. «Menu»\r\n‹More›\n", "One.\r\n")]
    [InlineData("One. «Menu»", "One.")]
    [InlineData("One.  \n«Menu»\n", "One.  \n")]
    public void At_the_tail_stays_the_line_end_of_the_last_kept_line(string marked, string body) =>
        Assert.Equal(body, MarkedText.BodyOf(marked));

    [Theory]
    [InlineData("One. «Menu» Two.\n", "One. Two.\n")]
    [InlineData("One.   «Menu»\tTwo.\n", "One. Two.\n")]
    [InlineData("One.«Menu» Two.\n", "One. Two.\n")]
    [InlineData("One «Menu», and two.\n", "One, and two.\n")]
    [InlineData("One («Menu» two).\n", "One (two).\n")]
    [InlineData("一。 «菜单» 二。\n", "一。二。\n")]
    [InlineData("one«Menu»two\n", "one two\n")]
    [InlineData("One.«Menu»Two.\n", "One.Two.\n")]
    [InlineData("One. «Menu» ‹More› Two.\n", "One. Two.\n")]
    public void Inside_a_line_one_blank_stays_if_both_sides_need_it(string marked, string body) =>
        Assert.Equal(body, MarkedText.BodyOf(marked));

    [Theory]
    [InlineData("One. «Menu»\nTwo.\n", "One.\nTwo.\n")]
    [InlineData("One.\n«Menu» Two.\n", "One.\nTwo.\n")]
    [InlineData("One. «Menu»\n\n‹More› Two.\n", "One.\n\nTwo.\n")]
    public void A_removal_at_the_edge_of_a_line_takes_its_blank_along(string marked, string body) =>
        Assert.Equal(body, MarkedText.BodyOf(marked));

    [Theory]
    [InlineData("  One.\n  «Menu»\n  Two.\n", "  One.\n  Two.\n")]
    [InlineData("  One.\n\n  «Menu»\n  Two.\n", "  One.\n\n  Two.\n")]
    [InlineData("  One.\n  «Menu»\n\n\tTwo.\n", "  One.\n\n\tTwo.\n")]
    [InlineData("  One.\n  «Menu» Two.\n", "  One.\n  Two.\n")]
    [InlineData("One.  \n«Menu»\nTwo.\n", "One.  \nTwo.\n")]
    public void Blanks_of_kept_lines_stay(string marked, string body) => Assert.Equal(body, MarkedText.BodyOf(marked));

    [Theory]
    [InlineData("\n\n One.\n\n\n\nTwo.  \n\n")]
    [InlineData("One.\r\rTwo.\n\r\n")]
    [InlineData("One.\u0085Two.\u2028\u000BThree.")]
    public void Runs_that_touch_no_removal_stay(string text) => Assert.Equal(text, MarkedText.BodyOf(text));

    [Theory]
    [InlineData("«Menu»")]
    [InlineData("\n «Menu» ‹More›\n\n«Menu»\n")]
    [InlineData("")]
    [InlineData(" \r\n\t\n")]
    public void Nothing_kept_leaves_an_empty_body(string marked) => Assert.Equal("", MarkedText.BodyOf(marked));

    [Fact]
    public void NEL_and_line_separator_end_no_line() =>
        Assert.Equal("One.\u0085Two.\n", MarkedText.BodyOf("One.\u0085«Menu»\u2028Two.\n"));

    [Fact]
    public void Adjacent_segments_of_one_category_and_one_line_are_one_entry()
    {
        CleanResult result = MarkedText.Write("One.\n«Home.» «Sport.» ‹More.›\n«Print»\nTwo.\n");
        Assert.Equal(["Home. Sport.", "More.", "Print"], result.Removed.Select(r => r.Text));
        Assert.Equal([2, 2, 3], result.Removed.Select(r => r.Line));
        Assert.Equal([1, 14, 1], result.Removed.Select(r => r.Column));
        Assert.Equal(5, result.Removed[0].At);
        Assert.Equal(new Reason("test/navigation", "seen", 3000), Assert.Single(result.Removed[0].Because));
    }

    [Fact]
    public void Columns_count_code_points()
    {
        Removal removal = Assert.Single(MarkedText.Write("Größe 🙂🙂 «Menu»\n").Removed);
        Assert.Equal(10, removal.Column);
        Assert.Equal("Größe 🙂🙂 ".Length + 2 + 4, removal.Start);
    }

    [Fact]
    public void Flagged_segments_stay_and_are_listed_at_their_place_in_the_body()
    {
        CleanResult result = MarkedText.Write("«Menu»\nOne. «Menu» ⟦Two. ⟧⟦Three.⟧\n");
        Assert.Equal("One. Two. Three.\n", result.Text);
        Removal flagged = Assert.Single(result.Flagged);
        Assert.Equal(("Two. Three.", 5L, 2, 11), (flagged.Text, flagged.At, flagged.Line, flagged.Column));
        Assert.Equal(Removal.FlaggedByAction, flagged.Flag);
    }

    [Fact]
    public void A_leftover_that_is_replaced_by_nothing_is_an_artifact_among_the_removed()
    {
        CleanResult result = MarkedText.Write("One <br/> two.\n", null, new InlineEditAt("One <br/> two.\n", "<br/>", "").Edit);
        Assert.Equal("One two.\n", result.Text);
        Removal removal = Assert.Single(result.Removed);
        Assert.Equal((Category.Artifact, "<br/>"), (removal.Category, removal.Text));
        result.ShouldRestore();
    }

    [Fact]
    public void A_tag_inside_a_word_goes_without_a_trace()
    {
        const string Text = "bold</b>ness\n";
        Assert.Equal("boldness\n", MarkedText.BodyOf(Text, new InlineEditAt(Text, "</b>", "").Edit));
    }

    [Fact]
    public void A_leftover_that_is_replaced_is_an_edit()
    {
        const string Text = "One&amp;two.\n«Menu»\n";
        CleanResult result = MarkedText.Write(Text, null, new InlineEditAt(Text, "&amp;", "&").Edit);
        Assert.Equal("One&two.\n", result.Text);
        Edit edit = Assert.Single(result.Edits, e => e.Kind == EditKind.Artifact);
        Assert.Equal(("&amp;", "&", 3L, 8L, 3L), (edit.Original, edit.Replacement, edit.Start, edit.End, edit.At));
        result.ShouldRestore();
    }

    [Fact]
    public void A_leftover_inside_a_removed_segment_is_not_listed()
    {
        CleanResult result = MarkedText.Write("One.\n«Menu&amp;more»\n", null, new InlineEditAt("One.\nMenu&amp;more\n", "&amp;", "").Edit);
        Assert.Equal("Menu&amp;more", Assert.Single(result.Removed).Text);
    }

    [Fact]
    public void A_replacement_that_the_encoding_cannot_say_is_not_made()
    {
        const string Text = "One&hellip;two.\n";
        CleanResult result = MarkedText.Write(Text, SourceCodec.Windows1252, new InlineEditAt(Text, "&hellip;", "字").Edit);
        Assert.Equal(Text, result.Text);
        Assert.Empty(result.Edits);
    }
}
