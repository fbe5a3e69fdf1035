using System.Diagnostics;

namespace ArticleClean.Detecting.Phrases;

/// <summary>Writes templates as the program that <see cref="TemplateMatcher"/> runs, one after the other.</summary>
internal sealed class ProgramWriter(SymbolTable symbols, FirstSigns first)
{
    private readonly List<Instruction> _program = [];
    private readonly List<Alternative> _alternatives = [];

    /// <summary>What was written.</summary>
    public Instruction[] Program => [.. _program];

    /// <summary>The alternatives that it goes on at.</summary>
    public Alternative[] Alternatives => [.. _alternatives];

    /// <summary>Adds a template, whose words have numbers; gives the place where it begins.</summary>
    public int Add(TemplateNode root)
    {
        int entry = _program.Count;
        Emit(root, SignBits.Always);
        _program.Add(new Instruction(TemplateOp.Match, 0, 0));
        return entry;
    }

    /// <summary>Numbers the words of a node, so that what is asked of it later finds them.</summary>
    public void AddSymbols(TemplateNode node)
    {
        switch (node)
        {
            case TemplateNode.Word or TemplateNode.Prefix:
                symbols.Of(node);
                break;
            case TemplateNode.Sequence sequence:
                foreach (TemplateNode item in sequence.Items)
                    AddSymbols(item);
                break;
            case TemplateNode.Choice choice:
                foreach (TemplateNode option in choice.Options)
                    AddSymbols(option);
                break;
        }
    }

    /// <summary>Adds the program of a node.</summary>
    /// <param name="next">The signs of what follows it.</param>
    private void Emit(TemplateNode node, ulong next)
    {
        switch (node)
        {
            case TemplateNode.Word word:
                _program.Add(new Instruction(TemplateOp.Symbol, symbols.Word(word.Text), 0));
                break;
            case TemplateNode.Prefix prefix:
                _program.Add(new Instruction(TemplateOp.Symbol, symbols.Prefix(prefix.Text), 0));
                break;
            case TemplateNode.Mark mark:
                _program.Add(new Instruction(TemplateOp.Mark, mark.Character, 0));
                break;
            case TemplateNode.AnyOf list:
                _program.Add(new Instruction(TemplateOp.List, list.List, 0));
                break;
            case TemplateNode.Slot slot:
                _program.Add(new Instruction(TemplateOp.Slot, (int)slot.Kind, 0));
                break;
            case TemplateNode.Gap gap:
                _program.Add(new Instruction(TemplateOp.Gap, gap.Most, _alternatives.Count));
                _alternatives.Add(new Alternative(next, _program.Count));
                break;
            case TemplateNode.Begin:
                _program.Add(new Instruction(TemplateOp.Begin, 0, 0));
                break;
            case TemplateNode.Finish:
                _program.Add(new Instruction(TemplateOp.Finish, 0, 0));
                break;
            case TemplateNode.Sequence sequence:
                ulong[] behind = first.Behind(sequence.Items, next);
                for (int i = 0; i < sequence.Items.Count; i++)
                    Emit(sequence.Items[i], behind[i]);
                break;
            case TemplateNode.Choice choice:
                EmitChoice(choice, next);
                break;
            default:
                throw new UnreachableException("a pattern stands alone in its template, and names are resolved");
        }
    }

    private void EmitChoice(TemplateNode.Choice choice, ulong next)
    {
        if (choice is { Optional: false, Options: [var only] })
        {
            Emit(only, next);
            return;
        }

        int start = _alternatives.Count;
        int count = choice.Options.Count + (choice.Optional ? 1 : 0);
        _program.Add(new Instruction(TemplateOp.Choice, start, count));
        _alternatives.AddRange(new Alternative[count]);
        List<int> jumps = [];
        for (int i = 0; i < choice.Options.Count; i++)
        {
            _alternatives[start + i] = new Alternative(first.Of(choice.Options[i], next), _program.Count);
            Emit(choice.Options[i], next);
            if (i == count - 1)
                break;
            jumps.Add(_program.Count);
            _program.Add(default);
        }

        foreach (int jump in jumps)
            _program[jump] = new Instruction(TemplateOp.Jump, _program.Count, 0);
        if (choice.Optional)
            _alternatives[start + count - 1] = new Alternative(next, _program.Count);
    }
}
