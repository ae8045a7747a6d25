namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>A candidate with its place among the others.</summary>
/// <param name="Signals">What speaks for it.</param>
/// <param name="Share">Its share of the ranking measure (softmax), 0 to 1.</param>
internal sealed record RankedCandidate(CandidateSignals Signals, float Share)
{
    /// <summary>All candidates, best first; equal ones in the order of their ids.</summary>
    public static List<RankedCandidate> Rank(QuestionSignals question, Fusion fusion)
    {
        if (question.Candidates.Count == 0)
        {
            return [];
        }

        var measures = question.Candidates.Select(fusion.Rank).ToArray();
        var most = measures.Max();
        var sum = measures.Sum(measure => MathF.Exp(measure - most));
        var ranked = new List<RankedCandidate>(measures.Length);
        for (var at = 0; at < measures.Length; at++)
        {
            ranked.Add(new RankedCandidate(question.Candidates[at], MathF.Exp(measures[at] - most) / sum));
        }

        ranked.Sort(static (one, other) => one.Share != other.Share
            ? other.Share.CompareTo(one.Share)
            : string.CompareOrdinal(one.Signals.Id, other.Signals.Id));
        return ranked;
    }
}
