using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace ArticleClean.Detecting.Phrases;

/// <summary>
/// A <see cref="RuleSet"/> as bytes: a magic number, then each table as a count and its raw little-endian items, in
/// the order of <see cref="Write"/>. Made by the build, so that a start parses nothing.
/// </summary>
internal static class PackedRules
{
    /// <summary>Changes with the layout.</summary>
    private const int Magic = 0x41435238;

    public static byte[] Write(RuleSet set)
    {
        if (set.Patterns.Count > 0)
            throw new RulePackException("a built-in pack holds a regular expression; those are for own rules");
        using MemoryStream stream = new();
        Put(stream, [Magic]);
        Put<ulong>(stream, set.Lexicon.WordKeys);
        Put<int>(stream, set.Lexicon.WordSymbols);
        Put<ulong>(stream, set.Lexicon.PrefixKeys);
        Put<int>(stream, set.Lexicon.PrefixSymbols);
        Put<ulong>(stream, set.Lexicon.WordFilter);
        Put<uint>(stream, set.Lexicon.PrefixLengths);
        Put<SymbolFacts>(stream, set.Lexicon.Symbols);
        Put<Instruction>(stream, set.Program);
        Put<Alternative>(stream, set.Alternatives);
        Put<CompiledTemplate>(stream, set.Templates);
        Put<Anchor>(stream, set.Anchors);
        Put<int>(stream, set.ListStart);
        Put<ListEntry>(stream, set.ListEntries);
        Put<int>(stream, set.ListSymbols);
        Put<ulong>(stream, set.ListBits);
        Put<PackedTraits>(stream, [.. set.Rules.Select(r => PackedTraits.Of(r.Traits))]);
        PutText(stream, set.Rules.Select(r => r.Id));
        PutText(stream, set.Languages);
        PutText(stream, set.AgencyNames);
        Put(stream, [set.AgencyList]);
        Put<int>(stream, set.Named);
        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static RuleSet Read(ReadOnlySpan<byte> bytes)
    {
        Reader reader = new(bytes);
        if (!BitConverter.IsLittleEndian || reader.TakeInts() is not [Magic])
            throw new RulePackException("the packed rules are of another version or machine");
        Lexicon lexicon = new(reader.TakeULongs(), reader.TakeInts(), reader.TakeULongs(), reader.TakeInts(), reader.TakeULongs(), reader.TakeUInts(), reader.TakeSymbols());
        Instruction[] program = reader.TakeInstructions();
        Alternative[] alternatives = reader.TakeAlternatives();
        CompiledTemplate[] templates = reader.TakeTemplates();
        Anchor[] anchors = reader.TakeAnchors();
        int[] listStart = reader.TakeInts();
        ListEntry[] listEntries = reader.TakeListEntries();
        int[] listSymbols = reader.TakeInts();
        ulong[] listBits = reader.TakeULongs();
        PackedTraits[] traits = reader.TakeTraits();
        string[] ids = reader.TakeText();
        CompiledRule[] rules = new CompiledRule[ids.Length];
        for (int i = 0; i < rules.Length; i++)
            rules[i] = new CompiledRule(ids[i], traits[i].ToTraits());
        return new RuleSet
        {
            Lexicon = lexicon, Rules = rules, Templates = templates, Program = program, Alternatives = alternatives, Anchors = anchors,
            ListStart = listStart, ListEntries = listEntries, ListSymbols = listSymbols, ListBits = listBits, Languages = reader.TakeText(),
            AgencyNames = reader.TakeText(), AgencyList = reader.TakeInts()[0], Named = reader.TakeInts(),
        };
    }

    private static void Put<T>(MemoryStream stream, ReadOnlySpan<T> items) where T : unmanaged
    {
        Span<byte> count = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(count, items.Length);
        stream.Write(count);
        stream.Write(MemoryMarshal.AsBytes(items));
    }

    private static void PutText(MemoryStream stream, IEnumerable<string> lines) => Put<byte>(stream, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private PackedReader _arrays = new(bytes);

        public byte[] TakeBytes() => _arrays.TakeBytes();

        public int[] TakeInts() => _arrays.TakeInts();

        public uint[] TakeUInts() => _arrays.TakeUInts();

        public ulong[] TakeULongs() => _arrays.TakeULongs();

        // A method for each kind of item, for the reason that the reader of plain numbers has.

        public unsafe Instruction[] TakeInstructions()
        {
            Instruction[] items = new Instruction[_arrays.Count];
            fixed (Instruction* first = items)
                _arrays.Fill(first, items.Length * sizeof(Instruction));
            return items;
        }

        public unsafe Alternative[] TakeAlternatives()
        {
            Alternative[] items = new Alternative[_arrays.Count];
            fixed (Alternative* first = items)
                _arrays.Fill(first, items.Length * sizeof(Alternative));
            return items;
        }

        public unsafe CompiledTemplate[] TakeTemplates()
        {
            CompiledTemplate[] items = new CompiledTemplate[_arrays.Count];
            fixed (CompiledTemplate* first = items)
                _arrays.Fill(first, items.Length * sizeof(CompiledTemplate));
            return items;
        }

        public unsafe SymbolFacts[] TakeSymbols()
        {
            SymbolFacts[] items = new SymbolFacts[_arrays.Count];
            fixed (SymbolFacts* first = items)
                _arrays.Fill(first, items.Length * sizeof(SymbolFacts));
            return items;
        }

        public unsafe Anchor[] TakeAnchors()
        {
            Anchor[] items = new Anchor[_arrays.Count];
            fixed (Anchor* first = items)
                _arrays.Fill(first, items.Length * sizeof(Anchor));
            return items;
        }

        public unsafe ListEntry[] TakeListEntries()
        {
            ListEntry[] items = new ListEntry[_arrays.Count];
            fixed (ListEntry* first = items)
                _arrays.Fill(first, items.Length * sizeof(ListEntry));
            return items;
        }

        public unsafe PackedTraits[] TakeTraits()
        {
            PackedTraits[] items = new PackedTraits[_arrays.Count];
            fixed (PackedTraits* first = items)
                _arrays.Fill(first, items.Length * sizeof(PackedTraits));
            return items;
        }

        public string[] TakeText()
        {
            byte[] text = TakeBytes();
            return text.Length == 0 ? [] : Encoding.UTF8.GetString(text).Split('\n');
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct PackedTraits(int Category, int Cue, int Weight, int Flags)
    {
        public static PackedTraits Of(RuleTraits t) => new((int)t.Category, (int)t.Cue, t.Weight,
            (t.Weak ? 1 : 0) | (t.Heads ? 2 : 0) | (t.Cut ? 4 : 0) | (t.Whole ? 8 : 0) | (t.Rest ? 16 : 0) | (t.Ends ? 32 : 0) | (t.Names ? 64 : 0));

        public RuleTraits ToTraits() => new((Category)Category, (StatusCue)Cue, Weight,
            (Flags & 1) != 0, (Flags & 2) != 0, (Flags & 4) != 0, (Flags & 8) != 0, (Flags & 16) != 0, (Flags & 32) != 0, (Flags & 64) != 0);
    }
}
