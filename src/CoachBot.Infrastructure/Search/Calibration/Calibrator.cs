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
        return questions.Count == 0 ? null : new CalibrationFile(
            Fit(questions.Where(question => question.Chinese).ToList()),
            Fit(questions.Where(question => !question.Chinese).ToList()));
    }

    private static Fusion Fit(List<HeldOutQuestion> questions)
    {
        var ranking = RankingFit.Of(questions);
        return new Fusion(ranking, ConfidenceFit.Of(questions, ranking));
    }
}
