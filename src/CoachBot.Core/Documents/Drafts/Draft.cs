namespace CoachBot.Core.Documents.Drafts;

/// <summary>
/// A case proposed from a document: what the document says, put where a case has it. Everything else stays empty until a trainer
/// fills it in; a draft is never answered from.
/// </summary>
public sealed record Draft
{
    /// <summary><c>draft-</c> and a hash of what the scene says: the same scene has the same id in every file and at every import.</summary>
    public required string Id { get; init; }

    /// <summary><c>zh</c> or <c>en</c>: the face that is filled.</summary>
    public required string Language { get; init; }

    /// <summary>The scene's name.</summary>
    public required string Title { get; init; }

    /// <summary>How it begins.</summary>
    public required string Situation { get; init; }

    /// <summary>What staff say where it is handled well.</summary>
    public required IReadOnlyList<string> Say { get; init; }

    /// <summary>What staff do where it is handled well.</summary>
    public required IReadOnlyList<string> Do { get; init; }

    /// <summary>What staff say or do where it is handled badly.</summary>
    public required IReadOnlyList<string> Avoid { get; init; }

    /// <summary>The point the document makes of it; empty where it makes none.</summary>
    public required string Why { get; init; }

    /// <summary>The sentence to remember, if it is short enough for a tip.</summary>
    public required string Tip { get; init; }

    /// <summary>Passages it was taken from.</summary>
    public required IReadOnlyList<string> Passages { get; init; }

    /// <summary>The heading there.</summary>
    public required string Section { get; init; }
}
