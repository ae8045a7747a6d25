namespace CoachBot.Core.Documents.Drafts;

/// <summary>A draft case with both faces, every line of it resting on words of a passage.</summary>
public sealed record BilingualDraft
{
    /// <summary><c>draft-</c> and a hash of the passages: the same passages have the same draft at every import.</summary>
    public required string Id { get; init; }

    /// <summary>The scene's name; null when the passages give none.</summary>
    public DraftLine? Title { get; init; }

    /// <summary>How it begins.</summary>
    public DraftLine? Situation { get; init; }

    /// <summary>What staff say.</summary>
    public IReadOnlyList<DraftLine> Say { get; init; } = [];

    /// <summary>What staff do.</summary>
    public IReadOnlyList<DraftLine> Do { get; init; } = [];

    /// <summary>What staff must not say or do.</summary>
    public IReadOnlyList<DraftLine> Avoid { get; init; } = [];

    /// <summary>The point of it.</summary>
    public DraftLine? Why { get; init; }

    /// <summary>The passages it was made from.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Whether there is anything to review: a situation and something to say or do.</summary>
    public bool IsUseful => Situation is not null && Say.Count + Do.Count > 0;
}

/// <summary>A line of a draft in both languages.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
/// <param name="Passage">The id of the passage it rests on.</param>
/// <param name="Quote">The words there.</param>
public sealed record DraftLine(string Zh, string En, string Passage, string Quote);
