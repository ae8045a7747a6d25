namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>What a term gives to each document that has it.</summary>
/// <param name="Postings">The documents, ascending.</param>
/// <param name="Rarity">How rare it is: BM25's logarithm.</param>
internal sealed record ScoredTerm(Posting[] Postings, float Rarity)
{
    /// <summary>How many documents have it.</summary>
    public int Frequency => Postings.Length;
}

/// <summary>A document that has a term.</summary>
/// <param name="Document">Its number.</param>
/// <param name="Score">Its BM25 score, before any weight of a question.</param>
internal readonly record struct Posting(int Document, float Score);
