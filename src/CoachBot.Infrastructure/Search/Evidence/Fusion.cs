namespace CoachBot.Infrastructure.Search.Evidence;

/// <summary>
/// How much each kind of evidence counts, one set a language. Learnt by <c>knowledge calibrate</c> on questions the index had
/// not seen, and kept with the pack.
/// </summary>
/// <param name="Ranking">Weights of text, best, few, vote.</param>
/// <param name="Confidence">Weights of <see cref="ConfidenceFeatures"/>, then the bias.</param>
internal sealed record Fusion(float[] Ranking, float[] Confidence)
{
    /// <summary>How many ranking weights there are.</summary>
    public const int RankingWeights = 4;

    /// <summary>The ranking measure of a candidate; only differences within one question mean anything.</summary>
    public float Rank(CandidateSignals candidate) =>
        (Ranking[0] * candidate.Text) + (Ranking[1] * candidate.Best) + (Ranking[2] * candidate.Few) + (Ranking[3] * candidate.Vote);

    /// <summary>Probability that a candidate is what the question is about.</summary>
    public float Evidence(ReadOnlySpan<float> features)
    {
        var sum = Confidence[^1];
        for (var i = 0; i < features.Length; i++)
        {
            sum += Confidence[i] * features[i];
        }

        return 1f / (1f + MathF.Exp(-sum));
    }
}

/// <summary>How much each kind of evidence counts where no voter is.</summary>
/// <param name="Zh">For questions in Chinese.</param>
/// <param name="En">For questions in English.</param>
internal sealed record VoterlessFusions(Fusion Zh, Fusion En);

/// <summary>What the calibrated score of a candidate is computed from.</summary>
internal static class ConfidenceFeatures
{
    /// <summary>How many there are.</summary>
    public const int Count = 8;

    /// <summary>The features of one candidate.</summary>
    /// <param name="question">All signals of the question.</param>
    /// <param name="candidate">The candidate.</param>
    /// <param name="share">The candidate's share among all candidates by ranking measure (softmax), 0 to 1.</param>
    public static float[] Of(QuestionSignals question, CandidateSignals candidate, float share) =>
    [
        share,
        MathF.Log(share + 1e-4f),
        candidate.Vote,
        question.Outside,
        candidate.Text * 4,
        candidate.Best * 4,
        candidate.Few * 4,
        question.Covered,
    ];
}
