using System.Buffers;
using Lucene.Net.Index;
using Lucene.Net.Search;

using Fields = CoachBot.Infrastructure.Search.Indexing.Fields;

namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>
/// A Lucene index whose scores are kept in memory, term by term, from the first question that asks for the term: adding up what
/// stands there takes a tenth of the time that walking Lucene's lists takes. The scores are Lucene's own.
/// </summary>
internal sealed class ScoredIndex
{
    private readonly Dictionary<string, ScoredField> _fields;
    private readonly Lazy<NearSpellings> _spellings;

    public ScoredIndex(IndexSearcher searcher)
    {
        Size = searcher.IndexReader.MaxDoc;
        _fields = new[] { Fields.Text, Fields.Concepts, Fields.Sounds }.ToDictionary(field => field, field => new ScoredField(searcher, field), StringComparer.Ordinal);
        _spellings = new Lazy<NearSpellings>(() => new NearSpellings(_fields[Fields.Text].AllTerms()));
    }

    /// <summary>How many documents there are.</summary>
    public int Size { get; }

    /// <summary>Where a term stands and what it gives there.</summary>
    public ScoredTerm Look(Term term) => _fields[term.Field].Look(term);

    /// <summary>The rarity of a term that so many documents have: BM25's logarithm.</summary>
    public float Rarity(int frequency) => MathF.Log(1 + ((Size - frequency + 0.5f) / (frequency + 0.5f)));

    /// <summary>The words of the index that a word may have been meant for, with their likeness from 0 to 1.</summary>
    public IEnumerable<(ScoredTerm Term, float Likeness)> Near(string word) =>
        _spellings.Value.Of(word).Select(near => (Look(new Term(Fields.Text, near.Word)), near.Likeness));

    /// <summary>The documents that score highest over all terms, best first, equal ones in the order of the index.</summary>
    public List<ScoreDoc> Best(IEnumerable<(ScoredTerm Term, float Weight)> terms, int take)
    {
        var scores = ArrayPool<float>.Shared.Rent(Math.Max(1, Size));
        Array.Clear(scores, 0, Size);
        foreach (var (term, weight) in terms)
        {
            Add(term, weight, scores);
        }

        var best = Highest(scores.AsSpan(0, Size), take);
        ArrayPool<float>.Shared.Return(scores);
        return best;
    }

    private static void Add(ScoredTerm term, float weight, float[] scores)
    {
        var documents = term.Documents;
        var gains = term.Scores;
        for (var at = 0; at < documents.Length && at < gains.Length; at++)
        {
            scores[documents[at]] += weight * gains[at];
        }
    }

    private static List<ScoreDoc> Highest(ReadOnlySpan<float> scores, int take)
    {
        var heap = new PriorityQueue<int, ulong>(take);
        var least = 0f;
        for (var document = 0; document < scores.Length; document++)
        {
            if (scores[document] <= least)
            {
                continue;
            }

            if (heap.Count < take)
            {
                heap.Enqueue(document, Place(scores[document], document));
            }
            else
            {
                heap.EnqueueDequeue(document, Place(scores[document], document));
                least = scores[heap.Peek()];
            }
        }

        var best = new List<ScoreDoc>(heap.Count);
        while (heap.TryDequeue(out var document, out _))
        {
            best.Add(new ScoreDoc(document, scores[document]));
        }

        best.Reverse();
        return best;
    }

    // One number that orders by score, then by document: the bits of a positive number order as it does.
    private static ulong Place(float score, int document) => ((ulong)BitConverter.SingleToUInt32Bits(score) << 32) | (uint)~document;
}
