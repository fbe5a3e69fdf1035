namespace ArticleClean.Writing;

/// <summary>What a change of the text is listed as.</summary>
internal enum ChangeKind : byte
{
    Removal,
    Layout,
    Replacement,
}

/// <summary>A stretch of the text that is replaced in the body. For a removal, the pieces that it takes out: first, and the one after the last.</summary>
internal readonly record struct Change(TextSpan Span, ChangeKind Kind, string Replacement, int FirstPiece, int EndPiece);
