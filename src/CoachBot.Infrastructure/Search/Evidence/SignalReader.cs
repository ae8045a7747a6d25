using CoachBot.Infrastructure.Search.Analysis;
using CoachBot.Infrastructure.Search.Voting;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

using Fields = CoachBot.Infrastructure.Search.Indexing.Fields;

namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>Asks the two indexes and the voter what they know of a question.</summary>
internal sealed class SignalReader
{
    private const int MostTermsShown = 8;
    private const int CasesAsked = 60;
    private const int AlternatesAsked = 120;
    private const float SoundWeight = 0.5f;
    private const float TypoWeight = 0.7f;

    private readonly IndexSearcher _cases;
    private readonly IndexSearcher _alternates;
    private readonly Voter? _voter;
    private readonly string[] _caseIds;
    private readonly string[] _alternateIds;
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, int> _voteOf;

    public SignalReader(IndexSearcher cases, IndexSearcher alternates, Voter? voter)
    {
        _cases = cases;
        _alternates = alternates;
        _voter = voter;
        _caseIds = Ids(cases.IndexReader);
        _alternateIds = Ids(alternates.IndexReader);

        // The voter may have learnt from an earlier state of the pack, which had cases that this one has no longer.
        _known = _caseIds.ToHashSet(StringComparer.Ordinal);
        _voteOf = (voter?.Labels ?? []).Select((label, at) => (label, at)).ToDictionary(pair => pair.label, pair => pair.at, StringComparer.Ordinal);
    }

    /// <summary>The signals of a question.</summary>
    public QuestionSignals Read(AnalyzedText question)
    {
        var clauses = Clause.Of(question);
        var query = Combine(clauses);
        var votes = _voter?.Vote(question.Features);
        var texts = Texts(query, Most(_cases, clauses));
        var alternates = Alternates(query, Most(_alternates, clauses));
        var ids = texts.Keys.Union(alternates.Keys).Union(BestVotes(votes));
        return new QuestionSignals(
            ids.Select(id => Candidate(id, texts, alternates, votes)).ToList(),
            LogVote(votes, Voter.Outside),
            Covered(clauses),
            clauses.Count(clause => clause.Field == Fields.Text));
    }

    /// <summary>The wording of an alternate that a candidate names.</summary>
    public string Wording(int alternate) => _alternates.Doc(alternate).Get(Fields.Wording);

    /// <summary>Which terms of a question stand in the text of a case, heaviest first.</summary>
    public IReadOnlyList<string> SharedTerms(string id, AnalyzedText question)
    {
        var only = new TermQuery(new Term(Fields.Id, id));
        return Clause.Of(question)
            .Where(clause => IsIn(only, clause))
            .OrderByDescending(clause => clause.Weight * Idf(_cases.IndexReader, clause))
            .Select(clause => clause.Text)
            .Take(MostTermsShown)
            .ToList();
    }

    private bool IsIn(TermQuery only, Clause clause)
    {
        var both = new BooleanQuery { { only, Occur.MUST }, { new TermQuery(clause.Term), Occur.MUST } };
        return _cases.Search(both, 1).TotalHits > 0;
    }

    private CandidateSignals Candidate(
        string id, Dictionary<string, float> texts, Dictionary<string, Nearest> alternates, float[]? votes)
    {
        var nearest = alternates.GetValueOrDefault(id);
        return new CandidateSignals(id, texts.GetValueOrDefault(id), nearest?.Best ?? 0, nearest?.MeanOfThree ?? 0, LogVote(votes, id))
        {
            NearestAlternate = nearest?.Document,
        };
    }

    private float LogVote(float[]? votes, string label) =>
        votes is not null && _voteOf.TryGetValue(label, out var at) ? votes[at] : -MathF.Log(Math.Max(2, _caseIds.Length));

    private IEnumerable<string> BestVotes(float[]? votes) => votes is null
        ? []
        : votes.Index().OrderByDescending(vote => vote.Item).Take(10).Select(vote => _voter!.Labels[vote.Index]).Where(_known.Contains);

