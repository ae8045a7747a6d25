using CoachBot.Core.Documents;
using CoachBot.Core.Knowledge;
using CoachBot.Core.Search;

namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>
/// The pack by meaning, beside the lexical index. It moves the calibrated evidence of what the index found by what nearness in meaning
/// says beyond chance, so that the bounds of a decision keep their meaning. Safe to call from many threads.
/// </summary>
internal sealed class MeaningSearch
{
    // Both kinds of evidence read the same words, so the second is not believed in full.
    private const float Independence = 0.4f;
    private const int CandidatesAdded = 10;
    private const float NearPassage = 0.35f;
    private const double Unfound = 0.002;
    private volatile State? _state;

    /// <summary>Whether there is anything to compare with.</summary>
    public bool IsReady => _state is not null;

    /// <summary>Numbers a vector; 0 before it is ready.</summary>
    public int Dimensions => _state?.Dimensions ?? 0;

    /// <summary>The pack whose meaning it knows; null before it is ready.</summary>
    public string? Fingerprint => _state?.Fingerprint;

    /// <summary>Takes over a pack whose texts are embedded; texts without an embedding are left out.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="file">The embeddings.</param>
    /// <param name="cancel">Leaves everything as it was.</param>
    public void Load(KnowledgePack pack, EmbeddingFile file, CancellationToken cancel)
    {
        var texts = MeaningText.Of(pack).Where(text => file.Find(text.Key) is not null).ToList();
        var table = new VectorTable(file.Dimensions);
        var vectors = texts.ConvertAll(text => file.Find(text.Key)!);
        vectors.ForEach(vector => table.Add(vector));

        var passages = pack.Passages.DistinctBy(passage => passage.Id).ToDictionary(passage => passage.Id, StringComparer.Ordinal);
        var redirects = pack.Redirects.Select(redirect => redirect.Id).ToHashSet(StringComparer.Ordinal);
        _state = texts.Count == 0
            ? null
            : new State(pack.Fingerprint, file.Dimensions, table, texts, MeaningFit.Learn(table, vectors, texts, cancel), passages, redirects);
    }

    /// <summary>The findings with the evidence of meaning in them.</summary>
    /// <param name="lexical">What the index found.</param>
    /// <param name="question">The question's vector, length one.</param>
    public Findings Weigh(Findings lexical, ReadOnlySpan<float> question)
    {
        if (_state is not { Fit.IsUseful: true } state)
        {
            return lexical;
        }

        var cosines = new float[state.Table.Count];
        state.Table.Compare(question, cosines);
        var near = MeaningCandidate.Of(cosines, state.Texts, _ => true);
        var logOdds = near.ToDictionary(candidate => candidate.Id, state.Fit.LogOdds, StringComparer.Ordinal);
        var chance = -Math.Log(Math.Max(2, near.Count) - 1);
        var ids = lexical.Cases.Select(hit => hit.Id).Union(near.Where(candidate => !state.Redirects.Contains(candidate.Id)).Take(CandidatesAdded).Select(candidate => candidate.Id));
        var scores = lexical.Cases.ToDictionary(hit => hit.Id, StringComparer.Ordinal);
        var weighed = ids.Select(id => Moved(scores.GetValueOrDefault(id) ?? new CaseHit(id, Unfound), logOdds, chance)).ToList();
        var redirect = lexical.Redirect is { } found ? Moved(found, logOdds, chance) : null;
        return lexical with
        {
            Cases = Ordered(weighed, lexical.Cases.Sum(hit => hit.Score)),
            Redirect = redirect,
            Passages = Passages(lexical.Passages, cosines, state),
        };
    }

    private static CaseHit Moved(CaseHit hit, Dictionary<string, float> logOdds, double chance)
    {
        if (!logOdds.TryGetValue(hit.Id, out var byMeaning))
        {
            return hit;
        }

        var score = Math.Clamp(hit.Score, 0.0005, 0.9995);
        var moved = Math.Log(score / (1 - score)) + (Independence * (byMeaning - chance));
        return hit with { Score = Math.Round(1 / (1 + Math.Exp(-moved)), 4) };
    }

    // At most one case is what the question is about: what one gains beyond the whole, the others lose.
    private static List<CaseHit> Ordered(List<CaseHit> hits, double before)
    {
        var sum = hits.Sum(hit => hit.Score);
        var most = Math.Max(1, before);
        return hits.Select(hit => sum <= most ? hit : hit with { Score = Math.Round(hit.Score * most / sum, 4) })
            .OrderByDescending(hit => hit.Score)
            .ThenBy(hit => hit.Id, StringComparer.Ordinal)
            .ToList();
    }

    private static List<PassageMatch> Passages(IReadOnlyList<PassageMatch> lexical, float[] cosines, State state)
    {
        var byMeaning = Enumerable.Range(0, state.Texts.Count)
            .Where(at => state.Texts[at].IsPassage && cosines[at] >= NearPassage && state.Passages.ContainsKey(state.Texts[at].Id))
            .Select(at => new PassageMatch(state.Passages[state.Texts[at].Id], Math.Round(Math.Min(0.5, cosines[at] / 2), 4), null));
        return lexical.Concat(byMeaning)
            .GroupBy(match => match.Passage.Id)
            .Select(same => same.MaxBy(match => match.Score)!)
            .OrderByDescending(match => match.Score)
            .ThenBy(match => match.Passage.Id, StringComparer.Ordinal)
            .Take(Math.Max(5, lexical.Count))
            .ToList();
    }

    private sealed record State(
        string Fingerprint, int Dimensions, VectorTable Table, IReadOnlyList<MeaningText> Texts, MeaningFit Fit,
        Dictionary<string, Passage> Passages, HashSet<string> Redirects);
}
