using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// BM25 that counts only the documents which have a field. Lucene's own takes rarity and mean length from all documents, and
/// cases share their index with many more ways of asking.
/// </summary>
internal sealed class LibrarySimilarity() : BM25Similarity(1.2f, 0.3f)
{
    /// <summary>The only one needed; must be the same when writing and searching.</summary>
    public static LibrarySimilarity Instance { get; } = new();

    /// <summary>How rare a term is among the documents that have its field.</summary>
    public static float Rarity(long documents, long frequency) =>
        MathF.Log(1 + ((Math.Max(documents, frequency) - frequency + 0.5f) / (frequency + 0.5f)));

    /// <inheritdoc />
    public override Explanation IdfExplain(CollectionStatistics collectionStats, TermStatistics termStats) =>
        new(Rarity(collectionStats.DocCount, termStats.DocFreq), "rarity");

    /// <inheritdoc />
    protected override float AvgFieldLength(CollectionStatistics collectionStats) => collectionStats.SumTotalTermFreq <= 0 || collectionStats.DocCount <= 0
        ? 1
        : (float)(collectionStats.SumTotalTermFreq / (double)collectionStats.DocCount);
}
