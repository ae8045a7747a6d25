using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>The scores of one field's terms, each read from Lucene when it is first asked for.</summary>
internal sealed class ScoredField
{
    private readonly Similarity _similarity;
    private readonly CollectionStatistics _statistics;
    private readonly AtomicReaderContext? _segment;
    private readonly Terms? _terms;
    private readonly int _size;
    private readonly ScoredTerm _nowhere;
    private readonly ConcurrentDictionary<string, ScoredTerm> _known = new(StringComparer.Ordinal);

    // Making a place to look from costs more than looking; one serves one thread at a time.
    private readonly ConcurrentQueue<TermsEnum> _idle = [];

    public ScoredField(IndexSearcher searcher, string field)
    {
        _similarity = searcher.Similarity;
        _statistics = searcher.CollectionStatistics(field);

        // The index is merged into one segment when it is written; an empty one has none.
        _segment = searcher.TopReaderContext.Leaves.SingleOrDefault();
        _terms = _segment?.AtomicReader.GetTerms(field);
        _size = searcher.IndexReader.MaxDoc;
        _nowhere = new ScoredTerm([], Rarity(0));
    }

    /// <summary>Where a term stands and what it gives there.</summary>
    public ScoredTerm Look(string term)
    {
        if (_known.TryGetValue(term, out var known))
        {
            return known;
        }

        // Only terms that exist are kept: what people type has no end, the index has.
        var read = Read(term);
        return read.Frequency == 0 ? read : _known.GetOrAdd(term, read);
    }

    /// <summary>All terms of the field.</summary>
    public IEnumerable<string> AllTerms()
    {
        if (_terms is null)
        {
            yield break;
        }

        var term = _terms.GetEnumerator();
        while (term.MoveNext())
        {
            yield return term.Term.Utf8ToString();
        }
    }

    private ScoredTerm Read(string term)
    {
        if (_terms is null)
        {
            return _nowhere;
        }

        var place = _idle.TryDequeue(out var idle) ? idle : _terms.GetEnumerator();
        var bytes = new BytesRef(term);
        var read = place.SeekExact(bytes) ? Scores(bytes, place) : _nowhere;
        _idle.Enqueue(place);
        return read;
    }

    private float Rarity(int frequency) => MathF.Log(1 + ((_size - frequency + 0.5f) / (frequency + 0.5f)));

    private ScoredTerm Scores(BytesRef term, TermsEnum place)
    {
        var weight = _similarity.ComputeWeight(1, _statistics, new TermStatistics(term, place.DocFreq, place.TotalTermFreq));
        _ = weight.GetValueForNormalization();
        weight.Normalize(1, 1);
        var scorer = _similarity.GetSimScorer(weight, _segment);
        var list = place.Docs(null, null, DocsFlags.FREQS);
        var scored = new ScoredTerm(new Posting[place.DocFreq], Rarity(place.DocFreq));
        for (var at = 0; at < scored.Frequency; at++)
        {
            var document = list.NextDoc();
            scored.Postings[at] = new Posting(document, scorer.Score(document, list.Freq));
        }

        return scored;
    }
}
