namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>What a term gives to each document that has it.</summary>
/// <param name="Documents">The documents, ascending.</param>
/// <param name="Scores">Their BM25 scores, before any weight of a question.</param>
/// <param name="Rarity">How rare it is: BM25's logarithm.</param>
internal sealed record ScoredTerm(int[] Documents, float[] Scores, float Rarity)
{
    /// <summary>How many documents have it.</summary>
    public int Frequency => Documents.Length;
}
