using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ArticleClean.Deciding;
using ArticleClean.Reading;
using ArticleClean.Segmenting;
using ArticleClean.Writing;
using FsCheck;
using FsCheck.Fluent;

namespace ArticleClean.Tests;

/// <summary>
/// A document as no corpus holds it: every line end and blank, NULs, characters outside the basic plane, lone surrogates,
/// bytes that do not decode, in every encoding; and a seed from which a decision on it is thrown.
/// </summary>
/// <param name="Bytes">The source.</param>
/// <param name="Encoding">The name to read it by, null for detection.</param>
/// <param name="Seed">Of the random fates.</param>
internal sealed record GeneratedDocument(byte[] Bytes, string? Encoding, int Seed)
{
    private static readonly string[] Fragments =
    [
        "The council met", " on Monday", ".", " ", " ", "  ", "\t", "\n", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u0085", "\u2028", "\u000B",
        "\u00A0", "Subscribe now for full access.", "Read more", "Share", "© 2024 Gazette", "“Yes,” she said", "été", "字。新聞", "テスト", "ข่าว",
        "🙂", "👩‍👩‍👧", "e\u0301", "שלום", "नमस्ते", "€ 5", "&amp;", "<br/>", "{{name}}", "\uFEFF", "\uFFFD", "\u200B", "x", "One.Two", "(", ")", ",",
    ];

    private static readonly string[] PlainFragments = [.. Fragments.Where(f => f.All(char.IsAscii))];

    /// <summary>Documents of up to some hundred characters, a few thousand at most.</summary>
    public static Arbitrary<GeneratedDocument> Any { get; } = (
        from kind in Gen.Choose(0, 9)
        from seed in Gen.Choose(0, int.MaxValue)
        from length in Gen.Frequency((1, Gen.Choose(0, 3)), (8, Gen.Choose(4, 60)), (1, Gen.Choose(200, 400)))
        from picks in Gen.ArrayOf(Gen.Choose(0, 1 << 20), length)
        select Of(kind, picks, seed)).ToArbitrary();

    public Decision Decide()
    {
        Document document = DocumentReader.Read(Bytes, new SourceHints { Format = DocumentFormat.Text, Encoding = Encoding, Name = "generated" }, Bytes.Length);
        return Decide(document, Lines(document.Text).Select(span => (span, -1)), withEdits: true);
    }

    /// <summary>The same text as blocks of a page.</summary>
    public Decision DecideAsPage()
    {
        Document document = Decide().Document.Document;
        string text = string.Join("\n\n", Lines(document.Text).Select(s => document.Text.Substring(s.Start, s.Length).Trim()).Where(s => s.Length > 0));
        TextSpan[] blocks = [.. Lines(text)];
        HtmlPage page = new(
            [new HtmlNode(-1, "html", "", new SourcePlace(0, 0, 1, 1))],
            [.. blocks.Select(span => new HtmlBlock(span, 0, 0, 0, []))],
            DeclaredMetadata.None);
        Document html = document with { Format = DocumentFormat.Html, Text = text, Html = page };
        return Decide(html, blocks.Select((span, block) => (span, block)), withEdits: true);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Encoding ?? "detected"}, seed {Seed}: {Convert.ToHexString(Bytes)}");

    private static GeneratedDocument Of(int kind, int[] picks, int seed)
    {
        Random random = new(seed);
        string text = string.Concat(picks.Select(pick => Fragments[pick % Fragments.Length]));
        return kind switch
        {
            0 => new GeneratedDocument([0xEF, 0xBB, 0xBF, .. WithNuls(System.Text.Encoding.UTF8.GetBytes(text), random)], null, seed),
            1 => new GeneratedDocument(WithBadBytes(System.Text.Encoding.UTF8.GetBytes(text), random), "utf-8", seed),
            2 => new GeneratedDocument([0xFF, 0xFE, .. Wide(text, random, bigEndian: false)], null, seed),
            3 => new GeneratedDocument([0xFE, 0xFF, .. Wide(text, random, bigEndian: true)], null, seed),
            4 => new GeneratedDocument([.. picks.Select(pick => (byte)(pick % 7 == 0 ? "\n\r \t."[pick % 5] : 0x20 + (pick % 0xE0)))], "windows-1252", seed),
            5 => new GeneratedDocument(WithBadBytes(System.Text.Encoding.UTF8.GetBytes("ééé字字字" + text), random), null, seed),
            6 => new GeneratedDocument(SourceCodec.Find("gb18030")!.Encode(text.Replace("\uFFFD", "", StringComparison.Ordinal))!, "gb18030", seed),
            7 => new GeneratedDocument(
                SourceCodec.Find("shift_jis")!.Encode(string.Concat(picks.Select(pick => pick % 3 == 0 ? "新聞ｱ" : PlainFragments[pick % PlainFragments.Length])))!,
                "shift_jis",
                seed),
            _ => new GeneratedDocument(WithNuls(System.Text.Encoding.UTF8.GetBytes(text), random), null, seed),
        };
    }

