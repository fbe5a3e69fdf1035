using System.Text;
using System.Text.Json.Nodes;
using ArticleClean.Reading;
using ArticleClean.Writing;

namespace ArticleClean.Tests.Writing;

public class SidecarTests
{
    private const string Marked = "One – 🙂.\n\n«Menu»\n\nTwo. ⟦Three.⟧\n‹More›\n";

    private static Sidecar Example => Sidecar.Of(MarkedText.Write(Marked), CleanResultAssertions.Tool, "in/one.txt", "out/one.txt");

    private static byte[] Changed(Action<JsonNode> change)
    {
        JsonNode json = JsonNode.Parse(Example.ToJson())!;
        change(json);
        return Encoding.UTF8.GetBytes(json.ToJsonString());
    }

    private static string ErrorOf(byte[] json) => Assert.Throws<SidecarException>(() => Sidecar.Parse(json)).Message;

    [Fact]
    public void Equal_sidecars_give_equal_bytes_and_reading_gives_the_same_again()
    {
        byte[] json = Example.ToJson();
        Assert.Equal(json, Example.ToJson());
        Assert.Equal(json, Sidecar.Parse(json).ToJson());
    }

    [Fact]
    public void Text_stays_readable()
    {
        string json = Encoding.UTF8.GetString(Example.ToJson());
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', json);
        string odd = Encoding.UTF8.GetString(Sidecar.Of(
            MarkedText.Write("One.\n«“Größe” 🙂 <b> 'q' & \u0001\u2028.»\n"), CleanResultAssertions.Tool, "-", "-").ToJson());
        Assert.Contains("“Größe” 🙂 <b> 'q' & \\u0001\\u2028.", odd, StringComparison.Ordinal);
    }

    [Fact]
    public void Lone_surrogates_become_replacement_characters()
    {
        Sidecar sidecar = Example with { Source = Example.Source with { Path = "a\uD800b\uDC00\uD83D" } };
        Assert.Equal("a\uFFFDb\uFFFD\uFFFD", Sidecar.Parse(sidecar.ToJson()).Source.Path);
    }

    [Fact]
    public void The_fields_stand_in_the_documented_order()
    {
        JsonObject json = JsonNode.Parse(Example.ToJson())!.AsObject();
        Assert.Equal(
            ["version", "tool", "source", "body", "status", "metadata", "removed", "flagged", "edits", "stats"], json.Select(p => p.Key));
        Assert.Equal(
            ["category", "start", "end", "line", "column", "at", "text", "confidence", "because"], json["removed"]![0]!.AsObject().Select(p => p.Key));
        Assert.Equal(0.953m, json["removed"]![0]!["confidence"]!.GetValue<decimal>());
    }

    [Fact]
    public void Unknown_fields_are_passed_over()
    {
        byte[] json = Changed(j => (j["new"], j["source"]!["new"], j["removed"]![0]!["new"]) = (1, "x", new JsonArray()));
        Assert.Equal(Example.ToJson(), Sidecar.Parse(json).ToJson());
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        Assert.Contains("no JSON", ErrorOf("{"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("an object", ErrorOf("[]"u8.ToArray()), StringComparison.Ordinal);
        Assert.Contains("version 2", ErrorOf(Changed(j => j["version"] = 2)), StringComparison.Ordinal);
        Assert.Contains("$.source.sha256", ErrorOf(Changed(j => j["source"]!.AsObject().Remove("sha256"))), StringComparison.Ordinal);
        Assert.Contains("$.removed[1].at", ErrorOf(Changed(j => j["removed"]![1]!["at"] = "5")), StringComparison.Ordinal);
        Assert.Contains("$.removed[0].category", ErrorOf(Changed(j => j["removed"]![0]!["category"] = "spam")), StringComparison.Ordinal);
        Assert.Contains("$.edits", ErrorOf(Changed(j => j["edits"] = "none")), StringComparison.Ordinal);
        Assert.Contains("$.status.kind", ErrorOf(Changed(j => j["status"]!["kind"] = "wall")), StringComparison.Ordinal);
        byte[] lone = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Example.ToJson()).Replace("\"Menu\"", "\"\\uD800\"", StringComparison.Ordinal));
        Assert.Contains("lone surrogate", ErrorOf(lone), StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_does_not_match_is_refused()
    {
        CleanResult result = MarkedText.Write(Marked);
        byte[] body = result.Body.ToArray();
        body[0] ^= 1;
        Assert.Contains("body.sha256", Assert.Throws<SidecarException>(() => Restorer.Restore(body, Example)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sidecar_whose_removals_were_changed_is_refused()
    {
        byte[] body = MarkedText.Write(Marked).Body.ToArray();
        Sidecar wordChanged = Example with { Removed = Example.Removed.SetItem(0, Example.Removed[0] with { Text = "Mono" }) };
        Sidecar moved = Example with { Removed = Example.Removed.SetItem(0, Example.Removed[0] with { At = 1000 }) };
        Sidecar missing = Example with { Removed = Example.Removed.RemoveAt(1) };
        Assert.Contains("source.sha256", Assert.Throws<SidecarException>(() => Restorer.Restore(body, wordChanged)).Message, StringComparison.Ordinal);
        Assert.Contains("does not fit", Assert.Throws<SidecarException>(() => Restorer.Restore(body, moved)).Message, StringComparison.Ordinal);
        Assert.Throws<SidecarException>(() => Restorer.Restore(body, missing));
    }

    [Fact]
    public void A_page_is_not_restored_and_the_reason_is_given()
    {
        Sidecar page = Example with { Source = Example.Source with { Format = DocumentFormat.Html } };
        Assert.Contains("markup", Assert.Throws<SidecarException>(() => Restorer.Restore([], page)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_of_a_record_restores_from_its_removals_and_edits()
    {
        CleanResult result = MarkedText.Write(Marked);
        Assert.Equal(result.Document.Text, Restorer.RestoreText(result.Text, result.Removed, result.Edits));
        Assert.Throws<SidecarException>(() => Restorer.RestoreText("", result.Removed, result.Edits));
    }

    [Fact]
    public void The_schema_is_one_that_a_sidecar_can_fail()
    {
        SidecarSchema.Validate([Example.ToJson()]);
        Assert.NotEmpty(SidecarSchema.Complaints([Changed(j => j["removed"]![0]!["category"] = "spam")]));
        Assert.NotEmpty(SidecarSchema.Complaints([Changed(j => j["flagged"]![0]!.AsObject().Remove("flag"))]));
        Assert.NotEmpty(SidecarSchema.Complaints([Changed(j => j["source"]!["sha256"] = "0")]));
        Assert.NotEmpty(SidecarSchema.Complaints([Changed(j => j["removed"]![0]!["line"] = 0)]));
    }
}
