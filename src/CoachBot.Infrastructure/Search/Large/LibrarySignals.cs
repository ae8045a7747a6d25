using System.Text.Json;
using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Evidence;
using CoachBot.Infrastructure.Search.Indexing;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>Asks one state of a library what it knows of a question, and reads single cases from it.</summary>
internal sealed class LibrarySignals(IndexSearcher searcher, int? budget = null)
{
    private const int CasesAsked = 60;
    private const int AsksAsked = 120;
    private const int MostTermsShown = 8;

    // What is rare grows with the number of cases: with no more entries, too few terms of a question would find its candidates.
    private const int FewestEntries = 100_000;
    private const int ManyCases = 100_000;
    private const int EntriesForEachMore = 2;
    private readonly IndexReader _reader = searcher.IndexReader;
    private readonly int _budget = budget ?? UsualBudget(searcher.IndexReader.GetDocCount(LibraryFields.Text));

    /// <summary>The signals of a question; no votes are among them.</summary>
    public QuestionSignals Read(AnalyzedText text)
    {
        var question = new LibraryQuestion(_reader, text);
        var candidates = new Dictionary<int, Candidate>();
        var most = Most(question.Text, LibraryFields.Text);
        foreach (var hit in new RarestFirst(searcher, LibraryFields.Text, _budget).Find(question.Text, CasesAsked))
        {
            Of(hit.Doc).Text = hit.Score / most;
        }

        most = Most(question.Asks, LibraryFields.Asks);
        foreach (var hit in new RarestFirst(searcher, LibraryFields.Asks, _budget).Find(question.Asks, AsksAsked))
        {
            Of(hit.Doc - Place(hit.Doc)).Add(hit.Doc, hit.Score / most);
        }

        return new QuestionSignals(candidates.Select(pair => pair.Value.Signals(Name(pair.Key))).ToList(), 0, question.Covered, question.Length);

        Candidate Of(int head) => candidates.TryGetValue(head, out var known) ? known : candidates[head] = new Candidate();
    }

    /// <summary>The case of an id; null when there is none, or it is a redirect.</summary>
    public Case? Case(string id)
    {
        if (Head(id) is not { } head)
        {
            return null;
        }

        var stored = searcher.Doc(head, new HashSet<string> { LibraryFields.Card }).GetBinaryValue(LibraryFields.Card);
        return stored is null ? null : JsonSerializer.Deserialize(stored.Bytes.AsSpan(stored.Offset, stored.Length), PackJson.Default.Case);
    }

    /// <summary>A way of asking that a candidate names.</summary>
    public string Wording(int asked) => searcher.Doc(asked).Get(LibraryFields.Wording);

    /// <summary>Which terms of a question stand in the text of a case, heaviest first.</summary>
    public IReadOnlyList<string> SharedTerms(string id, AnalyzedText question)
    {
        var only = new TermQuery(new Term(LibraryFields.Id, id));
        var documents = _reader.GetDocCount(LibraryFields.Text);
        return Clause.Of(question)
            .Select(clause => (clause.Text, clause.Weight, Term: new Term(LibraryFields.Text, clause.Text)))
            .Where(clause => searcher.Search(new BooleanQuery { { only, Occur.MUST }, { new TermQuery(clause.Term), Occur.MUST } }, 1).TotalHits > 0)
            .OrderByDescending(clause => clause.Weight * LibrarySimilarity.Rarity(documents, _reader.DocFreq(clause.Term)))
            .Select(clause => clause.Text)
            .Take(MostTermsShown)
            .ToList();
    }

    private static int UsualBudget(int cases) => FewestEntries + (EntriesForEachMore * Math.Max(0, cases - ManyCases));

    // Nobody can score more than this: every term as rare as it is, and as frequent as BM25 still rewards.
    private float Most(List<AskedTerm> terms, string field)
    {
        var documents = _reader.GetDocCount(field);
        return Math.Max(terms.Sum(term => term.Weight * LibrarySimilarity.Rarity(documents, term.Frequency) * 2.2f), 1e-6f);
    }

    private int Place(int document)
    {
        var leaf = Leaf(document);
        return (int)leaf.AtomicReader.GetNumericDocValues(LibraryFields.Place).Get(document - leaf.DocBase);
    }

    private string Name(int head)
    {
        var leaf = Leaf(head);
        var name = new BytesRef();
        leaf.AtomicReader.GetBinaryDocValues(LibraryFields.Name).Get(head - leaf.DocBase, name);
        return name.Utf8ToString();
    }

    private AtomicReaderContext Leaf(int document) => _reader.Leaves[ReaderUtil.SubIndex(document, _reader.Leaves)];

    // The first document of a block is the case's own.
    private int? Head(string id)
    {
        var term = new BytesRef(id);
        foreach (var leaf in _reader.Leaves)
        {
            var ids = leaf.AtomicReader.GetTerms(LibraryFields.Id)?.GetEnumerator();
            if (ids is not null && ids.SeekExact(term))
            {
                var first = ids.Docs(leaf.AtomicReader.LiveDocs, null, DocsFlags.NONE).NextDoc();
                if (first != DocIdSetIterator.NO_MORE_DOCS)
                {
                    return leaf.DocBase + first;
                }
            }
        }

        return null;
    }

    private sealed class Candidate
    {
        private float _best;
        private float _few;
        private int _count;
        private int? _nearest;

        public float Text { get; set; }

        public void Add(int asked, float score)
        {
            _nearest ??= asked;
            _best = Math.Max(_best, score);
            _few += _count++ < 3 ? score : 0;
        }

        public CandidateSignals Signals(string id) => new(id, Text, _best, _few / 3, 0) { NearestAlternate = _nearest };
    }
}
