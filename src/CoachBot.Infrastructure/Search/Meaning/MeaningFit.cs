using CoachBot.Infrastructure.Search.Calibration;

namespace CoachBot.Infrastructure.Search.Meaning;

/// <summary>
/// What nearness in meaning is worth with the model at hand: learnt from alternates, each compared with those of the other writers
/// only, and not with one of the very same words.
/// </summary>
/// <param name="Weights">Weights of <see cref="MeaningCandidate.Features"/>, then the bias.</param>
/// <param name="NearestIsRight">How often the nearest candidate was the right one, 0 to 1.</param>
internal sealed record MeaningFit(float[] Weights, double NearestIsRight)
{
    // Words alone are right nine times in ten; what is right less often than this only adds noise to them.
    private const double LeastRight = 0.2;

    private const int MostQuestions = 2_000;
    private const int CandidatesLearnt = 5;
    private const int Rounds = 600;

    /// <summary>Learns the weights.</summary>
    /// <param name="table">The vectors to find among.</param>
    /// <param name="vectors">The same vectors, as they are asked for.</param>
    /// <param name="texts">The text of each vector.</param>
    /// <param name="cancel">Stops between questions.</param>
    public static MeaningFit Learn(VectorTable table, IReadOnlyList<float[]> vectors, IReadOnlyList<MeaningText> texts, CancellationToken cancel)
    {
        var written = Enumerable.Range(0, texts.Count).Where(at => texts[at].Hand is not null).ToList();
        var step = Math.Max(1, written.Count / MostQuestions);
        var cosines = new float[table.Count];
        var lessons = new List<(float[] Features, bool Right)>();
        var (asks, hits) = (0, 0);
        for (var i = 0; i < written.Count; i += step)
        {
            cancel.ThrowIfCancellationRequested();
            var asked = texts[written[i]];
            table.Compare(vectors[written[i]], cosines);
            var candidates = MeaningCandidate.Of(cosines, texts, text => text.Hand != asked.Hand && text.Key != asked.Key);
            asks++;
            hits += candidates.Count > 0 && candidates[0].Id == asked.Id ? 1 : 0;
            lessons.AddRange(candidates.Take(CandidatesLearnt).Select(candidate => (candidate.Features(), candidate.Id == asked.Id)));
        }

        return new MeaningFit(Fit(lessons, cancel), asks == 0 ? 0 : (double)hits / asks);
    }

    /// <summary>Whether the model knows enough of the pack's meaning to be heard.</summary>
    public bool IsUseful => NearestIsRight >= LeastRight;

    /// <summary>Log-odds that a candidate is what the question is about, by meaning alone.</summary>
    public float LogOdds(MeaningCandidate candidate)
    {
        var features = candidate.Features();
        var sum = Weights[^1];
        for (var i = 0; i < features.Length; i++)
        {
            sum += Weights[i] * features[i];
        }

        return sum;
    }

    private static float[] Fit(List<(float[] Features, bool Right)> lessons, CancellationToken cancel)
    {
        var descent = new Descent([0, 0, 0, -4], step: 0.05);
        for (var round = 0; round < Rounds && lessons.Count > 0; round++)
        {
            cancel.ThrowIfCancellationRequested();
            var weights = descent.Weights();
            var gradient = new double[MeaningCandidate.FeatureCount + 1];
            foreach (var (features, right) in lessons)
            {
                var sum = (double)weights[^1];
                for (var i = 0; i < features.Length; i++)
                {
                    sum += weights[i] * features[i];
                }

                var error = (1 / (1 + Math.Exp(-sum))) - (right ? 1 : 0);
                for (var i = 0; i < features.Length; i++)
                {
                    gradient[i] += error * features[i];
                }

                gradient[^1] += error;
            }

            descent.Step(gradient, lessons.Count);
        }

        return descent.Weights();
    }
}
