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
    private const int VotesAsked = 10;
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
        var asked = Clause.Of(question).ConvertAll(clause => new Asked(clause, _caseScores.Look(clause.Field, clause.Text), _alternateScores.Look(clause.Field, clause.Text)));
        var votes = _voter?.Vote(question.Features);
        var texts = Texts(asked);
        var alternates = Alternates(asked);
        return new QuestionSignals(
            Candidates(texts, alternates, votes),
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
            .OrderByDescending(clause => clause.Weight * _caseScores.Rarity(_caseScores.Look(clause.Field, clause.Text).Frequency))
            .Select(clause => clause.Text)
            .Take(MostTermsShown)
            .ToList();
    }

    private bool IsIn(TermQuery only, Clause clause)
    {
        var both = new BooleanQuery { { only, Occur.MUST }, { new TermQuery(clause.Term), Occur.MUST } };
        return _cases.Search(both, 1).TotalHits > 0;
    }

    private List<CandidateSignals> Candidates(Dictionary<string, float> texts, Dictionary<string, Nearest> alternates, float[]? votes)
    {
        var seen = new HashSet<string>(CasesAsked + AlternatesAsked, StringComparer.Ordinal);
        var candidates = new List<CandidateSignals>(CasesAsked + AlternatesAsked);
        foreach (var id in texts.Keys.Concat(alternates.Keys).Concat(BestVotes(votes)))
        {
            if (seen.Add(id))
            {
                candidates.Add(Candidate(id, texts, alternates, votes));
            }
        }

        return candidates;
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

    private IEnumerable<string> BestVotes(float[]? votes)
    {
        if (votes is null)
        {
            return [];
        }

        var sorted = votes.AsSpan().ToArray();
        Array.Sort(sorted);
        var least = sorted[Math.Max(0, sorted.Length - VotesAsked)];
        return votes.Index().Where(vote => vote.Item >= least).Select(vote => _voter!.Labels[vote.Index]).Where(_known.Contains);
    }

    private Dictionary<string, float> Texts(List<Asked> asked)
    {
        var terms = Forgiven(asked, _caseScores, term => term.InCases, out var most);
        var found = new Dictionary<string, float>(CasesAsked, StringComparer.Ordinal);
        foreach (var hit in _caseScores.Best(terms, CasesAsked))
        {
            found[_caseIds[hit.Doc]] = hit.Score / most;
        }

        return found;
    }

    private Dictionary<string, Nearest> Alternates(List<Asked> asked)
    {
        var terms = Forgiven(asked, _alternateScores, term => term.InAlternates, out var most);
        var found = new Dictionary<string, Nearest>(AlternatesAsked, StringComparer.Ordinal);
        foreach (var hit in _alternateScores.Best(terms, AlternatesAsked))
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

    /// <param name="asked">The question.</param>
    /// <param name="index">The index to ask.</param>
    /// <param name="scored">A term's place in it.</param>
    /// <param name="most">Nobody can score more than this: every term as rare as it is, and as frequent as BM25 still rewards.</param>
    private static List<(ScoredTerm Term, float Weight)> Forgiven(List<Asked> asked, ScoredIndex index, Func<Asked, ScoredTerm> scored, out float most)
    {
        var terms = new List<(ScoredTerm, float)>(asked.Count + 4);
        most = 0;
        foreach (var term in asked)
        {
            most += term.Clause.Weight * index.Rarity(scored(term).Frequency) * 2.2f;
            if (term.IsKnown || term.Clause.Field != Fields.Text)
            {
                terms.Add((scored(term), term.Clause.Weight));
            }
            else
            {
                Forgive(term.Clause.Text, index, terms);
            }
        }

        most = Math.Max(most, 1e-6f);
        return terms;
    }

    // A word or pair that nobody wrote may be a slip: ask for its neighbours in spelling, or for its sound.
    private static void Forgive(string term, ScoredIndex index, List<(ScoredTerm Term, float Weight)> terms)
    {
        if (!Core.Language.TextFolding.IsHan(term[0]))
        {
            terms.AddRange(term.Length < ShortestMistyped ? [] : index.Near(term).Select(near => (near.Term, TypoWeight * near.Likeness)));
        }
        else if (term.Length == 2 && VoterFeatures.Sound(term) is { } sound)
        {
            terms.Add((index.Look(Fields.Sounds, sound), SoundWeight));
        }
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
