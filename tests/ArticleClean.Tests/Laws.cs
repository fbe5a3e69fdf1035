using ArticleClean.Deciding;
using ArticleClean.Reading;
using ArticleClean.Tests.Reading;
using ArticleClean.Tests.Writing;
using ArticleClean.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests;

/// <summary>What holds of every document and every decision, whatever the rules say.</summary>
public class Laws
{
    private static readonly ArticleCleaner Cleaner = new();

    private static void HoldsForAll(Action<GeneratedDocument> law) => Prop.ForAll(
        GeneratedDocument.Any,
        document =>
        {
            law(document);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static CleanResult Write(GeneratedDocument generated) => ResultWriter.Write(generated.Decide(), CleanOptions.Default);

    [Fact]
    public void Putting_the_removed_segments_back_gives_the_original() => HoldsForAll(document => Write(document).ShouldRestore());

    [Fact]
    public void Removals_and_edits_are_disjoint_in_order_and_inside_the_file() => HoldsForAll(document => Write(document).ShouldAccount());

    [Fact]
    public void The_body_decodes_to_its_text_and_holds_nothing_that_does_not_decode() => HoldsForAll(document =>
    {
        CleanResult result = Write(document);
        SourceText source = result.Document.Source;
        DecodedText body = TextDecoder.Decode(result.Body, SourceCodec.Of(source.Encoding, source.EncodingName), source.BomLength);
        Assert.Equal(result.Text, body.Text);
        Assert.Empty(body.Source.Undecodable);
        Assert.DoesNotContain('\0', result.Text);
    });

    [Fact]
    public void Layout_is_white_space_and_nothing_else_is_left_out_unnamed() => HoldsForAll(document =>
    {
        CleanResult result = Write(document);
        Assert.All(result.Edits.Where(e => e.Kind == EditKind.Layout), edit =>
        {
            Assert.True(string.IsNullOrWhiteSpace(edit.Original));
            Assert.True(edit.Replacement is "" or " ");
        });
    });

    [Fact]
    public void Every_removed_segment_is_in_an_entry_of_its_category_and_no_kept_one_is() => HoldsForAll(document =>
    {
        Decision decision = document.Decide();
        CleanResult result = ResultWriter.Write(decision, CleanOptions.Default);
        SourceCursor cursor = result.Document.Source.CursorOver(result.Document.Text);
        for (int i = 0; i < decision.Verdicts.Length; i++)
        {
            TextSpan span = decision.Document.Segments[i].Span;
            (int start, int end) = (cursor.ByteAt(span.Start), cursor.ByteAt(span.End));
            Removal? holder = result.Removed.FirstOrDefault(r => r.Start <= start && r.End >= end && r.Category == decision.Verdicts[i].Category);
            Assert.Equal(decision.Verdicts[i].Fate == Fate.Remove, holder is not null);
        }
    });

    [Fact]
    public void Lines_and_columns_are_those_of_a_plain_count() => HoldsForAll(document =>
    {
        CleanResult result = Write(document);
        string text = result.Document.Text;
        SourceCursor cursor = result.Document.Source.CursorOver(text);
        Dictionary<int, int> offsets = [];
        for (int i = text.Length; i >= 0; i--)
            offsets[cursor.ByteAt(i)] = i;
        foreach (Removal removal in result.Removed)
        {
            string before = text[..offsets[(int)removal.Start]].Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            Assert.Equal(before.Count(c => c == '\n') + 1, removal.Line);
            Assert.Equal(before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1, removal.Column);
        }
    });

    [Fact]
    public void Every_sidecar_fits_the_schema()
    {
        List<byte[]> sidecars = [];
        HoldsForAll(document => sidecars.Add(Sidecar.Of(Write(document), CleanResultAssertions.Tool, "a", "b").ToJson()));
        SidecarSchema.Validate(sidecars);
    }

    [Fact]
    public void Cleaning_restores_and_is_the_same_on_every_thread() => HoldsForAll(document =>
    {
        SourceHints hints = new() { Encoding = document.Encoding, Format = DocumentFormat.Text };
        CleanResult result = Cleaner.Clean(document.Bytes, hints);
        result.ShouldRestore();
        result.ShouldAccount();
        byte[] sidecar = Sidecar.Of(result, CleanResultAssertions.Tool, "a", "b").ToJson();
        Parallel.For(0, 4, _ =>
        {
            CleanResult again = Cleaner.Clean(document.Bytes, hints);
            Assert.Equal(sidecar, Sidecar.Of(again, CleanResultAssertions.Tool, "a", "b").ToJson());
        });
    });

    [Fact]
    public void Body_and_removals_of_a_page_together_are_its_visible_text() => HoldsForAll(document =>
    {
        Decision decision = document.DecideAsPage();
        CleanResult result = ResultWriter.Write(decision, CleanOptions.Default);
        Assert.Equal(HtmlReference.Letters(result.Document.Text), HtmlReference.Letters(result.Merged()));
        Assert.Empty(result.Edits);
        Assert.True(result.Text.Length == 0 || result.Text[^1] == '\n');
    });
}
