namespace ArticleClean.Detecting.Phrases;

/// <summary>
/// The lists that have a bit of their own among <see cref="SignBits"/>: the bits of hundreds of words together would be nearly
/// all there are. Lists of different languages share one, as their words hardly meet in one text.
/// </summary>
internal sealed class ListSigns
{
    /// <summary>Lists of the shared pack with a bit for themselves, beside the agencies.</summary>
    private const int SharedLists = 2;

    private readonly Dictionary<(string Pack, string Name), int> _bits = [];

    /// <summary>Gives the bits to the lists that are longest and most used.</summary>
    public ListSigns(IReadOnlyList<RulePack> packs)
    {
        Dictionary<(string Pack, string Name), int> uses = [];
        foreach (RulePack pack in packs)
        {
            foreach (TemplateNode node in pack.Lists.Values.SelectMany(options => options).Concat(pack.Rules.SelectMany(r => r.Templates).Select(t => t.Root)))
                Count(node, pack, uses);
        }

        foreach (RulePack pack in packs)
        {
            bool isShared = pack.Language == RuleCompiler.SharedLanguage;
            (int first, int count) = isShared ? (1, SharedLists) : (1 + SharedLists, SignBits.Lists - 1 - SharedLists);
            IEnumerable<string> names = pack.Lists.Where(list => list.Key != RulePackParser.AgencyList && uses.ContainsKey((pack.Language, list.Key)))
                .OrderByDescending(list => (long)list.Value.Count * uses[(pack.Language, list.Key)]).ThenBy(list => list.Key, StringComparer.Ordinal)
                .Select(list => list.Key);
            foreach ((int rank, string name) in names.Take(count).Index())
                _bits.TryAdd((pack.Language, name), first + rank);
        }
    }

    /// <summary>The bit of all agencies.</summary>
    public static int Agencies => 0;

    /// <summary>The bit of a pack's list, -1 for most.</summary>
    public int Of(string pack, string name) => _bits.GetValueOrDefault((pack, name), -1);

    /// <summary>Counts the names in a node; one that is not the pack's own is the shared pack's.</summary>
    private static void Count(TemplateNode node, RulePack pack, Dictionary<(string Pack, string Name), int> uses)
    {
        switch (node)
        {
            case TemplateNode.Name name:
                string owner = pack.Lists.ContainsKey(name.Text) ? pack.Language : RuleCompiler.SharedLanguage;
                uses[(owner, name.Text)] = uses.GetValueOrDefault((owner, name.Text)) + 1;
                break;
            case TemplateNode.Sequence sequence:
                foreach (TemplateNode item in sequence.Items)
                    Count(item, pack, uses);
                break;
            case TemplateNode.Choice choice:
                foreach (TemplateNode option in choice.Options)
                    Count(option, pack, uses);
                break;
        }
    }
}
