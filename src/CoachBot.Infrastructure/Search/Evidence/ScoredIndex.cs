using System.Buffers;
using System.Numerics.Tensors;
using Lucene.Net.Search;

using Fields = CoachBot.Infrastructure.Search.Indexing.Fields;

namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>
/// A Lucene index whose scores are kept in memory, term by term, from the first question that asks for the term: adding up what
/// stands there takes a tenth of the time that walking Lucene's lists takes. The scores are Lucene's own.
/// </summary>
internal sealed class ScoredIndex
{
    private const int Stretch = 32;

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
    public ScoredTerm Look(string field, string term) => _fields[field].Look(term);

    /// <summary>The words of the index that a word may have been meant for, with their likeness from 0 to 1.</summary>
    public IEnumerable<(ScoredTerm Term, float Likeness)> Near(string word) =>
        _spellings.Value.Of(word).Select(near => (Look(Fields.Text, near.Word), near.Likeness));

    /// <summary>The documents that score highest over all terms, best first, equal ones in the order of the index.</summary>
    public List<(int Document, float Score)> Best(IEnumerable<(ScoredTerm Term, float Weight)> terms, int take)
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
        foreach (var posting in term.Postings)
        {
            scores[posting.Document] += weight * posting.Score;
        }
    }

    // So many stretches have a document at least as good as the bound that no worse one can be among the best.
    private static List<(int Document, float Score)> Highest(ReadOnlySpan<float> scores, int take)
    {
        var most = new float[(scores.Length + Stretch - 1) / Stretch];
        for (var stretch = 0; stretch < most.Length; stretch++)
        {
            most[stretch] = TensorPrimitives.Max(Of(scores, stretch));
        }

        var bound = Bound(most, take);
        var found = new List<ulong>(take * 2);
        for (var stretch = 0; stretch < most.Length; stretch++)
        {
            if (most[stretch] >= bound)
            {
                Collect(found, Of(scores, stretch), stretch * Stretch, bound);
            }
        }

        found.Sort();
        var best = new List<(int, float)>(Math.Min(take, found.Count));
        for (var at = found.Count - 1; at >= 0 && best.Count < take; at--)
        {
            var document = (int)~(uint)found[at];
            best.Add((document, scores[document]));
        }

        return best;
    }

    private static ReadOnlySpan<float> Of(ReadOnlySpan<float> scores, int stretch) =>
        scores.Slice(stretch * Stretch, Math.Min(Stretch, scores.Length - (stretch * Stretch)));

    // A document without any of the terms is never among the best.
    private static float Bound(float[] most, int take)
    {
        if (most.Length <= take)
        {
            return float.Epsilon;
        }

        return Math.Max(float.Epsilon, Selection.Largest(most.AsSpan().ToArray(), take));
    }

    private static void Collect(List<ulong> found, ReadOnlySpan<float> scores, int first, float bound)
    {
        for (var at = 0; at < scores.Length; at++)
        {
            if (scores[at] >= bound)
            {
                found.Add(Place(scores[at], first + at));
            }
        }
    }

    // One number that orders by score, then by document: the bits of a positive number order as it does.
    private static ulong Place(float score, int document) => ((ulong)BitConverter.SingleToUInt32Bits(score) << 32) | (uint)~document;
}
