using CoachBot.Core.Knowledge;
using CoachBot.Infrastructure.Search.Evidence;

namespace CoachBot.Infrastructure.Search.Calibration;

/// <summary>Makes the calibration of a pack from its own alternates, each asked of an index that had not seen it.</summary>
internal static class Calibrator
{
    /// <summary>The calibration; null when the pack has too few writers to hold one out.</summary>
    public static CalibrationFile? Calibrate(KnowledgePack pack, IProgress<double>? progress, CancellationToken cancel)
    {
        var questions = HeldOutQuestions.Of(pack, progress, cancel);
        if (questions.Count == 0)
        {
            return null;
        }

        var unvoted = questions.ConvertAll(question => question with { Signals = question.Signals.WithoutVotes() });
        return new CalibrationFile(Fit(questions, chinese: true), Fit(questions, chinese: false))
        {
            WithoutVoter = new VoterlessFusions(Fit(unvoted, chinese: true), Fit(unvoted, chinese: false)),
        };
    }

    private static Fusion Fit(List<HeldOutQuestion> questions, bool chinese) => Fit(questions.Where(question => question.Chinese == chinese).ToList());

    private static Fusion Fit(List<HeldOutQuestion> questions)
    {
        var ranking = RankingFit.Of(questions);
        return new Fusion(ranking, ConfidenceFit.Of(questions, ranking));
    }
}
