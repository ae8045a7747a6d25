namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>A candidate with its place among the others.</summary>
/// <param name="Signals">What speaks for it.</param>
/// <param name="Share">Its share of the ranking measure (softmax), 0 to 1.</param>
internal sealed record RankedCandidate(CandidateSignals Signals, float Share)
{
    /// <summary>All candidates, best first; equal ones in the order of their ids.</summary>
    public static List<RankedCandidate> Rank(QuestionSignals question, Fusion fusion)
    {
        var measures = question.Candidates.Select(candidate => (candidate, measure: fusion.Rank(candidate))).ToList();
        if (measures.Count == 0)
        {
            return [];
        }

        var most = measures.Max(pair => pair.measure);
        var sum = measures.Sum(pair => MathF.Exp(pair.measure - most));
        return measures
            .Select(pair => new RankedCandidate(pair.candidate, MathF.Exp(pair.measure - most) / sum))
            .OrderByDescending(ranked => ranked.Share)
            .ThenBy(ranked => ranked.Signals.Id, StringComparer.Ordinal)
            .ToList();
    }
}
