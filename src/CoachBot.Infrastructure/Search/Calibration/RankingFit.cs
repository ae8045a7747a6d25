using CoachBot.Infrastructure.Search.Evidence;

namespace CoachBot.Infrastructure.Search.Calibration;

/// <summary>Learns how much each kind of evidence counts: the weights under which the right candidates would most probably win.</summary>
internal static class RankingFit
{
    private const int Rounds = 300;

    /// <summary>The ranking weights (conditional logistic regression).</summary>
    public static float[] Of(IReadOnlyList<HeldOutQuestion> questions)
    {
        var usable = questions.Where(question => question.Signals.Candidates.Any(candidate => candidate.Id == question.Right)).ToList();
        var descent = new Descent([8, 8, 2, 1], step: 0.15);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[Fusion.RankingWeights];
            var fusion = new Fusion(descent.Weights(), []);
            foreach (var question in usable)
            {
                Add(question, RankedCandidate.Rank(question.Signals, fusion), gradient);
            }

            descent.Step(gradient, usable.Count);
        }

        return descent.Weights();
    }

    private static void Add(HeldOutQuestion question, List<RankedCandidate> ranked, double[] gradient)
    {
        foreach (var candidate in ranked)
        {
            var error = candidate.Share - (candidate.Signals.Id == question.Right ? 1 : 0);
            gradient[0] += error * candidate.Signals.Text;
            gradient[1] += error * candidate.Signals.Best;
            gradient[2] += error * candidate.Signals.Few;
            gradient[3] += error * candidate.Signals.Vote;
        }
    }
}
