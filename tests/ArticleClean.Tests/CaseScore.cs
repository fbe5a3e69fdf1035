using System.Globalization;
using System.Text;

namespace ArticleClean.Tests;

/// <summary>Counts over the cases of one language; a unit is a non-blank line or a part of one.</summary>
internal sealed class CaseScore
{
    /// <summary>A unit counts as removed when this share of its bytes other than white space is.</summary>
    private const double RemovedShare = 0.6;

    private int _keep;
    private int _keepLost;
    private int _boilerplate;
    private int _removed;
    private int _right;
    private int _documents;
    private int _statusRight;

    /// <summary>What went wrong, one line each, worst kind first.</summary>
    public List<string> Faults { get; } = [];

    public double KeepLost => Percent(_keepLost, _keep, 0);

    public double Removed => Percent(_removed, _boilerplate, 100);

    public double Right => Percent(_right, _removed, 100);

    public double Status => Percent(_statusRight, _documents, 100);

    public void Add(CaseDocument document, CleanResult result)
    {
        string status = IdOf(result.Status);
        _documents++;
        if (document.Statuses.Contains(status, StringComparer.Ordinal))
            _statusRight++;
        else
            Faults.Add($"status  {document.Name}: {status}, not {string.Join('|', document.Statuses)}");
        if (!document.IsArticle)
            return;
        byte[] bytes = Encoding.UTF8.GetBytes(document.Text);
        foreach (CaseUnit unit in document.Units)
            Add(document, unit, CategoryOf(unit, bytes, result));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"keep lost {_keepLost}/{_keep} ({KeepLost:0.0} %)  removed {_removed}/{_boilerplate} ({Removed:0.0} %)  right {_right}/{_removed} ({Right:0.0} %)  status {_statusRight}/{_documents} ({Status:0.0} %)");

    private void Add(CaseDocument document, CaseUnit unit, Category found)
    {
        if (unit.MustStay)
        {
            _keep++;
            if (found == Category.Keep)
                return;
            _keepLost++;
            Faults.Insert(0, $"LOST    {document.Name}: {found.Id()}: {unit.Text}");
        }
        else if (unit.MustGo)
        {
            _boilerplate++;
            if (found == Category.Keep)
            {
                Faults.Add($"left    {document.Name}: {Expected(unit)}: {unit.Text}");
                return;
            }

            _removed++;
            if (unit.Labels.Contains(found))
                _right++;
            else
                Faults.Add($"named   {document.Name}: {found.Id()}, not {Expected(unit)}: {unit.Text}");
        }
    }

    private static string Expected(CaseUnit unit) => string.Join('|', unit.Labels.Select(label => label.Id()));

    private static Category CategoryOf(CaseUnit unit, byte[] bytes, CleanResult result)
    {
        int all = Ink(bytes, unit.Start, unit.End);
        Dictionary<Category, int> covered = [];
        foreach (Removal removal in result.Removed)
        {
            int ink = Ink(bytes, (int)Math.Max(unit.Start, removal.Start), (int)Math.Min(unit.End, removal.End));
            covered[removal.Category] = covered.GetValueOrDefault(removal.Category) + ink;
        }

        return covered.Values.Sum() < RemovedShare * all || all == 0
            ? Category.Keep
            : covered.OrderByDescending(entry => entry.Value).ThenBy(entry => entry.Key).First().Key;
    }

    private static int Ink(byte[] bytes, int start, int end)
    {
        int ink = 0;
        for (int i = start; i < end; i++)
        {
            if (bytes[i] is not ((byte)' ' or (byte)'\t'))
                ink++;
        }

        return ink;
    }

    private static string IdOf(DocumentStatus status) => status.Value switch
    {
        StatusValue.NotArticle => $"not-article/{Hyphenated(status.Kind.ToString()!)}",
        _ => Hyphenated(status.Value.ToString()),
    };

    private static string Hyphenated(string name) =>
        string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static double Percent(int part, int whole, double ofNothing) => whole == 0 ? ofNothing : 100.0 * part / whole;
}
