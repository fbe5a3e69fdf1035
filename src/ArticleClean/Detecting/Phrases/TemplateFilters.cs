using ArticleClean.Segmenting;

namespace ArticleClean.Detecting.Phrases;

/// <summary>What a template's matches have in common, so that most segments are passed over without trying it.</summary>
internal sealed class TemplateFilters(SymbolTable symbols, List<List<int[]>> lists, FirstSigns first)
{
    /// <summary>Words that every match holds, and shapes for the slots that no match goes without, as <see cref="SignBits"/>.</summary>
    public ulong Required(TemplateNode node) => node switch
    {
        TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark => SignBits.Of(symbols.Of(node)),
        TemplateNode.Slot slot => (ulong)SlotShapes.Needs(slot.Kind),
        TemplateNode.AnyOf list => first.RequiredOf(list.List),
        TemplateNode.Sequence sequence => sequence.Items.Aggregate(0UL, (required, item) => required | Required(item)),
        TemplateNode.Choice { Optional: false } choice => choice.Options.Select(Required).Aggregate((required, option) => required & option),
        _ => 0,
    };

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
        bool withSegment = root is TemplateNode.Begin or TemplateNode.Sequence { Items: [TemplateNode.Begin, ..] };
        // A slot takes the next word from any mark before it, a word is the first of its match itself.
        StartPlaces places = begins.OnlyWords && !begins.Words.IsAll ? StartPlaces.AtWords : StartPlaces.Anywhere;
        return new TemplateStart(first.OfTemplate(root), begins.Words, withSegment ? places | StartPlaces.WithSegment : places);
    }

    /// <summary>What a match of a node can begin with.</summary>
    /// <param name="OnlyWords">It begins with one of the words.</param>
    /// <param name="IsEmpty">The match can be empty.</param>
    private readonly record struct Beginning(SymbolFilter Words, bool OnlyWords, bool IsEmpty)
    {
        public Beginning Or(in Beginning other) => new(Words.With(other.Words), OnlyWords && other.OnlyWords, IsEmpty || other.IsEmpty);
    }

    private Beginning Begins(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix or TemplateNode.Mark:
                return new Beginning(default(SymbolFilter).With(symbols.Of(node)), true, false);
            case TemplateNode.AnyOf list:
                return new Beginning(FirstOfList(list.List), true, false);
            case TemplateNode.Begin or TemplateNode.Finish:
                return new Beginning(default, true, true);
            case TemplateNode.Choice choice:
                Beginning any = new(default, true, choice.Optional);
                return choice.Options.Aggregate(any, (begins, option) => begins.Or(Begins(option)));
            case TemplateNode.Sequence sequence:
                Beginning all = new(default, true, true);
                foreach (TemplateNode item in sequence.Items)
                {
                    all = (all with { IsEmpty = false }).Or(Begins(item));
                    if (!all.IsEmpty)
                        break;
                }

                return all;
            default:
                return new Beginning(default, false, node is TemplateNode.Gap);
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
