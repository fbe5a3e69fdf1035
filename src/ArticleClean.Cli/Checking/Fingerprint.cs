using System.Security.Cryptography;
using System.Text;

namespace ArticleClean.Cli.Checking;

/// <summary>Tells findings apart by what they say and not by where they stand, so that they survive lines that come and go.</summary>
internal static class Fingerprint
{
    // Enough that two findings of a file never share it by chance.
    private const int Length = 16;

    /// <summary>Of a finding: its category and its words for a segment, its rule for a verdict. Lower-case hexadecimal.</summary>
    public static string Of(CheckFinding finding)
    {
        StringBuilder text = new(finding.Category);
        text.Append('\0');
        if (finding.Segment is not { } segment)
        {
            text.Append(finding.Rule);
        }
        else
        {
            foreach (string word in segment.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                text.Append(word).Append(' ');
        }

        return Hash(text.ToString());
    }

    /// <summary>Of a place among all files: a path, a fingerprint in it and its how-manieth there.</summary>
    public static string Of(string path, string fingerprint, int ordinal) =>
        Hash(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{path}\0{fingerprint}\0{ordinal}"));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Length];
}

/// <summary>Numbers the findings of one file that share a fingerprint, from 1 on.</summary>
internal sealed class FingerprintCounter
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public (string Fingerprint, int Ordinal) Next(CheckFinding finding)
    {
        string fingerprint = Checking.Fingerprint.Of(finding);
        int ordinal = _counts.GetValueOrDefault(fingerprint) + 1;
        _counts[fingerprint] = ordinal;
        return (fingerprint, ordinal);
    }
}
