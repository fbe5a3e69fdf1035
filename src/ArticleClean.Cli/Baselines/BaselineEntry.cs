namespace ArticleClean.Cli.Baselines;

/// <summary>Findings of a file that share a fingerprint. Category and rule are those of the day it was written; the fingerprint alone decides.</summary>
internal sealed record BaselineEntry(string Category, string Rule, string Fingerprint, int Count);
