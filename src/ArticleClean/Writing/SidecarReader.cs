using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using ArticleClean.Reading;

namespace ArticleClean.Writing;

/// <summary>JSON to sidecars; unknown fields are passed over, and what is missing or of the wrong kind is named by its path.</summary>
internal static class SidecarReader
{
    public static Sidecar Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(new JsonField("$", document.RootElement));
        }
        catch (JsonException error)
        {
            throw new SidecarException($"The sidecar is no JSON: {error.Message}", error);
        }
    }

    /// <summary>Reads an array of removals, as it stands in sidecars and records.</summary>
    public static ImmutableArray<Removal> ReadRemoved(JsonField array) => array.Items(static item =>
    {
        string category = item.Get("category").String();
        string? flag = item.Find("flag")?.String();
        Category known = default;
        if (category != SidecarWriter.NoteCategory && !CategoryIds.TryParse(category, out known))
            throw item.Get("category").Wrong("a category");
        return new Removal(
            known, item.Get("start").Number(), item.Get("end").Number(), (int)item.Get("line").Number(), (int)item.Get("column").Number(),
            item.Get("at").Number(), item.Get("text").String())
        {
            Bytes = item.Find("bytes")?.Base64() ?? default,
            Confidence = item.Find("confidence")?.Thousandths() ?? 0,
            Flag = flag,
            Because = item.Find("because")?.Items(static reason => new Reason(
                reason.Get("rule").String(), reason.Find("evidence")?.String(), (int)(reason.Find("weight")?.Number() ?? 0))) ?? [],
        };
    });

    /// <summary>Reads an array of edits, as it stands in sidecars and records.</summary>
    public static ImmutableArray<Edit> ReadEdits(JsonField array) => array.Items(static item => new Edit(
        item.Get("category").String() == SidecarWriter.LayoutCategory ? EditKind.Layout : EditKind.Artifact,
        item.Get("start").Number(), item.Get("end").Number(), item.Get("at").Number(),
        item.Get("original").String(), item.Get("replacement").String())
    {
        Bytes = item.Find("bytes")?.Base64() ?? default,
    });

    private static Sidecar Read(JsonField root)
    {
        long version = root.Get("version").Number();
        if (version != Sidecar.FormatVersion)
            throw new SidecarException($"The sidecar is of version {version.ToString(CultureInfo.InvariantCulture)}; this program reads version {Sidecar.FormatVersion.ToString(CultureInfo.InvariantCulture)}.");
        JsonField tool = root.Get("tool"), source = root.Get("source"), body = root.Get("body");
        return new Sidecar
        {
            Tool = new ToolInfo(
                tool.Get("name").String(), tool.Get("version").String(), tool.Get("rules").String(), tool.Get("model").String(), tool.Get("options").String()),
            Source = new SidecarSource(
                source.Get("path").String(), source.Get("sha256").String(), source.Get("bytes").Number(), source.Get("encoding").String(),
                source.Get("format").String() == "html" ? DocumentFormat.Html : DocumentFormat.Text, source.Find("language")?.String()),
            Body = new SidecarBody(body.Get("path").String(), body.Get("sha256").String(), body.Get("bytes").Number()),
            Status = ReadStatus(root.Get("status")),
            Metadata = ReadMetadata(root.Get("metadata")),
            Removed = ReadRemoved(root.Get("removed")),
            Flagged = root.Find("flagged") is { } flagged ? ReadRemoved(flagged) : [],
            Edits = ReadEdits(root.Get("edits")),
            Statistics = root.Find("stats") is { } stats ? ReadStatistics(stats) : new CleanStatistics(0, 0, ImmutableSortedDictionary<string, int>.Empty),
        };
    }

    private static DocumentStatus ReadStatus(JsonField status)
    {
        if (!StatusIds.TryParse(status.Get("value").String(), out StatusValue value))
            throw status.Get("value").Wrong("a status");
        NotArticleKind? kind = null;
        if (status.Find("kind") is { } field)
            kind = StatusIds.TryParse(field.String(), out NotArticleKind known) ? known : throw field.Wrong("a kind");
        return new DocumentStatus(
            value, kind, status.Find("confidence")?.Thousandths() ?? 0, status.Find("reasons")?.Items(static reason => reason.String()) ?? []);
    }

    private static ArticleMetadata ReadMetadata(JsonField metadata) => new()
    {
        Headline = metadata.Find("headline")?.String(),
        Byline = metadata.Find("byline")?.String(),
        Published = metadata.Find("published")?.String(),
        Agency = metadata.Find("agency")?.Items(static agency => agency.String()) ?? [],
        From = metadata.Find("from")?.Fields(static origin => origin.String()) ?? ImmutableSortedDictionary<string, string>.Empty,
    };

    private static CleanStatistics ReadStatistics(JsonField stats) => new(
        (int)stats.Get("words").Number(), (int)stats.Get("wordsRemoved").Number(), stats.Get("byCategory").Fields(static count => (int)count.Number()));
}
