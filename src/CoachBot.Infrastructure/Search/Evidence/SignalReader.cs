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
    private const int Nobody = -1;

    private readonly IndexSearcher _cases;
    private readonly IndexSearcher _alternates;
    private readonly ScoredIndex _caseScores;
    private readonly ScoredIndex _alternateScores;
    private readonly PlacedTerms _terms;
    private readonly Voter? _voter;

    // Cases and redirects by number: those of both indexes, and what a document or a vote speaks for.
    private readonly string[] _ids;
    private readonly int[] _entryOfCase;
    private readonly int[] _entryOfAlternate;
    private readonly int[] _voteOfEntry;
    private readonly int[] _entryOfVote;
    private readonly int _outsideVote;
    private readonly float _noVote;

    public SignalReader(IndexSearcher cases, IndexSearcher alternates, Voter? voter)
    {
        _cases = cases;
        _alternates = alternates;
        _caseScores = new ScoredIndex(cases);
        _alternateScores = new ScoredIndex(alternates);
        _terms = new PlacedTerms(_caseScores, _alternateScores);
        _voter = voter;
        var (caseIds, alternateIds) = (Ids(cases.IndexReader), Ids(alternates.IndexReader));
        _ids = caseIds.Concat(alternateIds).Distinct(StringComparer.Ordinal).ToArray();
        var entries = Numbers(_ids);
        _entryOfCase = Array.ConvertAll(caseIds, id => entries[id]);
        _entryOfAlternate = Array.ConvertAll(alternateIds, id => entries[id]);
        var votes = Numbers(voter?.Labels ?? []);
        _voteOfEntry = Array.ConvertAll(_ids, id => votes.GetValueOrDefault(id, Nobody));
        _outsideVote = votes.GetValueOrDefault(Voter.Outside, Nobody);

        // The voter may have learnt from an earlier state of the pack, which had cases that this one has no longer.
        var known = caseIds.ToHashSet(StringComparer.Ordinal);
        _entryOfVote = (voter?.Labels ?? []).Select(label => known.Contains(label) ? entries[label] : Nobody).ToArray();
        _noVote = -MathF.Log(Math.Max(2, caseIds.Length));
    }

    /// <summary>The signals of a question.</summary>
    public QuestionSignals Read(AnalyzedText question)
    {
        var asked = Clause.Of(question).ConvertAll(clause => new Asked(clause, _terms.Look(clause)));
        var votes = _voter?.Vote(question.Features);
        var tally = new CandidateTally(_ids.Length);
        TallyTexts(asked, tally);
        TallyAlternates(asked, tally);
        TallyBestVotes(votes, tally);
        return new QuestionSignals(
            Candidates(tally, votes),
            LogVote(votes, _outsideVote),
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
            .OrderByDescending(clause => clause.Weight * _terms.Look(clause).InCases.Rarity)
            .Select(clause => clause.Text)
            .Take(MostTermsShown)
            .ToList();
    }

    private bool IsIn(TermQuery only, Clause clause)
    {
        var both = new BooleanQuery { { only, Occur.MUST }, { new TermQuery(clause.Term), Occur.MUST } };
        return _cases.Search(both, 1).TotalHits > 0;
    }

    private List<CandidateSignals> Candidates(CandidateTally tally, float[]? votes)
    {
        var candidates = new List<CandidateSignals>(tally.Seen.Count);
        foreach (var entry in tally.Seen)
        {
            candidates.Add(tally.Signals(entry, _ids[entry], LogVote(votes, _voteOfEntry[entry])));
        }

        return candidates;
    }

    private float LogVote(float[]? votes, int vote) => votes is null || vote == Nobody ? _noVote : votes[vote];

    private void TallyTexts(List<Asked> asked, CandidateTally tally)
    {
        var terms = Forgiven(asked, _caseScores, static place => place.InCases, out var most);
        foreach (var (document, score) in _caseScores.Best(terms, CasesAsked))
        {
            tally.AddText(_entryOfCase[document], score / most);
        }
    }

    private void TallyAlternates(List<Asked> asked, CandidateTally tally)
    {
        var terms = Forgiven(asked, _alternateScores, static place => place.InAlternates, out var most);
        foreach (var (document, score) in _alternateScores.Best(terms, AlternatesAsked))
        {
            tally.AddAlternate(_entryOfAlternate[document], document, score / most);
        }
    }

    private void TallyBestVotes(float[]? votes, CandidateTally tally)
    {
        if (votes is null)
        {
            return;
        }

        var least = Selection.Largest(votes.AsSpan().ToArray(), Math.Min(VotesAsked, votes.Length));
        for (var vote = 0; vote < votes.Length; vote++)
        {
            if (votes[vote] >= least && _entryOfVote[vote] != Nobody)
            {
                tally.See(_entryOfVote[vote]);
            }
        }
    }

    private static float Covered(List<Asked> asked)
    {
        var all = 0f;
        var known = 0f;
        foreach (var term in asked.Where(term => term.Clause.Field == Fields.Text))
        {
            var rarity = term.Place.InAlternates.Rarity;
            all += rarity;
            known += term.Place.IsKnown ? rarity : 0;
        }

        return all == 0 ? 0 : known / all;
    }

    /// <param name="asked">The question.</param>
    /// <param name="index">The index to ask.</param>
    /// <param name="scored">A term's place in it.</param>
    /// <param name="most">Nobody can score more than this: every term as rare as it is, and as frequent as BM25 still rewards.</param>
    private static List<(ScoredTerm Term, float Weight)> Forgiven(List<Asked> asked, ScoredIndex index, Func<PlacedTerm, ScoredTerm> scored, out float most)
    {
        var terms = new List<(ScoredTerm, float)>(asked.Count + 4);
        most = 0;
        foreach (var term in asked)
        {
            most += term.Clause.Weight * scored(term.Place).Rarity * 2.2f;
            if (term.Place.IsKnown || term.Clause.Field != Fields.Text)
            {
                terms.Add((scored(term.Place), term.Clause.Weight));
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

    private static Dictionary<string, int> Numbers(IReadOnlyList<string> names) =>
        names.Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);

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
    private sealed record Asked(Clause Clause, PlacedTerm Place);
}
