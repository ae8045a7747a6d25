using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>
/// Ranks documents by BM25 without reading the long lists of common terms. The rarest terms find the candidates, until a
/// budget of list entries is used up; the terms left over are looked up for the candidates alone. What everybody writes can
/// move a candidate but cannot make one. With short lists nothing is left over, and the ranking is the exact one.
/// </summary>
internal sealed class RarestFirst(IndexSearcher searcher, string field, int budget)
{
    private const int FewestTerms = 3;
    private const int CandidatesPerHit = 3;

    /// <summary>The best documents, best first.</summary>
    public ScoreDoc[] Find(IReadOnlyList<AskedTerm> terms, int take)
    {
        var (finding, common) = Split(terms);
        if (finding.Count == 0)
        {
            return [];
        }

        var statistics = searcher.CollectionStatistics(field);
        var found = Best(finding, statistics, common.Count == 0 ? take : take * CandidatesPerHit);
        if (common.Count > 0)
        {
            Array.Sort(found, (one, other) => one.Doc.CompareTo(other.Doc));
            AddAll(common, statistics, found);
        }

        Array.Sort(found, (one, other) => one.Score != other.Score ? other.Score.CompareTo(one.Score) : one.Doc.CompareTo(other.Doc));
        return found.Length > take ? found[..take] : found;
    }

    private (List<AskedTerm> Finding, List<AskedTerm> Common) Split(IReadOnlyList<AskedTerm> terms)
    {
        var known = terms.Where(term => term.Frequency > 0).OrderBy(term => term.Frequency).ToList();
        var read = 0L;
        var finding = known.TakeWhile((term, at) => (read += term.Frequency) <= budget || at < FewestTerms).ToList();
        return (finding, known.GetRange(finding.Count, known.Count - finding.Count));
    }

    private ScoreDoc[] Best(List<AskedTerm> terms, CollectionStatistics statistics, int take)
    {
        var weights = terms.ConvertAll(term => Weigh(term, statistics));
        using var sum = new ListSum(take);
        foreach (var leaf in searcher.TopReaderContext.Leaves)
        {
            sum.Add(Lists(leaf, terms, weights), leaf.DocBase, leaf.AtomicReader.MaxDoc, leaf.AtomicReader.LiveDocs);
        }

        return sum.Best;
    }

    private List<ScoredList> Lists(AtomicReaderContext leaf, List<AskedTerm> terms, List<Similarity.SimWeight> weights)
    {
        var lists = new List<ScoredList>(terms.Count);
        var dictionary = leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
        for (var at = 0; dictionary is not null && at < terms.Count; at++)
        {
            if (terms[at].Places.Get(leaf.Ord) is { } place)
            {
                dictionary.SeekExact(terms[at].Term.Bytes, place);
                lists.Add(new ScoredList(dictionary.Docs(null, null, DocsFlags.FREQS), searcher.Similarity.GetSimScorer(weights[at], leaf)));
            }
        }

        return lists;
    }

    private void AddAll(List<AskedTerm> terms, CollectionStatistics statistics, ScoreDoc[] found)
    {
        var weights = terms.ConvertAll(term => Weigh(term, statistics));
        var leaves = searcher.TopReaderContext.Leaves;
        for (var start = 0; start < found.Length;)
        {
            var leaf = leaves[ReaderUtil.SubIndex(found[start].Doc, leaves)];
            var end = start;
            while (end < found.Length && found[end].Doc < leaf.DocBase + leaf.Reader.MaxDoc)
            {
                end++;
            }

            AddLeaf(leaf, terms, weights, found.AsSpan(start, end - start));
            start = end;
        }
    }

    private Similarity.SimWeight Weigh(AskedTerm term, CollectionStatistics statistics)
    {
        var weight = searcher.Similarity.ComputeWeight(term.Weight, statistics, searcher.TermStatistics(term.Term, term.Places));
        _ = weight.GetValueForNormalization();
        weight.Normalize(1, 1);
        return weight;
    }

    private void AddLeaf(AtomicReaderContext leaf, List<AskedTerm> terms, List<Similarity.SimWeight> weights, Span<ScoreDoc> found)
    {
        var lists = leaf.AtomicReader.GetTerms(field)?.GetEnumerator();
        DocsEnum? list = null;
        for (var at = 0; lists is not null && at < terms.Count; at++)
        {
            if (terms[at].Places.Get(leaf.Ord) is not { } place)
            {
                continue;
            }

            lists.SeekExact(terms[at].Term.Bytes, place);
            list = lists.Docs(null, list, DocsFlags.FREQS);
            AddTerm(list, searcher.Similarity.GetSimScorer(weights[at], leaf), leaf.DocBase, found);
        }
    }

    private static void AddTerm(DocsEnum list, Similarity.SimScorer scorer, int first, Span<ScoreDoc> found)
    {
        var document = -1;
        foreach (var hit in found)
        {
            var wanted = hit.Doc - first;
            document = document < wanted ? list.Advance(wanted) : document;
            if (document == wanted)
            {
                hit.Score += scorer.Score(document, list.Freq);
            }
            else if (document == DocIdSetIterator.NO_MORE_DOCS)
            {
                return;
            }
        }
    }
}
