using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>What a template's matches have in common, so that most segments are passed over without trying it.</summary>
internal sealed class TemplateFilters(SymbolTable symbols, List<List<int[]>> lists)
{
    /// <summary>Words that every match holds.</summary>
    public SymbolFilter Required(TemplateNode node)
    {
        SymbolFilter required = default;
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark:
                required = required.With(symbols.Of(node));
                break;
            case TemplateNode.Sequence sequence:
                foreach (TemplateNode item in sequence.Items)
                    required = required.With(Required(item));
                break;
            case TemplateNode.Choice { Optional: false, Options: [var only] }:
                required = Required(only);
                break;
        }

        return required;
    }

    /// <summary>Shapes that every segment with a match holds, for the slots that no match goes without.</summary>
    public TokenShapes Needs(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Slot slot:
                return SlotShapes.Needs(slot.Kind);
            case TemplateNode.Sequence sequence:
                return sequence.Items.Aggregate(TokenShapes.None, (needs, item) => needs | Needs(item));
            case TemplateNode.Choice { Optional: false } choice:
                return choice.Options.Select(Needs).Aggregate((needs, option) => needs & option);
            default:
                return TokenShapes.None;
        }
    }

    /// <summary>The two smallest sets of words one of which every match holds, of those that are lists; all words where there is none.</summary>
    public (SymbolFilter Any, SymbolFilter Other) Any(TemplateNode node)
    {
        SymbolFilter smallest = SymbolFilter.All;
        SymbolFilter second = SymbolFilter.All;
        foreach (TemplateNode item in node is TemplateNode.Sequence sequence ? sequence.Items : [node])
        {
            SymbolFilter bits = item switch
            {
                TemplateNode.AnyOf list => FirstOfList(list.List),
                TemplateNode.Choice { Optional: false } => Begins(item) is { IsEmpty: false, OnlyWords: true } begins ? begins.Words : SymbolFilter.All,
                _ => SymbolFilter.All,
            };
            if (bits.Count < smallest.Count)
                (smallest, second) = (bits, smallest);
            else if (bits.Count < second.Count)
                second = bits;
        }

        return (smallest, second);
    }

    /// <summary>Where the matches of a template can begin.</summary>
    public TemplateStart Start(TemplateNode root)
    {
        Beginning begins = Begins(root);
        if (begins.OnlyWords)
            return new TemplateStart(begins.Words, TokenShapes.None);
        // A slot takes the next word from any mark before it, an own mark only that one: together they can begin anywhere.
        return begins.Anything || begins.HasMark ? new TemplateStart(SymbolFilter.All, TokenShapes.None) : new TemplateStart(begins.Words, begins.Shapes);
    }

    /// <summary>What a match of a node can begin with.</summary>
    /// <param name="IsEmpty">The match can be empty.</param>
    /// <param name="HasMark">One of the words is a mark.</param>
    private readonly record struct Beginning(SymbolFilter Words, TokenShapes Shapes, bool Anything, bool HasMark, bool IsEmpty)
    {
        public bool OnlyWords => !Anything && Shapes == TokenShapes.None;

        public Beginning Or(in Beginning other) =>
            new(Words.With(other.Words), Shapes | other.Shapes, Anything || other.Anything, HasMark || other.HasMark, IsEmpty || other.IsEmpty);
    }

    private Beginning Begins(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark:
                return new Beginning(default(SymbolFilter).With(symbols.Of(node)), 0, false, symbols.IsMark(symbols.Of(node)), false);
            case TemplateNode.AnyOf list:
                return new Beginning(FirstOfList(list.List), 0, false, lists[list.List].Exists(s => symbols.IsMark(s[0])), false);
            case TemplateNode.Slot slot:
                TokenShapes shapes = SlotShapes.Begins(slot.Kind);
                return new Beginning(default, shapes, shapes == TokenShapes.None, false, false);
            case TemplateNode.Begin or TemplateNode.Finish:
                return new Beginning(default, 0, false, false, true);
            case TemplateNode.Choice choice:
                Beginning any = new(default, 0, false, false, choice.Optional);
                return choice.Options.Aggregate(any, (begins, option) => begins.Or(Begins(option)));
            case TemplateNode.Sequence sequence:
                Beginning all = new(default, 0, false, false, true);
                foreach (TemplateNode item in sequence.Items)
                {
                    all = (all with { IsEmpty = false }).Or(Begins(item));
                    if (!all.IsEmpty)
                        break;
                }

                return all;
            default:
                return new Beginning(default, 0, true, false, node is TemplateNode.Gap);
        }
    }

    private SymbolFilter FirstOfList(int list)
    {
        SymbolFilter bits = default;
        foreach (int[] sequence in lists[list])
            bits = bits.With(sequence[0]);
        return bits;
    }
}
