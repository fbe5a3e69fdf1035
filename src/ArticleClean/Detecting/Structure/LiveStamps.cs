using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Structure;

/// <summary>The hours of a live blog, alone or before their entry ("14:32 Uhr", "8:00 – Futures are flat"), and what stands between them: they stay.</summary>
internal static class LiveStamps
{
    public const string Rule = "structure/keep.live-stamps";
    public const string EntryRule = "structure/keep.live-entry";

    /// <summary>The first stamp stands above its entry, which begins the running text.</summary>
    private const int Lead = 2;

    private const int MinStamps = 3;
    private const int MaxEntrySegments = 6;

    /// <summary>In text hours in their order with sentences between them are a live blog, whatever a rule of dates says of one.</summary>
    private const int StampWeight = -7000;

    /// <summary>The title of an entry and its figures.</summary>
    private const int EntryWeight = -2500;

    /// <summary>So many sentences, at least one for every two stamps: a ticker has titles alone.</summary>
    private const int StampsASentence = 2;

    public static void Find(Layout layout, List<Finding> findings)
    {
        LineSeries.Keep(layout, findings, Rule, LineSeries.KeepWeight, MinStamps, MaxEntrySegments, (l, i) => IsNearBody(l, i) && MinutesOf(l, i) >= 0);
        if (layout.IsText)
            Series(layout, findings);
    }

    private static void Series(Layout layout, List<Finding> findings)
    {
        List<int> stamps = [];
        int direction = 0;
        for (int i = 0; i <= layout.Count; i++)
        {
            int minutes = i < layout.Count ? MinutesOf(layout, i) : -1;
            if (i < layout.Count && minutes < 0)
                continue;
            bool goesOn = i < layout.Count && stamps.Count > 0 && i - stamps[^1] <= MaxEntrySegments + 1;
            int step = goesOn ? Math.Sign(minutes - MinutesOf(layout, stamps[^1])) : 0;
            if (stamps.Count > 0 && (!goesOn || (step != 0 && direction != 0 && step != direction)))
            {
                Report(layout, findings, stamps);
                stamps.Clear();
                (direction, step) = (0, 0);
            }

            if (i == layout.Count)
                break;
            direction = step != 0 ? step : direction;
            stamps.Add(i);
        }
    }

    private static void Report(Layout layout, List<Finding> findings, List<int> stamps)
    {
        if (stamps.Count < MinStamps)
            return;
        int sentences = 0;
        int end = Math.Min(layout.Count, stamps[^1] + 3);
        for (int i = stamps[0]; i < end; i++)
            sentences += layout.Looks[i].Ends && layout.Looks[i].Words >= 4 && layout.Claims[i] is Category.Keep or Category.Timestamp ? 1 : 0;
        if (sentences * StampsASentence < stamps.Count)
            return;
        int next = 0;
        for (int i = stamps[0]; i < end; i++)
        {
            if (next < stamps.Count && i == stamps[next])
            {
                next++;
                findings.Add(layout.Whole(i, Rule, Category.Keep, StampWeight));
            }
            else if (!layout.IsClaimed(i) && (i < stamps[^1] || layout.Looks[i].Ends || i == stamps[^1] + 1))
                findings.Add(layout.Whole(i, EntryRule, Category.Keep, EntryWeight));
        }
    }

    private static bool IsNearBody(Layout layout, int segment) => segment >= layout.BodyStart - Lead && segment < layout.BodyEnd;

    /// <summary>The hour that a line begins with, in minutes; -1 for none.</summary>
    private static int MinutesOf(Layout layout, int segment)
    {
        ReadOnlySpan<Token> tokens = layout.TokensOf(segment);
        if (tokens.IsEmpty || tokens[0].Kind != TokenKind.Number || tokens[0].Length is < 4 or > 5 || (segment > 0 && layout.LineOf(segment - 1) == layout.LineOf(segment)))
            return -1;
        ReadOnlySpan<char> form = layout.Document.Document.Text.AsSpan(tokens[0].Start, tokens[0].Length);
        int mark = form.IndexOfAny(':', '.');
        if (mark is not (1 or 2) || form.Length != mark + 3 || form[mark + 1] > '5' || (mark == 2 && form[0] is not ('0' or '1' or '2')) || DateParts.Of(layout, segment).HasYear)
            return -1;
        return int.TryParse(form[..mark], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int hours)
            && int.TryParse(form[(mark + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int minutes)
            ? (hours * 60) + minutes : -1;
    }
}