    private Dictionary<string, float> Texts(Query query, float most)
    {
        var found = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var hit in _cases.Search(query, CasesAsked).ScoreDocs)
        {
            found[_caseIds[hit.Doc]] = hit.Score / most;
        }

        return found;
    }

    private Dictionary<string, Nearest> Alternates(Query query, float most)
    {
        var found = new Dictionary<string, Nearest>(StringComparer.Ordinal);
        foreach (var hit in _alternates.Search(query, AlternatesAsked).ScoreDocs)
        {
            var id = _alternateIds[hit.Doc];
            if (!found.TryGetValue(id, out var nearest))
            {
                found[id] = nearest = new Nearest(hit.Doc, hit.Score / most);
            }

            nearest.Add(hit.Score / most);
        }

        return found;
    }

    // Nobody can score more than this: every term as rare as it is, and as frequent as BM25 still rewards.
    private static float Most(IndexSearcher searcher, List<Clause> clauses)
    {
        var most = clauses.Sum(clause => clause.Weight * Idf(searcher.IndexReader, clause) * 2.2f);
        return Math.Max(most, 1e-6f);
    }

    private float Covered(List<Clause> clauses)
    {
        var all = 0f;
        var known = 0f;
        foreach (var clause in clauses.Where(clause => clause.Field == Fields.Text))
        {
            var idf = Idf(_alternates.IndexReader, clause);
            all += idf;
            known += _alternates.IndexReader.DocFreq(clause.Term) + _cases.IndexReader.DocFreq(clause.Term) > 0 ? idf : 0;
        }

        return all == 0 ? 0 : known / all;
    }

    private static float Idf(IndexReader reader, Clause clause)
    {
        var frequency = reader.DocFreq(clause.Term);
        return MathF.Log(1 + ((reader.MaxDoc - frequency + 0.5f) / (frequency + 0.5f)));
    }

    private BooleanQuery Combine(List<Clause> clauses)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var clause in clauses)
        {
            query.Add(Forgiving(clause), Occur.SHOULD);
        }

        return query;
    }

    // A word or pair that nobody wrote may be a slip: ask for its neighbours in spelling, or for its sound.
    private Query Forgiving(Clause clause)
    {
        if (clause.Field != Fields.Text || clause.Term.Text.Length < 2 || IsKnown(clause.Term))
        {
            return new TermQuery(clause.Term) { Boost = clause.Weight };
        }

        if (Core.Language.TextFolding.IsHan(clause.Term.Text[0]))
        {
            var sound = VoterFeatures.Sound(clause.Term.Text);
            return sound is null
                ? new TermQuery(clause.Term)
                : new TermQuery(new Term(Fields.Sounds, sound)) { Boost = SoundWeight };
        }

        return clause.Term.Text.Length < 4
            ? new TermQuery(clause.Term)
            : new FuzzyQuery(clause.Term, clause.Term.Text.Length < 7 ? 1 : 2, prefixLength: 1, maxExpansions: 3, transpositions: true) { Boost = TypoWeight };
    }

    private bool IsKnown(Term term) => _alternates.IndexReader.DocFreq(term) > 0 || _cases.IndexReader.DocFreq(term) > 0;

    private static string[] Ids(IndexReader reader)
    {
        if (MultiDocValues.GetSortedValues(reader, Fields.Id) is not { } values)
        {
            return new string[reader.MaxDoc];
        }

        var names = new string[values.ValueCount];
        var name = new BytesRef();
        for (var at = 0; at < names.Length; at++)
        {
            values.LookupOrd(at, name);
            names[at] = name.Utf8ToString();
        }

        return Enumerable.Range(0, reader.MaxDoc).Select(document => names[values.GetOrd(document)]).ToArray();
    }

    private sealed class Nearest(int document, float best)
    {
        private int _count;
        private float _sum;

        public int Document => document;

        public float Best => best;

        public float MeanOfThree => _sum / 3;

        public void Add(float score)
        {
            if (_count++ < 3)
            {
                _sum += score;
            }
        }
    }
}
