using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.LineModel;

/// <summary>The line model as an engine: one finding a segment, whose weight is the model's whole opinion, prior and caution included.</summary>
internal sealed class LineModelDetector(SegmentModel model) : IDetector
{
    /// <summary>The rule that the model's findings carry.</summary>
    public const string Rule = "model/line";

    private static readonly Lazy<SegmentModel> Packed = new(ReadPacked);

    /// <summary>The model that comes with the library, as the build packed it.</summary>
    public static SegmentModel BuiltIn => Packed.Value;

    public void Detect(Segmented document, List<Finding> findings)
    {
        int[] scores = model.Judge(document, findings);
        for (int i = 0; i < scores.Length; i++)
            findings.Add(new Finding(i, Rule, Category.Other, scores[i], new TextSpan(document.Segments[i].Span.Start, 0)) { Reach = FindingReach.Whole });
    }

    private static SegmentModel ReadPacked() => PackedModel.Read(PackedResource.Content(PackedResource.Model));
}
