using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>A case as a library takes it in.</summary>
/// <param name="Case">The case.</param>
/// <param name="Asks">How staff ask for it, besides what stands in the case itself.</param>
internal sealed record LibraryEntry(Case Case, IReadOnlyList<string> Asks)
{
    /// <summary>The published cases of a pack with their alternates.</summary>
    public static IEnumerable<LibraryEntry> Of(KnowledgePack pack)
    {
        var asks = AsksOf(pack);
        return pack.Cases.Where(@case => @case.Published).Select(@case => new LibraryEntry(@case, asks(@case.Id)));
    }

    /// <summary>Looks up the alternates of an id in a pack.</summary>
    public static Func<string, IReadOnlyList<string>> AsksOf(KnowledgePack pack)
    {
        var hands = pack.Alternates.ToLookup(alternates => alternates.Id, alternates => alternates.Hands, StringComparer.Ordinal);
        return id => hands[id].SelectMany(all => all.SelectMany(hand => hand.Zh.Concat(hand.En))).ToList();
    }
}
