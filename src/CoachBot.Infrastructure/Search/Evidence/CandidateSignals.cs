namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>What speaks for one candidate, each measure from 0 to 1 but the vote.</summary>
/// <param name="Id">The case or redirect.</param>
/// <param name="Text">BM25 of the case's text, as a share of the most this question could reach.</param>
/// <param name="Best">BM25 of the nearest alternate, as such a share.</param>
/// <param name="Few">Mean of the three nearest alternates.</param>
/// <param name="Vote">Log-probability by the voter.</param>
internal sealed record CandidateSignals(string Id, float Text, float Best, float Few, float Vote)
{
    /// <summary>The alternate that <see cref="Best"/> speaks of; null when none matched.</summary>
    public int? NearestAlternate { get; init; }
}

/// <summary>What speaks for all candidates of one question.</summary>
/// <param name="Candidates">In no particular order.</param>
/// <param name="Outside">The voter's log-probability that the question is nobody's business here.</param>
/// <param name="Covered">Share of the question's weight that any case or alternate knows, 0 to 1.</param>
/// <param name="Length">How many distinct terms the question has.</param>
internal sealed record QuestionSignals(IReadOnlyList<CandidateSignals> Candidates, float Outside, float Covered, int Length)
{
    /// <summary>The same as an index without a voter would give it.</summary>
    public QuestionSignals WithoutVotes() => this with
    {
        Outside = 0,
        Candidates = Candidates.Where(candidate => candidate.Text + candidate.Best > 0).Select(candidate => candidate with { Vote = 0 }).ToList(),
    };
}