    /// <summary>With fewer than one NUL in a hundred bytes; more are refused.</summary>
    private static byte[] WithNuls(byte[] bytes, Random random)
    {
        List<byte> result = [.. bytes];
        for (int i = bytes.Length / 200; i > 0; i--)
            result.Insert(random.Next(result.Count), 0);
        return [.. result];
    }

    private static byte[] WithBadBytes(byte[] bytes, Random random)
    {
        List<byte> result = [.. bytes];
        for (int i = random.Next(6); i > 0; i--)
            result.Insert(random.Next(result.Count + 1), (byte)random.Next(0x80, 0x100));
        return [.. result];
    }

    /// <summary>UTF-16 with lone surrogates and sometimes an odd last byte.</summary>
    private static byte[] Wide(string text, Random random, bool bigEndian)
    {
        List<char> units = [.. text];
        for (int i = random.Next(4); i > 0; i--)
            units.Insert(random.Next(units.Count + 1), (char)random.Next(0xD800, 0xE000));
        List<byte> bytes = [];
        foreach (char unit in units)
            bytes.AddRange(bigEndian ? [(byte)(unit >> 8), (byte)unit] : [(byte)unit, (byte)(unit >> 8)]);
        if (random.Next(2) == 0)
            bytes.Add((byte)random.Next(0x20, 0x7F));
        return [.. bytes];
    }

    private static IEnumerable<TextSpan> Lines(string text)
    {
        int start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is not ('\n' or '\r'))
                continue;
            if (i > start)
                yield return TextSpan.FromBounds(start, i);
            start = i + 1;
        }
    }

    /// <summary>Cuts each line at random places and throws each segment's fate.</summary>
    private Decision Decide(Document document, IEnumerable<(TextSpan Span, int Block)> lines, bool withEdits)
    {
        Random random = new(Seed);
        int removeInTen = random.Next(11);
        List<Segment> segments = [];
        List<Verdict> verdicts = [];
        List<InlineEdit> edits = [];
        int line = 0;
        foreach ((TextSpan span, int block) in lines)
        {
            for (int start = span.Start; start < span.End;)
            {
                int end = Math.Min(span.End, start + random.Next(1, 40));
                if (end < span.End && char.IsLowSurrogate(document.Text[end]))
                    end++;
                string part = document.Text[start..end];
                string trimmed = part.Trim();
                if (trimmed.Length > 0)
                {
                    TextSpan segment = new(start + part.Length - part.TrimStart().Length, trimmed.Length);
                    segments.Add(new Segment(segment, line, 0, 0, block));
                    verdicts.Add(Throw(random, removeInTen));
                    if (withEdits && random.Next(4) == 0)
                        edits.Add(EditIn(document.Text, segment, random));
                }

                start = end;
            }

            line++;
        }

        DocumentStatus status = new(StatusValue.NotArticle, NotArticleKind.Listing, random.Next(1000), ["thrown"]);
        ArticleMetadata metadata = new() { Headline = "H", Agency = ["A"], From = ImmutableSortedDictionary<string, string>.Empty.Add("headline", "thrown") };
        return new Decision(new Segmented(document, [], [.. segments], new TokenList([], 0)), [.. verdicts], edits, status, metadata);
    }

    private static Verdict Throw(Random random, int removeInTen)
    {
        Category category = (Category)random.Next(1, 4);
        ImmutableArray<Reason> because = [new Reason("test/a", "seen", random.Next(8000)), new Reason("model/line", null, random.Next(3000))];
        if (random.Next(10) < removeInTen)
            return new Verdict(Fate.Remove, category, random.Next(-100, 9000), because);
        return random.Next(5) == 0 ? new Verdict((Fate)random.Next((int)Fate.Flag, (int)Fate.Note + 1), category, 100, because) : new Verdict(Fate.Keep, Category.Keep, -3000, []);
    }

    private static InlineEdit EditIn(string text, TextSpan segment, Random random)
    {
        int start = segment.Start + random.Next(segment.Length);
        int end = Math.Min(segment.End, start + random.Next(1, 6));
        if (char.IsLowSurrogate(text[start]))
            start--;
        if (end < text.Length && char.IsLowSurrogate(text[end]))
            end++;
        bool isReplaceable = !text.AsSpan(start, end - start).ContainsAny('\uFFFD', '\0');
        string[] replacements = ["", "", " ", "é", "字"];
        return new InlineEdit(TextSpan.FromBounds(start, end), isReplaceable ? replacements[random.Next(replacements.Length)] : "", "test/leftover");
    }
}
