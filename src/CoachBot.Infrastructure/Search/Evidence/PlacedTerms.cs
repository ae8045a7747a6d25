using System.Collections.Concurrent;

using Fields = CoachBot.Infrastructure.Search.Indexing.Fields;

namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>Where a term stands in the index of cases and in that of alternates.</summary>
internal sealed record PlacedTerm(ScoredTerm InCases, ScoredTerm InAlternates)
{
    /// <summary>Whether it stands anywhere.</summary>
    public bool IsKnown => InCases.Frequency > 0 || InAlternates.Frequency > 0;
}

/// <summary>The places of terms in both indexes, looked up at once.</summary>
internal sealed class PlacedTerms(ScoredIndex cases, ScoredIndex alternates)
{
    // Terms that stand nowhere have no end; those asked for first are asked for most.
    private const int MostUnknown = 20_000;

    private readonly ConcurrentDictionary<string, PlacedTerm> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PlacedTerm> _concepts = new(StringComparer.Ordinal);
    private int _unknown;

    /// <summary>The places of what a question asks for.</summary>
    public PlacedTerm Look(Clause clause)
    {
        var known = clause.Field == Fields.Text ? _texts : _concepts;
        if (known.TryGetValue(clause.Text, out var placed))
        {
            return placed;
        }

        placed = new PlacedTerm(cases.Look(clause.Field, clause.Text), alternates.Look(clause.Field, clause.Text));
        return placed.IsKnown || Interlocked.Increment(ref _unknown) <= MostUnknown ? known.GetOrAdd(clause.Text, placed) : placed;
    }
}
