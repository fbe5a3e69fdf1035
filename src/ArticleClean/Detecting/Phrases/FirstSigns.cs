using System.Numerics;
using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>What parts of templates can begin with, as <see cref="SignBits"/>: no match begins at a token that has none of them.</summary>
internal sealed class FirstSigns(SymbolTable symbols, List<List<int[]>> lists, Dictionary<int, int> listBits)
{
    /// <summary>The signs of what a node begins with, or of what follows it where the node can be empty.</summary>
    public ulong Of(TemplateNode node, ulong next)
    {
        (ulong signs, bool isEmpty) = Of(node);
        return isEmpty ? signs | next : signs;
    }

    /// <summary>For each item of a sequence the signs of what follows it.</summary>
    public ulong[] Behind(IReadOnlyList<TemplateNode> items, ulong next)
    {
        ulong[] behind = new ulong[items.Count];
        for (int i = items.Count - 1; i >= 0; i--)
        {
            behind[i] = next;
            next = Of(items[i], next);
        }

        return behind;
    }

    /// <summary>
    /// The signs of what a whole template begins with. Where it begins with its segment, what follows tells more: no other place is tried.
    /// </summary>
    public ulong OfTemplate(TemplateNode root) => root is TemplateNode.Sequence { Items: [TemplateNode.Begin, ..] } sequence
        ? Of(new TemplateNode.Sequence([.. sequence.Items.Skip(1)]), SignBits.Always)
        : Of(root, SignBits.Always);

    /// <summary>The signs of the words that a list's entries begin with, one of which every match of it has.</summary>
    public ulong OfList(int list) => listBits.TryGetValue(list, out int bit)
        ? SignBits.OfLists((byte)(1 << bit))
        : lists[list].Aggregate(0UL, (signs, sequence) => signs | SignBits.Of(sequence[0]));

    /// <summary>The same, where one sign stands for all of them: then every segment with a match has it.</summary>
    public ulong RequiredOf(int list) => BitOperations.IsPow2(OfList(list)) ? OfList(list) : 0;

    /// <summary>The signs of what a node begins with, and whether it can be empty.</summary>
    public (ulong Signs, bool IsEmpty) Of(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark:
                int symbol = node is TemplateNode.Mark mark && !IsPlain(mark.Character) ? 0 : symbols.Known(node);
                return (symbol == 0 ? SignBits.Always : SignBits.Of(symbol), false);
            case TemplateNode.AnyOf list:
                return (OfList(list.List), false);
            case TemplateNode.Slot slot:
                TokenShapes shapes = SlotShapes.Begins(slot.Kind);
                return (shapes == TokenShapes.None ? SignBits.Always : (ulong)shapes, false);
            case TemplateNode.Begin:
                return (SignBits.Begin, false);
            case TemplateNode.Finish:
                return (SignBits.End, false);
            case TemplateNode.Gap:
                return (SignBits.Always, true);
            case TemplateNode.Choice choice:
                (ulong Signs, bool IsEmpty) any = (0, choice.Optional);
                foreach (TemplateNode option in choice.Options)
                {
                    (ulong signs, bool isEmpty) = Of(option);
                    any = (any.Signs | signs, any.IsEmpty || isEmpty);
                }

                return any;
            case TemplateNode.Sequence sequence:
                (ulong Signs, bool IsEmpty) all = (0, true);
                for (int i = 0; i < sequence.Items.Count && all.IsEmpty; i++)
                {
                    (ulong signs, bool isEmpty) = Of(sequence.Items[i]);
                    all = (all.Signs | signs, isEmpty);
                }

                return all;
            default:
                return (SignBits.Always, false);
        }
    }

    /// <summary>Whether a mark is always the token of its own symbol: not one that is folded, nor the beginning of a longer token.</summary>
    private static bool IsPlain(char mark) => mark != '@' && Lexer.KindOf(mark) == Lexer.CharKind.Other && Folding.Fold(mark) == mark;
}
