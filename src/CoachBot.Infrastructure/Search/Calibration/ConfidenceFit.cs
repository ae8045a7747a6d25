using CoachBot.Infrastructure.Search.Evidence;

namespace CoachBot.Infrastructure.Search.Calibration;

/// <summary>Learns how probable it is that a candidate is right: logistic regression over the best few of every question.</summary>
internal static class ConfidenceFit
{
    private const int Rounds = 1_500;
    private const int CandidatesLearnt = 3;

    // Of the questions people type, so many are about something else than coaching; the pack's own share is chance.
    private const double ShareOutside = 0.3;

    /// <summary>The confidence weights, the bias last.</summary>
    public static float[] Of(IReadOnlyList<HeldOutQuestion> questions, float[] ranking)
    {
        var outside = questions.Count(question => question.Right is null);
        var outsideWeight = outside == 0 ? 0 : ShareOutside / (1 - ShareOutside) * (questions.Count - outside) / outside;
        var lessons = questions.SelectMany(question => Lessons(question, ranking, outsideWeight)).ToList();
        var descent = new Descent([1, 0.5, 0.2, -0.2, 1, 1, 1, 1, -2], step: 0.03);
        var total = lessons.Sum(lesson => lesson.Weight);
        for (var round = 0; round < Rounds; round++)
        {
            var fusion = new Fusion(ranking, descent.Weights());
            var gradient = new double[ConfidenceFeatures.Count + 1];
            foreach (var lesson in lessons)
            {
                var error = lesson.Weight * (fusion.Evidence(lesson.Features) - (lesson.Right ? 1 : 0));
                for (var i = 0; i < lesson.Features.Length; i++)
                {
                    gradient[i] += error * lesson.Features[i];
                }

                gradient[^1] += error;
            }

            descent.Step(gradient, total);
        }

        return descent.Weights();
    }

    private static IEnumerable<Lesson> Lessons(HeldOutQuestion question, float[] ranking, double outsideWeight) => RankedCandidate
        .Rank(question.Signals, new Fusion(ranking, []))
        .Take(CandidatesLearnt)
        .Select(candidate => new Lesson(
            ConfidenceFeatures.Of(question.Signals, candidate.Signals, candidate.Share),
            candidate.Signals.Id == question.Right,
            question.Right is null ? outsideWeight : 1));

    private sealed record Lesson(float[] Features, bool Right, double Weight);
}
