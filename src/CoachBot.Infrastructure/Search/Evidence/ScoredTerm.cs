namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>What a term gives to each document that has it.</summary>
/// <param name="Documents">The documents, ascending.</param>
/// <param name="Scores">Their BM25 scores, before any weight of a question.</param>
internal sealed record ScoredTerm(int[] Documents, float[] Scores)
{
    /// <summary>A term that no document has.</summary>
    public static ScoredTerm Nowhere { get; } = new([], []);

    /// <summary>How many documents have it.</summary>
    public int Frequency => Documents.Length;
}
