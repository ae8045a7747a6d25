using CoachBot.Core.Language;
using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Evidence;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace CoachBot.Infrastructure.Search.Large;

/// <summary>A question, looked up in both fields of a library; what nobody wrote is asked for by its likely right forms.</summary>
internal sealed class LibraryQuestion
{
    private const float SoundWeight = 0.5f;
    private const float TypoWeight = 0.7f;
    private readonly IndexReader _reader;
    private readonly Dictionary<string, TermsEnum?[]> _lists = new(StringComparer.Ordinal);
    private float _all;
    private float _known;

    public LibraryQuestion(IndexReader reader, AnalyzedText question)
    {
        _reader = reader;
        foreach (var clause in Clause.Of(question))
        {
            Add(clause);
        }
    }

    /// <summary>What to ask whole cases for.</summary>
    public List<AskedTerm> Text { get; } = [];

    /// <summary>What to ask the ways of asking for.</summary>
    public List<AskedTerm> Asks { get; } = [];

    /// <summary>How many distinct terms the question has.</summary>
    public int Length { get; private set; }

    /// <summary>Share of the question's weight that the library knows, 0 to 1.</summary>
    public float Covered => _all == 0 ? 0 : _known / _all;

    private void Add(Clause clause)
    {
        var text = Look(LibraryFields.Text, clause.Text, clause.Weight);
        var asks = Look(LibraryFields.Asks, clause.Text, clause.Weight);
        var known = text.Frequency + asks.Frequency > 0;
        Text.Add(text);
        Asks.Add(asks);
        if (clause.Field == Indexing.Fields.Text)
        {
            var rarity = LibrarySimilarity.Rarity(_reader.GetDocCount(LibraryFields.Asks), asks.Frequency);
            Length++;
            _all += rarity;
            _known += known ? rarity : 0;
            if (!known)
            {
                Forgive(clause.Text);
            }
        }
    }

    // A word or pair that nobody wrote may be a slip: ask for its neighbours in spelling, or for its sound.
    private void Forgive(string term)
    {
        if (term.Length == 2 && TextFolding.IsHan(term[0]))
        {
            if (VoterFeatures.Sound(term) is { } sound)
            {
                Asks.Add(Look(LibraryFields.Asks, sound, SoundWeight));
            }
        }
        else if (term.Length >= 4)
        {
            Text.AddRange(Neighbours(LibraryFields.Text, term));
            Asks.AddRange(Neighbours(LibraryFields.Asks, term));
        }
    }

    private IEnumerable<AskedTerm> Neighbours(string field, string word)
    {
        var fuzzy = new FuzzyQuery(new Term(field, word), word.Length < 7 ? 1 : 2, prefixLength: 1, maxExpansions: 3, transpositions: true);
        var near = fuzzy.Rewrite(_reader) as BooleanQuery;
        return (near?.Clauses ?? [])
            .Select(clause => clause.Query)
            .OfType<TermQuery>()
            .Select(query => Look(field, query.Term.Text, TypoWeight * query.Boost));
    }

    private AskedTerm Look(string field, string text, float weight)
    {
        var term = new Term(field, text);
        var places = new TermContext(_reader.Context);
        foreach (var (leaf, list) in Lists(field).Index())
        {
            if (list is not null && list.SeekExact(term.Bytes))
            {
                places.Register(list.GetTermState(), leaf, list.DocFreq, list.TotalTermFreq);
            }
        }

        return new AskedTerm(term, weight, places);
    }

    // Opening a dictionary costs more than looking a term up in it.
    private TermsEnum?[] Lists(string field)
    {
        if (!_lists.TryGetValue(field, out var lists))
        {
            _lists[field] = lists = _reader.Leaves.Select(leaf => leaf.AtomicReader.GetTerms(field)?.GetEnumerator()).ToArray();
        }

        return lists;
    }
}
