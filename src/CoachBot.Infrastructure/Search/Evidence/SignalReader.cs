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
    private const int ShortestMistyped = 4;

    private readonly IndexSearcher _cases;
    private readonly IndexSearcher _alternates;
    private readonly ScoredIndex _caseScores;
    private readonly ScoredIndex _alternateScores;
    private readonly Voter? _voter;
    private readonly string[] _caseIds;
    private readonly string[] _alternateIds;
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, int> _voteOf;

    public SignalReader(IndexSearcher cases, IndexSearcher alternates, Voter? voter)
    {
        _cases = cases;
        _alternates = alternates;
        _caseScores = new ScoredIndex(cases);
        _alternateScores = new ScoredIndex(alternates);
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
        var asked = Clause.Of(question).ConvertAll(clause => new Asked(clause, _caseScores.Look(clause.Term), _alternateScores.Look(clause.Term)));
        var votes = _voter?.Vote(question.Features);
        var texts = Texts(asked);
        var alternates = Alternates(asked);
        var ids = texts.Keys.Union(alternates.Keys).Union(BestVotes(votes));
        return new QuestionSignals(
            ids.Select(id => Candidate(id, texts, alternates, votes)).ToList(),
            LogVote(votes, Voter.Outside),
            Covered(asked),
            asked.Count(term => term.Clause.Field == Fields.Text));
    }

    /// <summary>The wording of an alternate that a candidate names.</summary>
    public string Wording(int alternate) => _alternates.Doc(alternate).Get(Fields.Wording);

    /// <summary>Which terms of a question stand in the text of a case, heaviest first.</summary>
    public IReadOnlyList<string> SharedTerms(string id, AnalyzedText question)
    {
        var only = new TermQuery(new Term(Fields.Id, id));
        return Clause.Of(question)
            .Where(clause => IsIn(only, clause))
            .OrderByDescending(clause => clause.Weight * _caseScores.Rarity(_caseScores.Look(clause.Term).Frequency))
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

    private Dictionary<string, float> Texts(List<Asked> asked)
    {
        var most = Most(_caseScores, asked.Select(term => (term.Clause, term.InCases)));
        var found = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var hit in _caseScores.Best(asked.SelectMany(term => Forgiving(_caseScores, term, term.InCases)), CasesAsked))
        {
            found[_caseIds[hit.Doc]] = hit.Score / most;
        }

        return found;
    }

    private Dictionary<string, Nearest> Alternates(List<Asked> asked)
    {
        var most = Most(_alternateScores, asked.Select(term => (term.Clause, term.InAlternates)));
        var found = new Dictionary<string, Nearest>(StringComparer.Ordinal);
        foreach (var hit in _alternateScores.Best(asked.SelectMany(term => Forgiving(_alternateScores, term, term.InAlternates)), AlternatesAsked))
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
    private static float Most(ScoredIndex index, IEnumerable<(Clause Clause, ScoredTerm Scored)> terms) =>
        Math.Max(terms.Sum(term => term.Clause.Weight * index.Rarity(term.Scored.Frequency) * 2.2f), 1e-6f);

    private float Covered(List<Asked> asked)
    {
        var all = 0f;
        var known = 0f;
        foreach (var term in asked.Where(term => term.Clause.Field == Fields.Text))
        {
            var rarity = _alternateScores.Rarity(term.InAlternates.Frequency);
            all += rarity;
            known += term.IsKnown ? rarity : 0;
        }

        return all == 0 ? 0 : known / all;
    }

    // A word or pair that nobody wrote may be a slip: ask for its neighbours in spelling, or for its sound.
    private static IEnumerable<(ScoredTerm Term, float Weight)> Forgiving(ScoredIndex index, Asked asked, ScoredTerm scored)
    {
        var term = asked.Clause.Term;
        if (asked.IsKnown || asked.Clause.Field != Fields.Text)
        {
            return [(scored, asked.Clause.Weight)];
        }

        if (Core.Language.TextFolding.IsHan(term.Text[0]))
        {
            return term.Text.Length == 2 && VoterFeatures.Sound(term.Text) is { } sound ? [(index.Look(new Term(Fields.Sounds, sound)), SoundWeight)] : [];
        }

        return term.Text.Length < ShortestMistyped ? [] : index.Near(term.Text).Select(near => (near.Term, TypoWeight * near.Likeness));
    }

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

    /// <summary>A clause of the question with where it stands in both indexes.</summary>
    private sealed record Asked(Clause Clause, ScoredTerm InCases, ScoredTerm InAlternates)
    {
        public bool IsKnown => InCases.Frequency > 0 || InAlternates.Frequency > 0;
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
