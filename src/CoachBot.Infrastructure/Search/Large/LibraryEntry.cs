using CoachBot.Core.Knowledge;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>A case as a library takes it in; a draft is kept, but not found.</summary>
/// <param name="Case">The case.</param>
/// <param name="Asks">How staff ask for it, besides what stands in the case itself.</param>
internal sealed record LibraryEntry(Case Case, IReadOnlyList<string> Asks)
{
    /// <summary>Where <see cref="Asks"/> come from, to be given back with the pack; null when they come from nowhere.</summary>
    public Alternates? Alternates { get; init; }

    /// <summary>The cases of a pack with their alternates.</summary>
    public static IEnumerable<LibraryEntry> Of(KnowledgePack pack)
    {
        var alternates = AlternatesOf(pack);
        return pack.Cases.DistinctBy(@case => @case.Id).Select(@case => Of(@case, alternates.GetValueOrDefault(@case.Id)));
    }

    /// <summary>A case with its alternates.</summary>
    public static LibraryEntry Of(Case @case, Alternates? alternates) => new(@case, AsksOf(alternates)) { Alternates = alternates };

    /// <summary>The alternates of a pack by the id they lead to.</summary>
    public static Dictionary<string, Alternates> AlternatesOf(KnowledgePack pack) =>
        pack.Alternates.DistinctBy(alternates => alternates.Id).ToDictionary(alternates => alternates.Id, StringComparer.Ordinal);

    /// <summary>All questions of alternates.</summary>
    public static IReadOnlyList<string> AsksOf(Alternates? alternates) =>
        (alternates?.Hands ?? []).SelectMany(hand => hand.Zh.Concat(hand.En)).ToList();
}
